import { discloseScale } from '../domain/disclosure/disclosure.ts';
import type { Mode } from '../domain/meeting/meeting.ts';
import type { QuestionResult } from '../domain/results/shown.ts';
import type { FigureDetails } from '../figures/details/figure-details.ts';
import type { DetailMessage } from '../figures/details/words.ts';
import type { FigureSource } from '../figures/figure.ts';
import { agreementQuestion, roundOf, scaleTally } from './example-rounds.ts';

/** What is shown of answers from 1 to 7 to a question. */
export function questionResult(
  answers: readonly number[],
  { id = 'q', dimension = null, mode = 'anonymous' }: { id?: string; dimension?: string | null; mode?: Mode } = {},
): QuestionResult {
  const round = roundOf(answers.length, { [id]: scaleTally(answers) });
  const result = discloseScale({ question: agreementQuestion(id), round, minimumGroup: 5, mode });
  return { question: id, dimension, text: `Text of ${id}`, low: 1, high: 7, result };
}

/** Where figures come from; everybody who was asked answered, if it is not said. */
export function sourceOf(from: Partial<FigureSource> & Pick<FigureSource, 'answered'>): FigureSource {
  return {
    team: 'Northwind',
    meeting: 'November',
    invited: from.answered ?? 9,
    minimumGroup: 5,
    date: Date.UTC(2026, 10, 12),
    ...from,
  };
}

/** The figures of a group of details by the names of their lines; `group` is its key, or the text it is about. */
export function valuesOf({ groups }: FigureDetails, group: string): Readonly<Record<string, unknown>> {
  const found = groups.find(({ title }) => calledBy(title) === group);
  return Object.fromEntries((found?.lines ?? []).map(({ name, value }) => [calledBy(name), plain(value)]));
}

/** What a name is about where it is somebody's text, else its key. */
function calledBy({ key, values }: DetailMessage): string {
  const text = values['name'];
  return typeof text === 'string' ? text : key.replace(/^details:/, '');
}

/** The one thing that a value says, or all of it where it says several; its key where it says none. */
function plain(value: DetailMessage): unknown {
  const said = Object.values(value.values);
  if (value.key === 'details:number.below') return ['below', ...said];
  if (said.length === 0) return calledBy(value);
  return said.length === 1 ? said[0] : said;
}
