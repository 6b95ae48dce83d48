import { describe, expect, it } from '@jest/globals';
import { shownPulse, type AnswersTo } from '../../testing/coaching-evidence.ts';
import { dimensionsOf, evidenceIn, type Measure, type ShownMeeting } from './evidence.ts';
import { recommend, type AboutTeam } from './recommendation.ts';

const DEPARTMENT: AboutTeam = { scope: 'department', occasion: null };
const TEAM: AboutTeam = { scope: 'team', occasion: null };

const all =
  (value: number): AnswersTo =>
  () =>
    new Array<number>(6).fill(value);
/** Level, from 1 to 7, of everything that is asked of a measure, and how often its symptoms are met, from 0 to 4. */
const alignment = (level: number, symptom = 2) => [
  shownPulse('alignment', all(level)),
  shownPulse('symptoms-organisation', all(symptom)),
];
const coaching = (level: number, symptom = 2) => [
  shownPulse('coaching', all(level)),
  shownPulse('symptoms-team', all(symptom)),
];
const readiness = (answersTo: AnswersTo) => [shownPulse('readiness', answersTo)];

const GOOD = 7;
const LOW = 2;
/** A need of .30 to .39. */
const MIDDLING = 4;
const OPEN = readiness(all(7));
const SHUT = readiness(all(2));

function recommended(about: AboutTeam, ...meetings: readonly (readonly ShownMeeting[])[]) {
  return recommend(evidenceIn(meetings.flat()), about);
}

function outcome(about: AboutTeam, ...meetings: readonly (readonly ShownMeeting[])[]) {
  const { rule, outcome: what } = recommended(about, ...meetings);
  return `${rule} ${what}`;
}

