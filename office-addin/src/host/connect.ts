import type { Duration } from '@plumbline/shared/kernel/instant';
import { SECOND } from '@plumbline/shared/kernel/instant';
import { inTime } from '../app/browser.ts';
import { abilitiesOf, FLOORS, type Program } from './abilities.ts';
import type { Host, HostInfo } from './host.ts';
import { lookOf, type HostLook } from './host-look.ts';

/** How the search for Office stands. */
export type HostState =
  | { readonly status: 'outside' }
  | { readonly status: 'silent' }
  | { readonly status: 'too-old'; readonly info: HostInfo }
  | { readonly status: 'ready'; readonly info: HostInfo; readonly host: Host };

const PATIENCE: Duration = 20 * SECOND;

/** Finds out where the pane runs, and what it can do there. */
export async function connectOffice(): Promise<HostState> {
  // office.js is a script of its own in the head, which a network may have kept away.
  if (!('Office' in window)) return { status: 'outside' };
  const ready = await inTime(Office.onReady(), PATIENCE);
  if (ready === null) return { status: 'silent' };
  const program = programOf(ready.host);
  if (program === null) return { status: 'outside' };
  const { requirements, displayLanguage, diagnostics } = Office.context;
  const isSupported = (set: string, version: string) => requirements.isSetSupported(set, version);
  const info: HostInfo = {
    program,
    look: currentLook(),
    locale: localeOf(displayLanguage),
    office: `${diagnostics.platform} ${diagnostics.version}`,
    abilities: abilitiesOf(program, isSupported),
  };
  if (!isSupported(...FLOORS[program])) return { status: 'too-old', info };
  return { status: 'ready', info, host: await hostOf(program) };
}

/** How Office looks now; people change it while the pane is open. */
export function currentLook(): HostLook {
  if (window.matchMedia('(forced-colors: active)').matches) return 'contrast';
  // The context is absent before Office is ready, and the theme in older ones, whatever the types say.
  const context: Partial<Office.Context> | undefined = 'Office' in window ? Office.context : undefined;
  const theme = context?.officeTheme;
  if (theme !== undefined) return lookOf(theme);
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default';
}

async function hostOf(program: Program): Promise<Host> {
  switch (program) {
    case 'powerpoint':
      return (await import('./powerpoint.ts')).powerPointHost();
    case 'word':
      return (await import('./word.ts')).wordHost();
  }
}

function programOf(host: Office.HostType): Program | null {
  if (host === Office.HostType.PowerPoint) return 'powerpoint';
  return host === Office.HostType.Word ? 'word' : null;
}

/** A locale that Intl does not take would break every date on the screen. */
function localeOf(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
