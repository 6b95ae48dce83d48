import { z } from 'zod';

const document = z.looseObject({});
const meeting = z.looseObject({ composition: document, terms: document.optional() });

/** What was kept before meetings could be named: a draft, a meeting that was opened, all of them anonymous. */
export function meetingWithMode(body: unknown): unknown {
  const { composition, terms, ...older } = meeting.parse(body);
  const mode = 'anonymous';
  return {
    ...older,
    composition: { ...composition, mode },
    ...(terms === undefined ? {} : { terms: { ...terms, mode } }),
  };
}

/** The same for what is kept beside a meeting: its line in lists, and what the time line keeps of it. */
export function withMode(body: unknown): unknown {
  return { ...document.parse(body), mode: 'anonymous' };
}

/** A snapshot of an anonymous round holds nobody's answers. */
export function snapshotWithMode(body: unknown): unknown {
  return { ...document.parse(body), mode: 'anonymous', named: null };
}

/** Nobody who answered before named meetings agreed to be named. */
export function ballotWithConsent(body: unknown): unknown {
  return { ...document.parse(body), consent: false };
}