describe('which programme a team needs', () => {
  it('CO8 is by the first rule that matches', () => {
    expect(outcome(DEPARTMENT, alignment(LOW), coaching(LOW), OPEN)).toBe('2 both');
    expect(outcome(DEPARTMENT, alignment(GOOD, 0), coaching(LOW), OPEN)).toBe('3 team-coaching');
    expect(outcome(TEAM, alignment(LOW), coaching(LOW), OPEN)).toBe('3 team-coaching');
    expect(outcome(DEPARTMENT, alignment(LOW), coaching(LOW), SHUT)).toBe('4 alignment');
    expect(outcome(DEPARTMENT, alignment(LOW), coaching(GOOD, 0), OPEN)).toBe('4 alignment');
    expect(outcome(DEPARTMENT, alignment(MIDDLING, 0), coaching(LOW), SHUT)).toBe('5 alignment-and-readiness-talk');
    expect(outcome(DEPARTMENT, alignment(GOOD, 0), coaching(LOW), SHUT)).toBe('5 not-yet');
    expect(outcome(TEAM, alignment(MIDDLING, 0), coaching(LOW), SHUT)).toBe('5 not-yet');
    expect(outcome(TEAM, alignment(LOW), coaching(GOOD, 0), OPEN)).toBe('6 coaching-toward-purpose');
    const occasion = { ...DEPARTMENT, occasion: 'starting-up' } as const;
    expect(outcome(occasion, alignment(GOOD, 0), coaching(GOOD, 0), OPEN)).toBe('7 alignment');
    expect(outcome({ ...occasion, scope: 'team' }, alignment(GOOD, 0), coaching(GOOD, 0), OPEN)).toBe('8 neither-now');
    expect(outcome({ ...DEPARTMENT, occasion: 'none' }, alignment(GOOD, 0), coaching(GOOD, 0), OPEN)).toBe(
      '8 neither-now',
    );
    expect(outcome(TEAM, alignment(LOW), coaching(GOOD, 0), SHUT)).toBe('8 neither-now');
  });

  it('CO8 tells the figures of each clause, worked out from what is shown', () => {
    const { alignment: a, coaching: t, clauses, first } = recommended(DEPARTMENT, alignment(LOW), coaching(LOW), OPEN);
    // Six who all say 2 are shown as 2 and as close as three places allow, 5/6; symptoms as 2 of 4.
    const level = (2 - 1) / 6;
    expect(a.least).toBeCloseTo(0.7 * (1 - level) + 0.3 * 0.5, 2);
    expect(t.least).toBeCloseTo(0.7 * (1 - (0.75 * level + 0.25 * (5 / 6))) + 0.3 * 0.5, 2);
    expect([a.most, t.most, a.symptom]).toEqual([a.least, t.least, 0.5]);
    expect(first.map(({ dimension }) => dimension).sort()).toEqual(['goals', 'priorities', 'roles', 'vision']);
    expect(clauses.filter(({ fired }) => fired).map(({ clause, told }) => [clause, told])).toEqual([
      ['leads-organisation', 'yes'],
      ['alignment-high', 'yes'],
      ['coaching-high', 'yes'],
      ['intact', 'yes'],
      ['ready', 'yes'],
    ]);
    expect(clauses.find(({ clause }) => clause === 'alignment-high')).toMatchObject({
      figure: { least: a.least, most: a.least },
      limit: 0.4,
    });
  });

  it('CO8 begins alignment only with foundations whose gap is high', () => {
    const answersTo: AnswersTo = (question) => new Array<number>(6).fill(/vision|goals/.test(question) ? 6 : LOW);
    const evidence = [shownPulse('alignment', answersTo), shownPulse('symptoms-organisation', all(2))];
    const { first } = recommended(DEPARTMENT, evidence, coaching(LOW), OPEN);
    expect(first.map(({ dimension }) => dimension).sort()).toEqual(['priorities', 'roles']);
  });

  it('CO8 names the gates in the way of coaching, and why each is', () => {
    const notIntact = readiness((question) => new Array<number>(6).fill(question === 'K3' ? 2 : 7));
    const { failed, gates } = recommended(DEPARTMENT, alignment(LOW), coaching(LOW), notIntact);
    expect(failed).toEqual(['intact']);
    expect(gates.map(({ gate, told, because }) => [gate, told, because])).toEqual([
      ['intact', 'no', null],
      ['ready', 'yes', null],
    ]);
    expect(recommended(DEPARTMENT, alignment(LOW), coaching(GOOD, 0), notIntact).failed).toEqual([]);
  });
});

