import { deckWords, summaryWords, type DeckMessage } from '../../figures/deck-words.ts';
import { message, sentences } from '../../figures/message.ts';
import type { Exhibit } from '../exhibit.ts';
import { changing, committing, dividing, holding, keeping, mattering, standing, talking } from './chapters.ts';
import { exhibitOf, type Telling } from './frame.ts';
import { figureSourceOf, wavesUpTo } from './source.ts';

/** The meeting as one table: each line a finding, none of them new. */
export function summaryExhibit(telling: Telling): Exhibit {
  const { say } = telling;
  const title = deckWords('summary.title.plain', { finding: standing(telling).title });
  const rows = linesOf(telling);
  return exhibitOf(
    telling,
    {
      title,
      altText: deckWords('summary.alt', {
        title,
        rows: sentences(
          rows.map(({ name, text }) => deckWords('summary.alt.row', { name, text: text.replace(/\.$/, '') })),
        ),
      }),
      table: { caption: null, columns: [], rows: [] },
      notes: [],
    },
    {
      key: { figure: 'summary', of: null },
      subject: deckWords('about.summary'),
      body: {
        form: 'table',
        table: {
          columns: [
            { title: say(deckWords('summary.column.what')), align: 'start', share: 0.3 },
            { title: say(deckWords('summary.column.finding')), align: 'start', share: 0.7 },
          ],
          rows: rows.map(({ name, text }) => [{ text: say(name), strong: true }, { text }]),
        },
      },
      talk: deckWords('talk.summary'),
    },
  );
}

/** How many answered, in a sentence. */
export function answeredOf(source: Telling['source']): DeckMessage {
  const { answered, invited, minimumGroup } = figureSourceOf(source);
  if (!hasResults(source)) return deckWords('says.not-shown', { invited });
  return answered === null
    ? deckWords('says.answered-held', { invited, minimum: minimumGroup })
    : deckWords('says.answered', { n: answered, invited });
}

function hasResults({ results }: Telling['source']): boolean {
  return results !== null && results.rating !== null;
}

function shortAnswered(source: Telling['source']): DeckMessage {
  const { answered, invited, minimumGroup } = figureSourceOf(source);
  if (answered !== null) return message('cell.answered', { n: answered, invited });
  if (!hasResults(source)) return message('not-shown');
  return deckWords('summary.answered-held', { invited, minimum: minimumGroup });
}

function linesOf(telling: Telling): readonly { readonly name: DeckMessage; readonly text: string }[] {
  const { source } = telling;
  const line = (name: DeckMessage, exhibit: Exhibit | null) =>
    exhibit === null ? [] : [{ name, text: exhibit.title }];
  return [
    ...line(deckWords('summary.holds'), holding(telling)),
    ...line(deckWords('summary.divides'), dividing(telling)),
    ...line(deckWords('summary.matters'), mattering(telling)),
    ...line(deckWords('summary.talks'), talking(telling)),
    ...line(deckWords('summary.commitments'), committing(telling)),
    ...line(deckWords('summary.last-time'), keeping(telling)),
    ...line(deckWords('summary.since'), wavesUpTo(source).length < 2 ? null : changing(telling)),
    ...(source.meeting.message === null ? [] : [{ name: deckWords('summary.message'), text: source.meeting.message }]),
    { name: summaryWords('method.response'), text: telling.say(shortAnswered(source)) },
  ];
}
