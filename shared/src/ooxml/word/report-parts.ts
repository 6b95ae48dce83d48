import type { Exhibit } from '../exhibit.ts';
import type { Report } from '../exhibits/content.ts';

/** The exhibits of a report, in its order. */
export function exhibitsOf({ sections }: Pick<Report, 'sections'>): readonly Exhibit[] {
  return sections.flatMap(({ exhibits }) => exhibits);
}

/** The tag of the content control around a whole report. */
export function reportTag(id: string): string {
  return `plumbline-report:${id}`;
}
