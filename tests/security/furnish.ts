import type { PersonId } from '@plumbline/shared/kernel/ids';
import type { Person } from '../running/person.ts';
import { personId } from '../running/tenant-people.ts';
import { commitmentInput, COMPOSITION, type Office } from './office.ts';
import type { Things } from './requests.ts';

const LEADERS = [1, 2, 3, 4, 5].map((number) => [number, 'leader'] as const);

/** Where the people of a team sit: their tenant, and the number of its coach, from which all others count. */
export interface Seats {
  readonly letter: 'a' | 'b';
  readonly from: number;
}

/**
 * A team with a past, a plan and an open meeting that commits. `a0` is its coach and runs the meeting; `a1` to `a5` are
 * asked, `a7` is its analyst and owns the commitment of the past, `a8` its sponsor, also of the coach's engagement, whose contract waits to be accepted, `a9` became a leader too late to be
 * asked, `a10` is another coach. `a20` leads another team, `b0` one of another tenant.
 */
export async function furnish(office: Office): Promise<Things> {
  const things = await furnishTeam(office, { letter: 'a', from: 0 });
  await office.team('a', {}, 20);
  await office.team('b', {});
  return things;
}

/** The same for a team whose people sit elsewhere, without the teams of other people. */
export async function furnishTeam(office: Office, { letter, from }: Seats): Promise<Things> {
  const seat = (number: number) => personId(letter, from + number);
  const coach = await office.person(`${letter}${from}`);
  const others = [...LEADERS, [7, 'analyst'], [8, 'sponsor'], [10, 'coach']] as const;
  const team = await office.team(letter, Object.fromEntries(others.map(([n, role]) => [from + n, role])), from);
  const past = await office.open(team.id, coach);
  await past.moveTo('committing');
  const made = await coach.do('proposeCommitment', {
    params: { meeting: past.id },
    input: commitmentInput(seat(7)),
  });
  await past.direct({ type: 'close' }, ({ sealed }) => sealed);
  const meeting = await office.open(team.id, coach);
  await office.add(team.id, coach, { number: from + 9, role: 'leader' });
  const { id: round, questions } = await meeting.round('rating');
  await meeting.moveTo('committing');
  const proposed = await coach.do('proposeCommitment', {
    params: { meeting: meeting.id },
    input: commitmentInput(seat(1)),
  });
  const instrument = await coach.do('copyInstrument', {
    params: { team: team.id },
    input: { from: { id: proposed.composition.instrument.id, version: 1 }, title: 'Ours' },
  });
  const draft = await office.draft(team.id, coach);
  const sponsor = seat(8);
  const engagement = await coach.do('beginEngagement', {
    params: { team: team.id },
    input: { sponsor, purpose: 'Decide faster.', occasion: 'challenging-time' },
  });
  const ifMatch = String(engagement.revision);
  await coach.do('draftContract', { params: { team: team.id }, input: {}, ifMatch });
  const params = { team: team.id };
  const done = { entry: 'silent-start', dimension: 'dynamics', day: '2026-01-05' };
  const intervention = await coach.do('logIntervention', { params, input: done });
  const incident = await coach.do('logIncident', {
    params,
    input: { kind: 'st.friction.1', day: '2026-01-05', text: 'The launch slipped.' },
  });
  const plan = await coach.do('planSession', { params, input: { minutes: 60, dimension: 'roles' } });
  const session = await coach.do('changeSession', {
    params: { team: team.id, session: plan.id },
    input: { type: 'share', shared: true },
    ifMatch: String(plan.revision),
  });
  return {
    team: team.id,
    draft: draft.id,
    meeting: meeting.id,
    round,
    question: questions[0]?.id ?? '',
    instrument: instrument.id,
    proposed: proposed.commitments[0]?.id ?? fail('a proposed commitment'),
    intervention: intervention.id,
    incident: incident.id,
    session: session.id,
    made: made.commitments[0]?.id ?? fail('a commitment'),
  };
}

function fail(what: string): never {
  throw new Error(`There is no ${what}`);
}

/** An open pulse of a furnished team that also asks somebody beside it; what is asked about is this pulse. */
export async function furnishPulse({
  things,
  coach,
  beside,
}: {
  readonly things: Things;
  readonly coach: Person;
  readonly beside: PersonId;
}): Promise<Things> {
  const composing = { params: { team: things.team }, input: { format: 'pulse' as const, composition: COMPOSITION } };
  const { id: meeting } = await coach.do('composeMeeting', composing);
  const params = { meeting };
  const { revision } = await coach.do('nameParticipants', { params, input: { people: [beside] } });
  const closesAt = Date.now() + 3 * 86_400_000;
  const opened = await coach.do('openMeeting', { params, input: { closesAt }, ifMatch: String(revision) });
  const round = opened.rounds.find(({ purpose }) => purpose === 'rating') ?? fail('a round of the pulse');
  return { ...things, meeting, draft: meeting, round: round.id, question: round.questions[0]?.id ?? '' };
}
