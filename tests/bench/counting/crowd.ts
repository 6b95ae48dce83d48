import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';

export const PEOPLE = 100_000;
const PAGE = 1_000;

const OPTIONS = Array.from({ length: 10 }, (_, place) => ({ id: `o${place}`, text: '' }));

export const SCALES = Array.from({ length: 40 }, (_, place): Question => ({
  id: `q${place}`,
  kind: 'agreement',
  text: '',
}));

export const QUESTIONS: readonly Question[] = [
  ...SCALES,
  { id: 'rank', kind: 'ranking', text: '', options: OPTIONS, most: 10 },
  { id: 'points', kind: 'allocation', text: '', options: OPTIONS, total: 100 },
];

/** The ballots of a large pulse, page by page as a store reads them, and every time the same. */
export function* pages(people: number): Generator<readonly Answers[]> {
  let state = 20_261;
  const draw = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
  for (let from = 0; from < people; from += PAGE) {
    yield Array.from({ length: Math.min(PAGE, people - from) }, () => ballotFrom(draw));
  }
}

function ballotFrom(draw: (below: number) => number): Answers {
  const order = OPTIONS.map(({ id }) => id);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = draw(last + 1);
    [order[last], order[at]] = [order[at] ?? '', order[last] ?? ''];
  }
  const first = draw(101);
  const second = draw(101 - first);
  const [one = '', two = '', three = ''] = order;
  return {
    ...Object.fromEntries(SCALES.map(({ id }) => [id, { kind: 'scale' as const, value: 1 + draw(7) }])),
    rank: { kind: 'ranking', order: order.slice(0, 1 + draw(10)) },
    points: { kind: 'allocation', points: { [one]: first, [two]: second, [three]: 100 - first - second } },
  };
}
