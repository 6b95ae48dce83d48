import type { RevoteResult } from '../domain/results/shown.ts';
import type { RevotedPerson } from './basis.ts';
import { changeOf, type BeforeAfterRow } from './before-after.ts';
import { percent, type FigureFrame, type FigureSource } from './figure.ts';
import { message, type Message } from './message.ts';

/** Where the needle of the meter points; `null` when nothing new is shown. */
export type MeterPlace = 'further-apart' | 'settled' | 'closer';

/** Whether to keep talking: words first, then the change. */
export interface MeterFigure extends FigureFrame {
  readonly kind: 'meter';
  readonly marks: {
    readonly place: MeterPlace | null;
    readonly advice: Message;
    readonly change: BeforeAfterRow['change'];
  };
}

/** The convergence meter of one question that was voted on again. */
export function meterFigure(from: {
  readonly source: FigureSource;
  readonly text: string;
  readonly revote: RevoteResult;
  readonly people?: readonly RevotedPerson[];
}): MeterFigure {
  const { source, ...revoted } = from;
  const { revote } = revoted;
  const outcome = revote.status === 'moved' ? revote.meter : revote.status;
  const title = message(`meter.title.${outcome}`);
  const advice = message(`meter.advice.${outcome}`);
  const change = changeOf(revote, source.mode ?? 'anonymous');
  const places = change.status === 'shown' ? [percent(change.before), percent(change.after)] : [null, null];
  return {
    kind: 'meter',
    title,
    altText:
      change.status === 'shown'
        ? message('meter.alt', { title, advice, before: percent(change.before), after: percent(change.after) })
        : message('meter.alt.note', { title, advice }),
    table: {
      caption: message('table.together'),
      columns: [
        { label: message('column.question'), align: 'start' },
        { label: message('column.before'), align: 'end' },
        { label: message('column.after'), align: 'end' },
        { label: message('column.moved'), align: 'start' },
      ],
      rows: [[revoted.text, ...places, change.status === 'shown' ? change.moved : change.note]],
    },
    source,
    basis: { of: 'revotes', questions: [revoted] },
    subject: revoted.text,
    notes: [],
    marks: { place: placeOf(outcome), advice, change },
  };
}

function placeOf(outcome: MeterPlace | 'held' | 'unchanged'): MeterPlace | null {
  if (outcome === 'held') return null;
  return outcome === 'unchanged' ? 'settled' : outcome;
}
