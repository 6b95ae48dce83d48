import { DAY, dayOf, HOUR, type Duration, type Instant } from '../../kernel/instant.ts';
import type { CommitmentId, MeetingId, TeamId } from '../../kernel/ids.ts';
import { dayAfter, instantOf, wallTimeAt } from '../../kernel/time-zone.ts';
import type { Asks } from '../meeting/meeting.ts';
import type { NotOpenedBecause } from '../meeting/planned-opening.ts';
import type { Due } from './nudge.ts';

/** What may be a reason to speak to one person. None of it says whether anybody has answered a meeting or pulse. */
export interface NudgeFacts {
  /** Meetings and pulses that ask for the person's answers now. */
  readonly asked: readonly (MeetingFact & {
    readonly openedAt: Instant;
    /** When it takes no answers any more: a pulse's closing, a meeting's beginning; `null` where nobody knows. */
    readonly endsAt: Instant | null;
    readonly closesAt: Instant | null;
    /** When somebody last asked that people are reminded; `null`: nobody has. */
    readonly remindedAt: Instant | null;
  })[];
  /** Open commitments that are the person's. */
  readonly commitments: readonly (TeamFact & {
    readonly commitment: CommitmentId;
    readonly sentence: string;
    readonly due: string;
    readonly madeAt: Instant;
    readonly remindedAt: Instant | null;
  })[];
  /** What has closed, where the person may see what came of it. */
  readonly closed: readonly (MeetingFact & { readonly asks: Asks; readonly closedAt: Instant })[];
  /** Contracts that the person is a party to and has not accepted. */
  readonly contracts: readonly (TeamFact & {
    readonly version: number;
    readonly draftedAt: Instant;
    readonly remindedAt: Instant | null;
  })[];
  /** What the person planned that did not open at its moment. */
  readonly notOpened: readonly (MeetingFact & {
    readonly missedAt: Instant;
    readonly because: NotOpenedBecause;
  })[];
  /** Days on which teams are to be asked again that the person coaches. */
  readonly measures: readonly (TeamFact & {
    readonly why: 'intervention' | 'three-months';
    readonly day: string;
  })[];
}

export interface TeamFact {
  readonly team: TeamId;
  readonly teamName: string;
}

export interface MeetingFact extends TeamFact {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly format: 'meeting' | 'pulse';
}

/** A reminder comes so long before the end; in what is open for longer, another one half-way. */
const BEFORE_THE_END: Duration = DAY;
const LONG: Duration = 4 * DAY;
/** No reminder comes sooner than so long after the opening. */
const AFTER_THE_OPENING: Duration = 12 * HOUR;
const DAYS_BEFORE_DUE = 3;
const ASKED_AFTER_DUE = 7;
/** For so long a coach may still find better words before everybody is asked to accept them. */
const WORDED_FOR: Duration = HOUR;
const ASKED_TO_ACCEPT_AGAIN: Duration = 4 * DAY;
/** A reminder that somebody asked for comes within so long, or not at all: a weekend may be in between. */
const WISHED_FOR: Duration = 4 * DAY;
const DIGEST_FOR: Duration = 7 * DAY;
const MEASURE_FOR = 14;
const NOT_OPENED_FOR: Duration = 7 * DAY;
/** A team whose coach planned nothing else is measured again so many days after the last time. */
export const MEASURED_EVERY = 90;

/** Every nudge that the facts give a reason for, each once. Days are those where the receiver is. */
export function duesOf(facts: NudgeFacts, zone: string): readonly Due[] {
  return [
    ...facts.asked.flatMap(askingDues),
    ...facts.commitments.flatMap((fact) => checkInDues(fact, zone)),
    ...facts.contracts.flatMap(contractDues),
    ...facts.notOpened.map(notOpenedDue),
    ...facts.measures.map((fact) => measureDue(fact, zone)),
    ...facts.closed.map(digestDue),
  ];
}

/** The nudges of one message: what waits for an answer is named once, and so is a commitment. */
export function joined(due: readonly Due[]): readonly Due[] {
  const invited = new Set(due.flatMap(({ nudge }) => (nudge.kind === 'invitation' ? [nudge.meeting] : [])));
  const told = new Set<string>();
  // The later of two about the same thing says all that the earlier one did.
  const latestFirst = due.toReversed().filter(({ nudge }) => {
    if (nudge.kind === 'reminder' && invited.has(nudge.meeting)) return false;
    const about = aboutOf(nudge);
    if (told.has(about)) return false;
    told.add(about);
    return true;
  });
  return latestFirst.toReversed();
}

function aboutOf(nudge: Due['nudge']): string {
  switch (nudge.kind) {
    case 'invitation':
    case 'reminder':
      return `answer|${nudge.meeting}`;
    case 'check-in':
      return `check-in|${nudge.commitment}`;
    case 'digest':
      return `digest|${nudge.meeting}`;
    case 'not-opened':
    case 'not-yours-to-open':
      return `not-opened|${nudge.meeting}`;
    case 'contract':
      return `contract|${nudge.team}`;
    case 'measure':
      return `measure|${nudge.team}`;
  }
}

