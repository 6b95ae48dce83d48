import type { MyData } from '@plumbline/shared/contract/my-data';
import type { Instant } from '@plumbline/shared/kernel/instant';

/** What the screens have words for; the service names the same reasons. */
export const NOT_INCLUDED = [
  'sealed-answers',
  'words-without-name',
  'wordings-of-closed-meetings',
  'backups',
] as const satisfies readonly MyData['notIncluded'][number][];

/** A copy of somebody's data as text: what it is, what is left out in words, then the data itself, moments as people write them. */
export function copyFile({
  about,
  leftOut,
  data,
}: {
  readonly about: string;
  readonly leftOut: readonly string[];
  readonly data: MyData;
}): string {
  const { notIncluded: _codes, ...rest } = data;
  const { exportedAt, checkIns, engagements, observations, log, nudges } = rest;
  const readable = {
    ...rest,
    exportedAt: utc(exportedAt),
    checkIns: checkIns.map((one) => ({ ...one, at: utc(one.at) })),
    engagements: engagements.map((one) => ({
      ...one,
      begunAt: utc(one.begunAt),
      endedAt: utc(one.endedAt),
      accepted: one.accepted && { ...one.accepted, at: utc(one.accepted.at) },
    })),
    observations: observations.map((one) => ({ ...one, notedAt: utc(one.notedAt) })),
    log: log.map((one) => ({ ...one, at: utc(one.at) })),
    nudges: { ...nudges, snoozedUntil: utc(nudges.snoozedUntil) },
  };
  return JSON.stringify({ about, notIncluded: leftOut, ...readable }, null, 2);
}

/** A moment as people write it. */
function utc(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
