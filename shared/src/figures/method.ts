import type { Mode } from '../domain/meeting/meeting.ts';
import { deckWords, summaryWords, type DeckKey, type DeckMessage } from './deck-words.ts';
import type { FigureFrame, FigureSource } from './figure.ts';
import { message, sentences } from './message.ts';

/** What the method follows from. */
export interface MethodBasis {
  readonly of: 'method';
  readonly mode: Mode;
  readonly format: 'meeting' | 'pulse';
  readonly depth: 'full' | 'dimensions';
  /** Whether answers can no longer be tied to people; `null` while it is not closed. */
  readonly sealed: boolean | null;
  readonly revision: number;
}

/** How many answered, how to read it, who sees what, and what is never shown. */
export interface MethodFigure extends FigureFrame<DeckKey, MethodBasis> {
  readonly kind: 'method';
  readonly marks: { readonly lines: readonly { readonly name: DeckMessage; readonly text: DeckMessage }[] };
}

/** The box about response and method, in the words of the summary. */
export function methodFigure(from: {
  readonly source: FigureSource;
  readonly about: Omit<MethodBasis, 'of'>;
}): MethodFigure {
  const { source, about } = from;
  const lines = linesOf(source, about);
  const title = titleOf(source, about);
  return {
    kind: 'method',
    title,
    altText: deckWords('method.alt', {
      title,
      rows: sentences(lines.map(({ name, text }) => deckWords('method.alt.row', { name, text }))),
    }),
    table: {
      caption: null,
      columns: [
        { label: message('column.measure'), align: 'start' },
        { label: message('column.value'), align: 'start' },
      ],
      rows: lines.map(({ name, text }) => [name, text]),
    },
    source,
    basis: { of: 'method', ...about },
    subject: null,
    notes: [],
    marks: { lines },
  };
}

/** A share below this is little to stand on; the same cut-off as in the summary. */
const ENOUGH = 0.7;

function titleOf({ answered, invited }: FigureSource, { sealed }: Omit<MethodBasis, 'of'>): DeckMessage {
  if (answered !== null) return deckWords('method.title', { n: answered, invited });
  return deckWords(sealed === null ? 'method.title.open' : 'method.title.held');
}

function linesOf(source: FigureSource, about: Omit<MethodBasis, 'of'>): MethodFigure['marks']['lines'] {
  const named = about.mode === 'named';
  const full = about.depth === 'full';
  const minimum = source.minimumGroup;
  return [
    { name: summaryWords('method.response'), text: responseOf(source, about) },
    ...(named
      ? [
          {
            name: summaryWords('named.minimum'),
            text: summaryWords(full ? 'named.minimum-why' : 'named.others', { minimum }),
          },
        ]
      : []),
    ...(named && full
      ? []
      : [{ name: summaryWords('method.minimum'), text: summaryWords('method.minimum-why', { minimum }) }]),
    { name: summaryWords('method.together'), text: summaryWords('method.together-why') },
    ...(about.format === 'meeting' && full
      ? [
          {
            name: summaryWords('method.before'),
            text: summaryWords(named ? 'named.before-why' : 'method.before-why'),
          },
        ]
      : []),
    { name: deckWords('method.sees'), text: deckWords(named ? 'method.sees-named' : 'method.sees-why') },
    { name: summaryWords('method.never'), text: summaryWords(named ? 'named.never-why' : 'method.never-why') },
    ...(about.sealed === null ? [] : [{ name: summaryWords('method.after'), text: afterOf(named, about.sealed) }]),
    {
      name: deckWords('method.state'),
      text:
        about.sealed === null
          ? deckWords('method.state-open', { revision: about.revision })
          : deckWords('method.state-closed', { date: source.date, revision: about.revision }),
    },
  ];
}

function responseOf(
  { answered, invited, minimumGroup }: FigureSource,
  { sealed }: Omit<MethodBasis, 'of'>,
): DeckMessage {
  if (answered === null && sealed === null) return deckWords('says.not-shown', { invited });
  if (answered === null) return summaryWords('method.held', { minimum: minimumGroup, invited });
  return summaryWords(answered / invited < ENOUGH ? 'method.few' : 'method.enough', { ballots: answered, invited });
}

function afterOf(named: boolean, sealed: boolean): DeckMessage {
  if (named) return summaryWords('named.after');
  return summaryWords(sealed ? 'method.sealed' : 'method.sealing');
}
