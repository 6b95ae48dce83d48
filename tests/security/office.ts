import { randomUUID } from 'node:crypto';
import type { MeetingView, RoundView, TeamView } from '@plumbline/shared/contract/views';
import type { Answers } from '@plumbline/shared/domain/ballot/ballot';
import { SIXTY_MINUTES } from '@plumbline/shared/domain/meeting/phases';
import type { Role } from '@plumbline/shared/domain/team/team';
import { makeId, type MeetingId, type TeamId } from '@plumbline/shared/kernel/ids';
import { persona, type Person } from '../running/person.ts';
import { RunningMeeting } from '../running/running-meeting.ts';
import { nameOf, personId } from '../running/tenant-people.ts';

/** What a meeting asks where a test does not care. */
export const COMPOSITION = {
  title: 'Alignment',
  purpose: 'See where we stand.',
  mode: 'anonymous' as const,
  scheduledFor: null,
  instrument: { id: makeId('instrument', 'alignment'), version: 1 },
  ownQuestions: ['We finish what we begin.'],
  priorities: ['One', 'Two', 'Three'],
  minutes: SIXTY_MINUTES,
};

/** People of the two tenants at the running service, by the names of their personas. */
export class Office {
  readonly #origin: string;
  readonly #people = new Map<string, Promise<Person>>();

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** Somebody of the first tenant (`a3`) or of the second (`b3`). */
  person(id: string): Promise<Person> {
    const known = this.#people.get(id) ?? persona(this.#origin, id);
    this.#people.set(id, known);
    return known;
  }

  /** A team that `a0` or `b0` founds as its coach, with whoever else is named by number. */
  async team(letter: 'a' | 'b', others: Readonly<Record<number, Role>>, founder = 0): Promise<TeamView> {
    const coach = await this.person(`${letter}${founder}`);
    const about = { name: 'Team', organisation: 'Org', scope: 'team', intact: true } as const;
    const team = await coach.do('foundTeam', { params: {}, input: { ...about, myTitle: '', myRole: 'coach' } });
    for (const [number, role] of Object.entries(others))
      await this.add(team.id, coach, { number: Number(number), role });
    return coach.do('viewTeam', { params: { team: team.id } });
  }

  async add(team: TeamId, coach: Person, { number, role }: { number: number; role: Role }): Promise<void> {
    const letter = coach.name.startsWith('a') ? 'a' : 'b';
    const input = { person: personId(letter, number), name: nameOf(letter, number), title: '', role };
    await coach.do('addMember', { params: { team }, input });
  }

  async draft(team: TeamId, coach: Person): Promise<MeetingView> {
    return coach.do('composeMeeting', { params: { team }, input: { format: 'meeting', composition: COMPOSITION } });
  }

  /** A meeting that takes ballots. */
  async open(team: TeamId, coach: Person): Promise<RunningMeeting> {
    const { id, revision } = await this.draft(team, coach);
    const opening = { params: { meeting: id }, input: { closesAt: null }, ifMatch: String(revision) };
    await coach.do('openMeeting', opening);
    return new RunningMeeting(id, coach);
  }
}

/** Casts a first ballot, or one over the revision that is given, and returns the revision of it. */
export async function cast(
  person: Person,
  round: { readonly meeting: MeetingId; readonly round: RoundView['id'] },
  ballot: { readonly answers: Answers; readonly basedOn?: string },
): Promise<string> {
  const input = { basedOn: ballot.basedOn ?? null, answers: ballot.answers };
  return (await person.do('castBallot', { params: round, input })).revision;
}

/** A commitment that is complete. */
export function commitmentInput(owner: ReturnType<typeof personId>, sentence = 'We decide in a week.') {
  const due = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  return { sentence, owner, due, evidence: 'The list is published.', question: null };
}

export function newKey(): string {
  return randomUUID();
}
