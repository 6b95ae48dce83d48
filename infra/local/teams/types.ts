/** The types of the page's plain JavaScript modules, which name them in their JSDoc. */
export type { Persona } from '../entra/persona.ts';
export type {
  Attachment,
  Chat,
  ChatMessage,
  ChatsView,
  ConnectorFault,
  Delivery,
  Suggestion,
} from './connector/chat-types.ts';
export type { PageConfig } from './local-teams.ts';
export type { ChannelTab, StageShare, TenantView } from './tenant.ts';

import type { ConnectorFault } from './connector/chat-types.ts';

export type Theme = 'default' | 'dark' | 'contrast';

/** What Teams is set to: a locale, or the browser's where it is empty. */
export type HostLanguage = '' | 'en-gb' | 'de-de';

export type View =
  'welcome' | 'personal' | 'team' | 'config' | 'calendar' | 'meeting' | 'panel' | 'stage' | 'room' | 'chat' | 'chats';

/** Everything that an address of the page says. An empty text means: not said. */
export interface Route {
  readonly as: string;
  readonly view: View;
  readonly team: string;
  readonly meeting: string;
  /** The open chat's id; empty for the bot's. */
  readonly chat: string;
  /** The personal app's page, when a deep link asked for another than `home`. */
  readonly page: string;
  readonly sub: string;
  readonly theme: Theme;
  readonly language: HostLanguage;
  readonly faults: Faults;
  /** Without rail and bars: a window inside the room view. */
  readonly bare: boolean;
  /** The personas around the table of the room view. */
  readonly seats: readonly string[];
}

/** How the host misbehaves, by area; `ok` everywhere is a healthy host. */
export interface Faults {
  readonly initialize: 'ok' | 'slow' | 'silent';
  readonly token: 'ok' | 'consent' | 'cancelled' | 'failed' | 'silent';
  readonly stage: 'ok' | 'refused' | 'context' | 'internal';
  readonly support: 'ok' | 'none';
  readonly links: 'ok' | 'refused';
  readonly connector: ConnectorFault;
}

export type FrameContext = 'content' | 'settings' | 'sidePanel' | 'meetingStage' | 'authentication';

/** Where a tab is shown, with everything that its context says of the place. */
export interface Placement {
  readonly frameContext: FrameContext;
  readonly entityId: string;
  readonly subEntityId: string;
  readonly team?: TeamSummary | undefined;
  readonly meeting?: MeetingSummary | undefined;
}

export interface MeetingSummary {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly phase: string;
}

export interface TeamSummary {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly meetings: readonly MeetingSummary[];
}

/** What the product says of a persona, or why it says nothing. */
export type Me =
  | { readonly status: 'known'; readonly teams: readonly TeamSummary[] }
  | { readonly status: 'unreachable'; readonly reason: string };

/** A message from the tab, as teams-js sends it. */
export interface TabMessage {
  readonly id: number;
  readonly uuidAsString?: string | undefined;
  readonly func: string;
  readonly args: readonly unknown[];
}

/** One line of the developer drawer's log. */
export interface LogEntry {
  readonly at: number;
  readonly place: string;
  readonly direction: 'app' | 'host';
  readonly func: string;
  readonly args: readonly unknown[];
  readonly outcome: 'answered' | 'noted' | 'unsupported' | 'withheld' | 'event';
}

/** A page of an app, as navigation and deep links name it. */
export interface AppTarget {
  readonly pageId: string;
  readonly subPageId: string;
}

/** What a link means to Teams. */
export type LinkTarget =
  | { readonly kind: 'app'; readonly appId: string; readonly pageId: string; readonly subPageId: string }
  | { readonly kind: 'teams'; readonly does: string }
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** A tab's configuration as the config page sets it; the names are teams-js' own. */
export interface InstanceConfig {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly suggestedDisplayName: string;
}

/** What the host can do for a tab; each placement hands in its own. Failures are thrown as `HostError`s. */
export interface Abilities {
  readonly describeContext: () => object;
  readonly getToken: () => Promise<string>;
  /** Opens a window of the app's own for a sign-in; resolves with what that said. */
  readonly signIn: (asked: SignInWindow) => Promise<string>;
  /** What such a window says when it is done. */
  readonly signedIn: (result: string) => void;
  readonly notSignedIn: (reason: string) => void;
  readonly openApp: (target: AppTarget) => void;
  readonly openLink: (url: string) => void;
  readonly tellUser: (sentence: string) => void;
  readonly goBack: () => void;
  readonly moveFocus: (forward: boolean) => void;
  readonly reportLoading: (state: LoadState) => void;
  readonly config: ConfigAbilities | undefined;
  readonly meeting: MeetingAbilities | undefined;
}

/** A window that an app asks for. */
export interface SignInWindow {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

export interface ConfigAbilities {
  readonly get: () => InstanceConfig | undefined;
  readonly set: (config: InstanceConfig) => void;
  readonly setValid: (valid: boolean) => void;
  readonly saved: () => void;
  readonly failed: (reason: string) => void;
}

export interface MeetingAbilities {
  readonly describe: () => object;
  readonly isSharing: () => boolean;
  readonly share: (url: string) => Promise<void>;
  readonly stopSharing: () => Promise<void>;
  readonly offerShare: (contentUrl: string | undefined) => void;
}

export type LoadState =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded' }
  | { readonly status: 'failed'; readonly reason: string };
