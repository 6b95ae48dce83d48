import type { MyData } from '@plumbline/shared/contract/my-data';

/** What the screens have words for; the service names the same reasons. */
export const NOT_INCLUDED = [
  'sealed-answers',
  'words-without-name',
  'wordings-of-closed-meetings',
  'backups',
] as const satisfies readonly MyData['notIncluded'][number][];

/** A copy of somebody's data as text: what it is, what is left out in words, then the data itself. */
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
  return JSON.stringify({ about, notIncluded: leftOut, ...rest }, null, 2);
}
