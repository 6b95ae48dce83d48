import { deckWords } from '../../figures/deck-words.ts';
import type { HeatCell, HeatColumn, HeatmapFigure } from '../../figures/heatmap.ts';
import { message } from '../../figures/message.ts';
import type { Exhibit, ExhibitKey, TableCell, TableContent } from '../exhibit.ts';
import type { Say } from './content.ts';
import { exhibitOf, nothingExhibit, type Telling } from './frame.ts';
import { figureSourceOf } from './source.ts';

/** Dimensions by group as a table, each cell filled by how close the group is. */
export function heatmapExhibit(telling: Telling, figure: HeatmapFigure): Exhibit {
  const key: ExhibitKey = { figure: 'heatmap', of: null };
  const subject = deckWords('about.heatmap');
  const { columns, rows } = figure.marks;
  const groups = columns.slice(1);
  if (rows.length === 0 || groups.every(({ held }) => held)) {
    const { minimumGroup } = figureSourceOf(telling.source);
    const nothing = {
      title: figure.title,
      why: deckWords('held.groups.why', { minimum: minimumGroup }),
      next: deckWords('held.groups.do'),
    };
    return nothingExhibit(telling, nothing, { key, subject });
  }
  return exhibitOf(telling, figure, {
    key,
    subject,
    body: { form: 'table', table: tableOf(telling.say, figure) },
    talk: deckWords('talk.heatmap'),
  });
}

/** The share of the width that names take. */
const NAMES = 0.28;

function tableOf(say: Say, { marks }: HeatmapFigure): TableContent {
  const { columns, rows } = marks;
  const share = (1 - NAMES) / columns.length;
  return {
    columns: [
      { title: say(message('column.dimension')), align: 'start', share: NAMES },
      ...columns.map((column) => ({ title: headOf(say, column), align: 'start', share }) as const),
    ],
    rows: rows.map(({ title, cells }) => [
      { text: title, strong: true },
      ...cells.map((cell, place) => cellOf(say, cell, columns[place])),
    ]),
  };
}

function headOf(say: Say, { label, people, held }: HeatColumn): string {
  if (held) return say(deckWords('label.people', { name: label, people: message('not-shown') }));
  if (people === null) return say(label);
  return say(deckWords('label.people', { name: label, people: message('heatmap.people', { n: people }) }));
}

function cellOf(say: Say, { together, word }: HeatCell, column: HeatColumn | undefined): TableCell {
  // The head says that a whole group is held, and the notes say why; its cells are hatched and say nothing more.
  if (together === null) return { text: column?.held === true ? '' : say(word), fill: 'held' };
  const strength = Math.abs(together - 0.5) * 2;
  // The middle between the two sides is as light as the page.
  if (strength === 0) return { text: say(word) };
  return { text: say(word), fill: { tone: together > 0.5 ? 'high' : 'low', strength } };
}