describe('what is not told', () => {
  it('CO7 a gate that so few answers leave open counts as shut, and says so', () => {
    const lukewarm = readiness(() => [4, 5, 5, 5, 6, 6]);
    const { outcome: what, gates, failed } = recommended(TEAM, alignment(LOW), coaching(LOW), lukewarm);
    expect([what, failed]).toEqual(['not-yet', ['intact', 'ready']]);
    expect(gates.map(({ told, because }) => [told, because])).toEqual([
      ['not-told', 'few-answers'],
      ['not-told', 'few-answers'],
    ]);
  });

  it('CO7 a gate that nobody was asked about counts as shut', () => {
    const { outcome: what, gates } = recommended(DEPARTMENT, alignment(LOW), coaching(LOW));
    expect([what, gates[0]?.because, gates[1]?.because]).toEqual(['alignment', 'not-asked', 'not-asked']);
  });

  it('CO9 too few answers to any measure are insufficient evidence', () => {
    const five: AnswersTo = () => new Array<number>(5).fill(LOW);
    const four: AnswersTo = () => new Array<number>(4).fill(7);
    expect(outcome(DEPARTMENT, alignment(LOW), coaching(LOW), readiness(four))).toBe('1 insufficient-evidence');
    const under = [shownPulse('alignment', five, { invited: 8 })];
    const { clauses, turnout } = recommended(DEPARTMENT, under, coaching(LOW), OPEN);
    expect(clauses[0]).toMatchObject({ clause: 'enough-answers', told: 'no', fired: true, figure: { least: 0.62 } });
    expect(turnout[0]).toEqual({ measure: 'alignment', ballots: 5, invited: 8, isEnough: false });
    const seventy = [shownPulse('alignment', five, { invited: 7 })];
    expect(recommended(DEPARTMENT, seventy, coaching(LOW), OPEN).turnout[0]?.isEnough).toBe(true);
  });

  it('CO9 a measure that is missing matters only where it could change the recommendation', () => {
    const organisation = 'symptoms-organisation' as const satisfies Measure;
    expect(recommended(DEPARTMENT)).toMatchObject({ outcome: 'insufficient-evidence', missing: { length: 5 } });
    // Whatever coaching came to, a department that is not ready would be told the same.
    expect(outcome(DEPARTMENT, alignment(LOW), SHUT)).toBe('4 alignment');
    expect(outcome(DEPARTMENT, alignment(LOW), OPEN)).toBe('1 insufficient-evidence');
    expect(outcome(TEAM, coaching(LOW), OPEN)).toBe('3 team-coaching');
    const withoutSymptoms = alignment(MIDDLING).slice(0, 1);
    const {
      outcome: what,
      missing,
      alignment: need,
    } = recommended(DEPARTMENT, withoutSymptoms, coaching(GOOD, 0), OPEN);
    expect([what, missing]).toEqual(['insufficient-evidence', [organisation]]);
    expect(need.most - need.least).toBeCloseTo(0.3, 5);
  });

  it('CO9 a dimension of which nothing is shown does not count, and half of them are no picture', () => {
    const silentOn =
      (silent: RegExp): AnswersTo =>
      (question) =>
        silent.test(question) ? new Array<null>(6).fill(null) : new Array<number>(6).fill(LOW);
    const most = [shownPulse('alignment', silentOn(/vision/)), shownPulse('symptoms-organisation', all(2))];
    const { alignment: need } = recommended(DEPARTMENT, most, coaching(LOW), SHUT);
    expect([need.left, need.gaps.length, need.least === need.most]).toEqual([
      [{ dimension: 'vision', title: 'Vision' }],
      7,
      true,
    ]);
    const half = [shownPulse('alignment', silentOn(/vision|goals|roles|strategy/))];
    expect(recommended(DEPARTMENT, half, coaching(LOW), SHUT).alignment).toMatchObject({ least: 0, most: 1 });
  });

  it('CO9 half of the symptoms are no picture of them, and more than half are one', () => {
    const questions = dimensionsOf('symptoms-organisation').flatMap((dimension) => dimension.questions);
    const shownOf = (count: number) => {
      const answers: AnswersTo = (question) =>
        new Array<number | null>(6).fill(questions.indexOf(question) < count ? 4 : null);
      const asked = [shownPulse('alignment', all(MIDDLING)), shownPulse('symptoms-organisation', answers)];
      return recommended(DEPARTMENT, asked, coaching(GOOD, 0), OPEN);
    };
    const half = Math.floor(questions.length / 2);
    // A level that hides somebody's answer is shown nearer to the middle.
    expect(shownOf(half + 1)).toMatchObject({ outcome: 'alignment', alignment: { symptom: 0.88 } });
    expect(shownOf(half)).toMatchObject({ outcome: 'insufficient-evidence', alignment: { symptom: null } });
  });
});

describe('what a recommendation is made of', () => {
  it('CO9 the latest pulse of each measure, of the leaders alone', () => {
    const early = shownPulse('alignment', all(GOOD));
    const late = shownPulse('alignment', all(LOW), { closedAt: early.closedAt + 1 });
    const beside = { ...shownPulse('alignment', all(GOOD), { closedAt: early.closedAt + 2 }), leaders: 3 };
    expect(evidenceIn([late, early, beside]).alignment).toBe(late);
    const { results } = late;
    const part = { ...late, results: { ...results, questions: results.questions.slice(1) } };
    expect(evidenceIn([part, early]).alignment).toBe(early);
  });
});
