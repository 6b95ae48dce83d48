import type { Answer } from '@plumbline/shared/domain/ballot/ballot';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import { IMPORTANCE, PRIORITIES } from '@plumbline/shared/domain/meeting/rounds';

/** Where the eight leaders of the demo company stand in its next meeting; 0: can't say. */
const STAND: Readonly<Record<string, readonly number[]>> = {
  vision: [6, 6, 6, 7, 6, 7, 6, 6],
  goals: [6, 6, 5, 6, 6, 5, 6, 6],
  priorities: [6, 4, 3, 6, 3, 6, 4, 5],
  strategy: [6, 4, 4, 5, 4, 5, 4, 6],
  roles: [6, 1, 1, 6, 1, 7, 1, 6],
  responsibilities: [5, 3, 5, 6, 2, 6, 4, 3],
  expectations: [4, 4, 4, 3, 3, 4, 4, 4],
  'across-functions': [3, 2, 3, 2, 2, 3, 2, 2],
  own: [6, 2, 2, 6, 0, 7, 3, 5],
};

const ORDERS = ['1 2 5 3 4', '1 4 3 2 5', '1 4 3 5 2', '3 1 2 5 4', '4 1 3 2 5', '2 5 1 3 4', '1 4 3 5 2', '2 1 3 5 4'];

const DOTS = ['al.roles.1', 'al.across-functions.1', 'al.strategy.2'];

/** What the leaders would say to their people, one each. */
export const WORDINGS = [
  'On time comes first until the new year; the third ship is decided by one person, by name.',
  'We keep our promises in the North Sea, and Ngozi decides about the third ship.',
  'On time first. The third ship sails east when the North Sea plan allows it.',
  'One plan, one owner for each ship, and no surprises for the depots.',
  'People first, then ships: nobody hears of a change from a customer.',
  'We go east with the third ship as soon as on-time holds for four weeks.',
  'Our customers hear the truth about every late ship from us, first.',
  'On-time delivery first, the Baltic second, and one name under each decision.',
];

/** What a leader of the demo company answers to a question of any round; `null` where nothing is said. */
export function answerOf(question: Question, leader: number): Answer | null {
  switch (question.kind) {
    case 'ranking':
      return { kind: 'ranking', order: rankingOf(question.id, leader) };
    case 'allocation':
      return { kind: 'allocation', points: pointsOf(rankingOf(question.id, leader), leader) };
    case 'pairwise':
      return { kind: 'pairwise', choices: choicesOf(rankingOf(question.id, leader)) };
    case 'dots':
      return { kind: 'dots', on: leader % 4 === 3 ? DOTS.slice(0, 2) : DOTS };
    case 'frequency':
      return { kind: 'scale', value: (leader * 3 + question.id.length) % 5 };
    case 'agreement':
    case 'rating':
      return onScale(question, leader);
  }
}

function onScale(question: Question, leader: number): Answer {
  const stand = STAND[question.id.split('.').at(-2) ?? '']?.[leader];
  if (stand === 0) return { kind: 'cannot-say' };
  if (stand !== undefined) return { kind: 'scale', value: nudged(stand, question.id, leader) };
  if (question.kind === 'rating' && question.high === 1) return { kind: 'scale', value: leader % 4 === 2 ? 0 : 1 };
  return { kind: 'scale', value: leader % 3 === 0 ? 5 : 4 };
}

/** Keeps a leader's answers within a dimension from being all the same; who feels strongly stays there. */
function nudged(stand: number, question: string, leader: number): number {
  if (stand <= 1 || stand >= 6) return stand;
  const place = (Number(question.at(-1)) * 5 + leader * 3) % 7;
  const step = place === 0 ? 1 : place === 3 ? -1 : 0;
  return stand + step;
}

function rankingOf(question: string, leader: number): readonly string[] {
  if (question === PRIORITIES) return (ORDERS[leader] ?? '').split(' ').map((place) => `p${place}`);
  const importance = leader % 2 === 0 ? ['roles', 'priorities', 'across-functions'] : ['roles', 'strategy', 'vision'];
  return question === IMPORTANCE ? importance : [];
}

/** Points to five priorities, the first in a leader's order most; leaders differ in how much more. */
function pointsOf(order: readonly string[], leader: number): Readonly<Record<string, number>> {
  const shares = leader % 2 === 0 ? [40, 25, 20, 10, 5] : [30, 25, 20, 15, 10];
  return Object.fromEntries(order.map((option, place) => [option, shares[place] ?? 0]));
}

function choicesOf(order: readonly string[]): Extract<Answer, { kind: 'pairwise' }>['choices'] {
  return order.flatMap((preferred, place) => order.slice(place + 1).map((over) => ({ preferred, over })));
}
