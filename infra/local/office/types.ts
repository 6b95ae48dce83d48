/** The types of the page's plain JavaScript modules, which name them in their JSDoc. */
import type { Bugs } from './bugs.ts';
import type { Program } from './open-documents.ts';
import type { BlockOutline, SlideOutline } from './outline.ts';

export type { BlockOutline, ChartOutline, SlideOutline } from './outline.ts';

/** What the page is told of the document that is open. */
export type DocumentView = DeckView | TextView;

interface SharedView {
  readonly id: string;
  readonly name: string;
  readonly revision: number;
  readonly bugs: Bugs;
  readonly isReadOnly: boolean;
  /** How many pages are drawn; none while they are being drawn, `null` where they never are. */
  readonly pages: number | null;
}

export interface DeckView extends SharedView {
  readonly program: Extract<Program, 'powerpoint'>;
  readonly width: number;
  readonly height: number;
  readonly slides: readonly SlideOutline[];
  readonly selection: readonly string[];
}

export interface TextView extends SharedView {
  readonly program: Extract<Program, 'word'>;
  readonly blocks: readonly BlockOutline[];
}

/** What the page is told at its start. */
export interface OfficeConfig {
  readonly personas: readonly { readonly id: string; readonly name: string; readonly title: string }[];
  readonly bugs: Readonly<Record<keyof Bugs, { readonly issue: number; readonly says: string }>>;
}

/** What the local host answers to a pane: of a call its values, of a sign-in its token. */
export interface HostAnswer {
  readonly values?: unknown[];
  readonly revision?: number;
  readonly access_token?: string;
}

/** What a dialog tells the pane that opened it. */
export interface PaneMessage {
  readonly localOfficeMessage?: { readonly text: string; readonly origin: string };
}

/** With what office.js asks for an event: its number, of what, who hears it, and who hears that it is registered. */
export type RegisteredEvent = [
  event: number,
  target: string,
  handler: (event: number, payload: unknown) => void,
  done: (status: number) => void,
];

/** An object of office.js, as far as it is worked on from outside. */
export interface ClientObject {
  [name: string]: unknown;
  _handleResult(value: Values | null | undefined): void;
}

/** What the host answered of an object. */
export type Values = Readonly<Record<string, unknown>>;

export interface ClientClass {
  new (context: object, path: object): ClientObject;
  readonly prototype: ClientObject;
}

/** What office.js makes its own classes with, where it runs in a program. */
export interface OfficeJs {
  readonly OfficeExtension: {
    readonly ClientObject: ClientClass;
    readonly BatchApiHelper: {
      createChildItemObject(
        type: ClientClass,
        indexed: boolean,
        parent: object,
        item: Values,
        at: number,
      ): ClientObject;
      createIndexerObject(type: ClientClass, parent: object, args: readonly unknown[]): ClientObject;
      createMethodObject(
        type: ClientClass,
        parent: object,
        name: string,
        operation: number,
        args: readonly unknown[],
        ...rest: readonly unknown[]
      ): ClientObject;
      createPropertyObject(type: ClientClass, parent: object, name: string, many: boolean, flags: number): ClientObject;
      invokeMethod(
        on: object,
        name: string,
        operation: number,
        args: readonly unknown[],
        ...flags: readonly number[]
      ): unknown;
      invokeSetProperty(on: object, name: string, value: unknown, flags: number): void;
    };
    readonly Utility: {
      fixObjectPathIfNecessary(object: object, value: Values): void;
      load(object: object, option: unknown): object;
      throwIfNotLoaded(name: string, value: unknown, type: unknown, isNull: unknown): void;
      toJson(object: object, scalars: object, navigation: object): object;
    };
  };
  readonly PowerPoint?: Record<string, ClientClass>;
  readonly Word?: Record<string, ClientClass>;
}

/** What the sign-in library asks Office for, as far as it is read here. */
export interface NestedRequest {
  readonly method: 'GetInitContext' | 'GetToken' | 'GetTokenPopup';
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly authority?: string; readonly scope: string };
}

/** What Office has for an add-in: a token and whose it is, or Entra's refusal. */
export interface NestedAnswer {
  readonly token?: object;
  readonly account?: object;
  readonly error?: string;
  readonly suberror?: string;
  readonly error_description?: string;
}