function askingDues({ openedAt, endsAt, remindedAt, ...fact }: NudgeFacts['asked'][number]): readonly Due[] {
  const { team, teamName, meeting, title, format, closesAt } = fact;
  const about = { team, teamName, meeting, title, format, closesAt };
  const invitation: Due = {
    key: `invitation|${meeting}`,
    nudge: { kind: 'invitation', ...about },
    from: openedAt,
    until: endsAt,
  };
  const wished: readonly Due[] =
    remindedAt === null
      ? []
      : [
          {
            key: `reminder|${meeting}|wished|${dayOf(remindedAt)}`,
            nudge: { kind: 'reminder', ...about },
            from: remindedAt,
            until: Math.min(endsAt ?? Number.POSITIVE_INFINITY, remindedAt + WISHED_FOR),
          },
        ];
  if (endsAt === null) return [invitation, ...wished];
  const open = endsAt - openedAt;
  const moments = [
    ...(open >= LONG ? [['half', openedAt + Math.floor(open / 2)] as const] : []),
    ['last', endsAt - BEFORE_THE_END] as const,
  ];
  const reminders = moments
    .filter(([, from]) => from >= openedAt + AFTER_THE_OPENING)
    .map(([which, from]): Due => {
      return { key: `reminder|${meeting}|${which}`, nudge: { kind: 'reminder', ...about }, from, until: endsAt };
    });
  return [invitation, ...reminders, ...wished];
}

function checkInDues({ madeAt, remindedAt, ...fact }: NudgeFacts['commitments'][number], zone: string): readonly Due[] {
  const { team, teamName, commitment, sentence, due } = fact;
  const about = { kind: 'check-in', team, teamName, commitment, sentence, due } as const;
  const first = dayAfter(due, -DAYS_BEFORE_DUE);
  const at = (day: string): Instant => instantOf({ day, minute: 0 }, zone);
  // Of what was promised for the day after tomorrow, nobody has to be reminded tomorrow.
  const before: readonly Due[] =
    wallTimeAt(madeAt, zone).day < first
      ? [
          {
            key: `check-in|${commitment}|${due}|before`,
            nudge: { ...about, isDue: false },
            from: at(first),
            until: at(due),
          },
        ]
      : [];
  const until = at(dayAfter(due, ASKED_AFTER_DUE));
  const wished: readonly Due[] =
    remindedAt !== null && wallTimeAt(remindedAt, zone).day > due
      ? [
          {
            key: `check-in|${commitment}|${due}|wished|${dayOf(remindedAt)}`,
            nudge: { ...about, isDue: true },
            from: remindedAt,
            until: remindedAt + WISHED_FOR,
          },
        ]
      : [];
  return [
    ...before,
    { key: `check-in|${commitment}|${due}|due`, nudge: { ...about, isDue: true }, from: at(due), until },
    ...wished,
  ];
}

function contractDues(fact: NudgeFacts['contracts'][number]): readonly Due[] {
  const { team, teamName, version, draftedAt, remindedAt } = fact;
  const nudge = { kind: 'contract', team, teamName, version } as const;
  const moments = [
    ['first', draftedAt + WORDED_FOR],
    ['again', draftedAt + ASKED_TO_ACCEPT_AGAIN],
  ] as const;
  const key = `contract|${team}|${draftedAt}`;
  const asked = moments.map(([which, from]): Due => ({ key: `${key}|${which}`, nudge, from, until: null }));
  // What was wished of an earlier version is said of that one only.
  if (remindedAt === null || remindedAt < draftedAt) return asked;
  const from = remindedAt;
  return [...asked, { key: `${key}|wished|${dayOf(from)}`, nudge, from, until: from + WISHED_FOR }];
}

function measureDue({ team, teamName, why, day }: NudgeFacts['measures'][number], zone: string): Due {
  const at = (of: string): Instant => instantOf({ day: of, minute: 0 }, zone);
  const nudge = { kind: 'measure', team, teamName, why, day } as const;
  return { key: `measure|${team}|${day}`, nudge, from: at(day), until: at(dayAfter(day, MEASURE_FOR)) };
}

function notOpenedDue({ missedAt, because, ...fact }: NudgeFacts['notOpened'][number]): Due {
  const { team, teamName, meeting, title, format } = fact;
  const nudge: Due['nudge'] =
    because === 'not-yours'
      ? { kind: 'not-yours-to-open', meeting }
      : { kind: 'not-opened', team, teamName, meeting, title, format, because };
  return { key: `not-opened|${meeting}|${missedAt}`, nudge, from: missedAt, until: missedAt + NOT_OPENED_FOR };
}

function digestDue({ team, teamName, meeting, title, format, asks, closedAt }: NudgeFacts['closed'][number]): Due {
  const nudge = { kind: 'digest', team, teamName, meeting, title, format, asks, closedAt } as const;
  return { key: `digest|${meeting}`, nudge, from: closedAt, until: closedAt + DIGEST_FOR };
}
