import { afterEach, describe, expect, it } from '@jest/globals';
import type { RecommendationView } from '@plumbline/shared/contract/coaching-views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { dimensionsOf, type Measure } from '@plumbline/shared/domain/coaching/evidence';
import { discloseScale } from '@plumbline/shared/domain/disclosure/disclosure';
import { allSheets } from '@plumbline/shared/domain/disclosure/sheets';
import { makeId, type TeamId } from '@plumbline/shared/kernel/ids';
import { Company } from '../company.ts';

const DAY = 86_400_000;
const PEOPLE = 6;

const companies: Company[] = [];
afterEach(async () => {
  for (const company of companies.splice(0)) await company.leave();
});

/** What person i (from 0) says to a question. */
type Sheet = (question: string, i: number) => number;

/** A company whose team of six leaders has been asked measures, one pulse after the other. */
async function asked(measures: readonly (readonly [Measure, Sheet])[]) {
  const company = new Company();
  companies.push(company);
  const team = await company.team(PEOPLE, ['sponsor', 'analyst']);
  for (const [measure, sheet] of measures) {
    const instrument = { id: makeId('instrument', measure), version: 1 };
    const meeting = await company.meeting(team, company.now + 7 * DAY, {
      instrument,
      priorities: [],
      ownQuestions: [],
    });
    const { id } = await company.round(meeting, 'rating');
    const questions = dimensionsOf(measure).flatMap((dimension) => dimension.questions);
    for (let i = 0; i < PEOPLE; i += 1) {
      const answers: Answers = Object.fromEntries(
        questions.map((question) => [question, { kind: 'scale' as const, value: sheet(question, i) }]),
      );
      const cast = await company.cast(meeting, id, { by: i + 1, answers });
      if (!cast.ok) throw new Error(JSON.stringify(cast.error));
    }
    await company.direct(meeting, { type: 'close' });
  }
  return { company, team };
}

function recommendation(company: Company, team: TeamId, by = 1): Promise<RecommendationView> {
  return company.get('viewRecommendation', company.person(by), { params: { team }, input: null });
}

/** The answers of six people, in order, of which some count as ready and others do not, by what is shown of them. */
function lookalikes(): readonly (readonly [readonly number[], readonly number[]])[] {
  const byDisplay = new Map<string, { ready: number[] | null; unready: number[] | null }>();
  const question = { id: 'K', kind: 'agreement', text: '' } as const;
  for (const counts of allSheets(PEOPLE, 7)) {
    const tally = { kind: 'scale' as const, low: 1, high: 7, counts, cannotSay: 0 };
    const round = { invited: PEOPLE, ballots: PEOPLE, questions: { K: tally }, camps: null };
    const display = JSON.stringify(discloseScale({ question, round, minimumGroup: 5 }));
    const answers = counts.flatMap((count, step) => new Array<number>(count).fill(step + 1));
    const isReady = (answers[2] ?? 0) + (answers[3] ?? 0) >= 10 && (answers[1] ?? 0) > 3;
    const found = byDisplay.get(display) ?? { ready: null, unready: null };
    found[isReady ? 'ready' : 'unready'] ??= answers;
    byDisplay.set(display, found);
  }
  return [...byDisplay.values()].flatMap(({ ready, unready }) => (ready && unready ? [[ready, unready] as const] : []));
}

/** What answers come to, whoever gave which. */
const dealt =
  (answers: readonly number[]): Sheet =>
  (_question, i) =>
    answers[i] ?? 0;

describe('a recommendation', () => {
  it('CO8 is the same for two sheets that look the same, though one is ready and the other is not', async () => {
    const pairs = lookalikes();
    expect(pairs.length).toBeGreaterThan(5);
    for (const [ready, unready] of [pairs[0], pairs[Math.floor(pairs.length / 2)], pairs.at(-1)].map(
      (pair) => pair ?? [[], []],
    )) {
      const seen = [];
      for (const sheet of [ready, unready]) {
        const { company, team } = await asked([
          ['coaching', () => 2],
          ['readiness', dealt(sheet)],
        ]);
        const shown = await company.get('viewTeam', company.person(1), { params: { team }, input: null });
        seen.push({ recommended: await recommendation(company, team), trend: shown.trend });
      }
      expect(seen[1]).toEqual(seen[0]);
    }
  });

  it('CO8 is the same whoever gave which answer, and however answers to several questions belong together', async () => {
    const one: Sheet = (_question, i) => [3, 6, 6, 6, 7, 7][i] ?? 0;
    // Each question keeps its answers; who answers low is somebody else on each.
    const other: Sheet = (question, i) => one(question, (i + Number(question.slice(1))) % PEOPLE);
    const seen = [];
    for (const sheet of [one, other]) {
      const { company, team } = await asked([['readiness', sheet]]);
      seen.push(await recommendation(company, team));
    }
    expect(seen[1]).toEqual(seen[0]);
  });

  it('CO8 uses the occasion of the engagement, names its sources, and says that nothing is calibrated', async () => {
    const { company, team } = await asked([
      ['alignment', () => 2],
      ['coaching', () => 2],
      ['symptoms-team', () => 3],
      ['readiness', () => 7],
    ]);
    const first = await recommendation(company, team);
    expect(first).toMatchObject({ outcome: 'team-coaching', rule: 3, occasion: null, cutOffs: { calibrated: false } });
    expect(first.measured.map(({ measure, ballots, invited }) => [measure, ballots, invited])).toEqual([
      ['alignment', 6, 6],
      ['coaching', 6, 6],
      ['symptoms-team', 6, 6],
      ['readiness', 6, 6],
    ]);
    const input = { sponsor: null, purpose: 'Begin.', occasion: 'starting-up' } as const;
    await company.get('beginEngagement', company.person(0), { params: { team }, input });
    expect(await recommendation(company, team, 0)).toEqual({
      ...first,
      occasion: 'starting-up',
      clauses: first.clauses.map((clause) => (clause.clause === 'occasion' ? { ...clause, told: 'yes' } : clause)),
    });
  });

  it('CO8 PV8 is for leaders and coaches, who see questions: to sponsors and analysts it is denied', async () => {
    const { company, team } = await asked([['readiness', () => 7]]);
    for (const by of [7, 8]) {
      const reply = await company.call('viewRecommendation', company.person(by), { params: { team }, input: null });
      expect(reply.ok ? 'shown' : reply.error.kind).toBe('access.denied');
    }
  });

  it('PV3 tells nothing of a pulse that is open', async () => {
    const { company, team } = await asked([['coaching', () => 2]]);
    const before = await recommendation(company, team);
    const instrument = { id: makeId('instrument', 'readiness'), version: 1 };
    const meeting = await company.meeting(team, company.now + 7 * DAY, {
      instrument,
      priorities: [],
      ownQuestions: [],
    });
    const round = await company.round(meeting, 'rating');
    await company.vote(meeting, round, { question: 'K3', values: [7, 7, 7, 7, 7, 7] });
    expect(await recommendation(company, team)).toEqual(before);
  });
});
