import { deckWords } from '../../figures/deck-words.ts';
import type { Exhibit } from '../exhibit.ts';
import {
  byGroup,
  changing,
  committing,
  dividing,
  holding,
  keeping,
  mattering,
  reading,
  standing,
  talking,
} from './chapters.ts';
import type { Pack, PackKind, Say } from './content.ts';
import type { Telling } from './frame.ts';
import type { DocumentSource } from './source.ts';
import { summaryExhibit } from './summary.ts';

/** A whole deck: one idea a slide, the finding as its title; what does not apply to the meeting is left out. */
export function packOf(kind: PackKind, source: DocumentSource, say: Say): Pack {
  return {
    title: say(deckWords(`pack.${kind}`, { team: source.meeting.team.name })),
    subtitle: subtitleOf(source, say),
    slides: slidesOf(kind, { source, say }),
  };
}

/** Where a document's content comes from, under its title. */
export function subtitleOf({ meeting }: DocumentSource, say: Say): string {
  const about = { organisation: meeting.team.organisation, meeting: meeting.composition.title };
  return meeting.closedAt === null
    ? say(deckWords('subtitle.open', about))
    : say(deckWords('subtitle', { ...about, date: meeting.closedAt }));
}

/** A summary of fewer slides than this begins with all findings on one. */
const FEW = 6;

function slidesOf(kind: PackKind, telling: Telling): readonly Exhibit[] {
  switch (kind) {
    case 'one-pager':
      return [summaryExhibit(telling)];
    case 'executive-summary': {
      const slides = [
        standing(telling),
        holding(telling),
        mattering(telling),
        dividing(telling),
        talking(telling),
        committing(telling) ?? keeping(telling),
        changing(telling),
        reading(telling),
      ].filter((slide) => slide !== null);
      return slides.length < FEW ? [summaryExhibit(telling), ...slides] : slides;
    }
    case 'quarterly-review':
      return [
        standing(telling),
        changing(telling),
        keeping(telling),
        holding(telling),
        mattering(telling) ?? dividing(telling),
        byGroup(telling),
        committing(telling),
        reading(telling),
      ].filter((slide) => slide !== null);
  }
}
