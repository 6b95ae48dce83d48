import type { Language } from '@plumbline/shared/kernel/languages';
import type { Program } from '../src/host/abilities.ts';

/** What the add-in says of itself in one language. */
export interface AddinWords {
  /** One sentence for lists of add-ins. */
  readonly description: string;
  /** What the button in the Home tab says, and what its tip says. */
  readonly button: { readonly label: string; readonly tip: string };
}

/** What the add-in's manifests are made of; the pane of both programs is one page. */
export interface AddinSource {
  /** The id of the add-in in each program: Office tells add-ins apart by it for ever. */
  readonly ids: Readonly<Record<Program, string>>;
  /** `1.2.3`. */
  readonly version: string;
  readonly provider: string;
  readonly name: string;
  readonly words: Readonly<Record<Language, AddinWords>>;
  /** Where the service is, `https://plumbline.example`. */
  readonly origin: string;
  /** The API that Office gives tokens for: `api://plumbline.example/<client id>`. */
  readonly api: { readonly clientId: string; readonly resource: string };
}

/** The sizes of icons that Office wants, in pixels. */
export const ICON_SIZES = [16, 32, 80] as const;

/** The page of the pane. */
export function pageOf({ origin }: AddinSource): string {
  return `${origin}/addin/`;
}

/** Where an icon is. */
export function iconOf(source: AddinSource, size: number): string {
  return `${pageOf(source)}icons/${String(size)}.png`;
}
