import { deckWords, type DeckKey, type DeckMessage } from '../../figures/deck-words.ts';
import { percent, sourceLine, type FigureFrame } from '../../figures/figure.ts';
import { message } from '../../figures/message.ts';
import type { Exhibit, ExhibitBody, ExhibitKey, TextParagraph, ValueAxis } from '../exhibit.ts';
import type { Say } from './content.ts';
import { figureSourceOf, provenanceOf, type DocumentSource } from './source.ts';

/** Who tells, and of what. */
export interface Telling {
  readonly say: Say;
  readonly source: DocumentSource;
}

/** The part of a figure that every exhibit takes over as it is. */
export type ToldFigure = Pick<FigureFrame<DeckKey, unknown>, 'title' | 'altText' | 'notes' | 'table'>;

/** What an exhibit has beside its figure. */
interface ExhibitParts {
  readonly key: ExhibitKey;
  /** What the figure is about, or the text of its question. */
  readonly subject: DeckMessage | string;
  readonly body: ExhibitBody;
  /** Three sentences for whoever presents it. */
  readonly talk: DeckMessage;
}

/** A figure in words, with where it comes from and what to say about it. */
export function exhibitOf(telling: Telling, figure: ToldFigure, parts: ExhibitParts): Exhibit {
  const { say } = telling;
  const altText = say(figure.altText);
  const caption = figure.table.caption === null ? [] : [say(figure.table.caption)];
  return {
    ...framed(telling, parts),
    title: say(figure.title),
    body: parts.body,
    altText,
    notes: [
      say(parts.talk),
      // A text that is read needs no numbers beside it.
      parts.body.form === 'text' ? '' : say(deckWords('notes.numbers', { alt: altText })),
      [...caption, ...figure.notes.map(say)].join(' '),
    ].filter((paragraph) => paragraph !== ''),
  };
}

/** Why there is nothing to show, and what to do about it. */
export interface Nothing {
  readonly title: DeckMessage;
  readonly why: DeckMessage;
  readonly next: DeckMessage;
}

/** An exhibit where there is nothing to be drawn: never a figure, always what to do. */
export function nothingExhibit(telling: Telling, nothing: Nothing, of: Pick<ExhibitParts, 'key' | 'subject'>): Exhibit {
  const { say } = telling;
  const paragraphs: readonly TextParagraph[] = [
    { lead: say(deckWords('held.lead.why')), text: say(nothing.why) },
    { lead: say(deckWords('held.lead.do')), text: say(nothing.next) },
  ];
  return {
    ...framed(telling, of),
    title: say(nothing.title),
    body: { form: 'text', paragraphs },
    altText: say(deckWords('held.alt', { title: nothing.title, why: nothing.why, do: nothing.next })),
    notes: [say(deckWords('talk.held'))],
  };
}

/** Too few answered what was asked. */
export function heldBecauseFew({ source }: Telling, title: DeckMessage): Nothing {
  const { minimumGroup } = figureSourceOf(source);
  return {
    title,
    why: deckWords('held.why', { minimum: minimumGroup }),
    next: deckWords(source.meeting.closedAt === null ? 'held.do-open' : 'held.do-closed'),
  };
}

/** The axis from far apart to together, in hundredths. */
export function togetherAxis(say: Say): ValueAxis {
  return {
    low: 0,
    high: 100,
    step: 25,
    ends: { low: say(message('axis.apart')), high: say(message('axis.together')) },
    title: null,
    numbers: false,
    format: '0',
  };
}

/** A place between far apart (0) and together (1) as it is printed. */
export function inHundredths(place: number | null): number | null {
  return place === null ? null : percent(place);
}

/** A name with why nothing stands beside it; the name alone where something does. */
export function categoryOf(say: Say, name: string, note: DeckMessage | null): string {
  if (note === null) return name;
  // How many more answers would open it is no part of a picture; it stands in the words beside it.
  return say(deckWords('name-note', { name, note: note.key === 'held' ? deckWords('held.short') : note }));
}

function framed(
  { say, source }: Telling,
  { key, subject }: Pick<ExhibitParts, 'key' | 'subject'>,
): Pick<Exhibit, 'key' | 'subject' | 'sourceLine' | 'provenance'> {
  const { closedAt, revision, team, composition } = source.meeting;
  const line =
    closedAt === null
      ? deckWords('source.open', { team: team.name, meeting: composition.title, revision })
      : deckWords('source.closed', { line: sourceLine(figureSourceOf(source)), revision });
  return {
    key,
    subject: typeof subject === 'string' ? subject : say(subject),
    sourceLine: say(line),
    provenance: provenanceOf(source),
  };
}
