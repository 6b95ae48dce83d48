import type { DeckMessage } from '../figures/deck-words.ts';
import { spoken } from '../figures/message.ts';
import type { Exhibit } from '../ooxml/exhibit.ts';

/** Says a message by what goes into it, each value in brackets: its words are not the matter here. */
export function valuesOnly(said: DeckMessage): string {
  return spoken(said, (_key, values) =>
    Object.entries(values)
      // Days are told by the calendar, not as a count of milliseconds.
      .filter(([name]) => name !== 'date')
      .map(([, value]) => `[${typeof value === 'object' ? value.join(' ') : String(value)}]`)
      .join(' '),
  );
}

/** Says a message by its key and what goes into it. */
export function keyAndValues(said: DeckMessage): string {
  return spoken(said, (key, values) => {
    const inIt = Object.values(values).map((value) => (typeof value === 'object' ? value.join(' ') : String(value)));
    return [key, ...inIt].join(' ');
  });
}

/** Every text of an exhibit that somebody can read: where it comes from apart. */
export function textsOf(exhibit: Exhibit): readonly string[] {
  const { title, subject, altText, notes } = exhibit;
  return [title, subject ?? '', altText, ...notes, ...bodyTexts(exhibit.body)];
}

/** Every number that is drawn: no room that a bar takes to begin where it should. */
export function drawnNumbers({ body }: Exhibit): readonly number[] {
  if (body.form !== 'chart') return [];
  return body.chart.series
    .filter(({ mark }) => mark !== 'offset')
    .flatMap(({ values }) => values.filter((value) => value !== null));
}

function bodyTexts(body: Exhibit['body']): readonly string[] {
  switch (body.form) {
    case 'text':
      return body.paragraphs.flatMap(({ lead, text }) => [lead ?? '', text]);
    case 'table':
      return [
        ...body.table.columns.map(({ title }) => title),
        ...body.table.rows.flatMap((cells) => cells.map(({ text }) => text)),
      ];
    case 'chart': {
      const { categories, series, axis, upAxis } = body.chart;
      return [
        ...categories,
        ...series.flatMap(({ name, labels }) => [
          name,
          ...(typeof labels === 'string' ? [] : labels.map((label) => label ?? '')),
        ]),
        ...[axis, upAxis].flatMap((one) => [one?.title ?? '', one?.ends?.low ?? '', one?.ends?.high ?? '']),
      ];
    }
  }
}
