import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { MeetingView, TeamView } from '@plumbline/shared/contract/views';
import { SIXTY_MINUTES } from '@plumbline/shared/domain/meeting/phases';
import { DAY } from '@plumbline/shared/kernel/instant';
import { makeId, type PersonId } from '@plumbline/shared/kernel/ids';
import { asJsonObject } from '@plumbline/shared/kernel/json';
import { refuse, settle, show, taking } from '../answers.ts';
import { aside, card, facts, peopleInput, textInput, title, words as line } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { OperateError } from '../operate.ts';
import type { Answer, Asked, Topic, Turn } from '../turn.ts';
import { chosenInstrument, pulseInputs } from './asking.ts';
import { stakeholdersSay } from './stakeholders-say.ts';

const GROUPS = ['customers', 'peers', 'reports'] as const;

/** What the people that somebody picked come back as: ids of the directory, separated by commas. */
const picked = z
  .string()
  .max(40_000)
  .default('')
  .transform((value) => [...new Set(value.split(',').flatMap(personIn))]);
const groupName = z.string().max(40).default('');

const naming = z.object({
  team: idOf('team'),
  instrument: chosenInstrument,
  title: z.string(),
  days: z.coerce.number().int().min(1).max(60),
  group0: groupName,
  group1: groupName,
  group2: groupName,
  people0: picked,
  people1: picked,
  people2: picked,
});
type Naming = z.infer<typeof naming>;

const opening = z.object({ meeting: idOf('meeting'), revision: z.string().max(20), days: z.int().min(1).max(60) });

/** Asking people around a team, in groups, and what they say. */
export const stakeholders: Topic = {
  asks: {
    'ask-stakeholders': (turn, asked) => withTeam(turn, asked, (team) => form(turn, team, asked)),
    'stakeholders-say': (turn, asked) => withTeam(turn, asked, (team) => stakeholdersSay(turn, team)),
  },
  takes: {
    'stakeholders-who': taking(naming, whoIsAsked),
    'stakeholders-open': taking(opening, open),
    'stakeholders-drop': taking(opening, drop),
  },
};

function form({ words, now }: Turn, team: TeamView, { entities }: Asked): Answer {
  if (!team.abilities.plan) return { messages: [{ text: words.t('pulse.not-yours') }] };
  const text = words.t('coach:stakeholders.title', { team: team.name });
  const about = entities.text ?? words.t('coach:stakeholders.usual-name', { date: words.day(now) });
  const groups = GROUPS.flatMap((group, at) => [
    textInput({
      id: `group${at}`,
      label: words.t('coach:stakeholders.group', { number: at + 1 }),
      value: words.t(`coach:stakeholders.group.${group}`),
      most: 40,
    }),
    peopleInput({ id: `people${at}`, label: words.t('coach:stakeholders.people', { number: at + 1 }) }),
  ]);
  return show(
    text,
    card({
      body: [
        title(text),
        line(words.t('coach:stakeholders.promise', { count: team.minimumGroup })),
        ...pulseInputs(words, team, about),
        ...groups,
      ],
      actions: [{ title: words.t('coach:stakeholders.who'), verb: 'stakeholders-who', data: { team: team.id } }],
    }),
  );
}

/** Plans the pulse and shows whom it asks; one that asks nobody who may be asked is not left over. */
async function whoIsAsked(turn: Turn, sent: Naming): Promise<Answer> {
  const { team, instrument, title: name, days } = sent;
  const groups = groupsIn(sent);
  const planned = await turn.operate('composeMeeting', {
    params: { team },
    key: turn.key(`ask stakeholders ${JSON.stringify([instrument, name, groups])}`),
    input: { format: 'pulse', composition: compositionOf(name, instrument) },
  });
  if (!planned.ok) return refuse(planned.error);
  const { id: meeting, revision, status } = planned.value.value;
  if (status !== 'draft') return settle(turn.words.t('card.old'));
  const params = { meeting };
  const named = await turn.operate('nameStakeholders', { params, input: { groups }, ifMatch: String(revision) });
  const view = named.ok ? named.value.value : planned.value.value;
  const refused = named.ok ? tooFew(view) : named.error;
  if (refused === null) return preview(turn, view, days);
  await turn.operate('discardDraft', { params, ifMatch: String(view.revision) });
  return refuse(refused);
}

/** Of so few nothing could be shown, and of nobody it would ask the team. */
function tooFew({ participants, minimumGroup }: MeetingView): OperateError | null {
  const people = participants?.people ?? 0;
  return people < minimumGroup ? { kind: 'stakeholders.too-few', people, minimumGroup } : null;
}

function groupsIn(sent: Naming): { group: string; people: PersonId[] }[] {
  const rows = [
    [sent.group0, sent.people0],
    [sent.group1, sent.people1],
    [sent.group2, sent.people2],
  ] as const;
  return rows.flatMap(([group, people], at) =>
    people.length === 0 ? [] : [{ group: group.trim() === '' ? String(at + 1) : group.trim(), people }],
  );
}

function compositionOf(name: string, instrument: Naming['instrument']) {
  return {
    title: name,
    purpose: '',
    mode: 'anonymous',
    scheduledFor: null,
    instrument,
    ownQuestions: [],
    priorities: [],
    prioritiesAs: 'ranking',
    minutes: SIXTY_MINUTES,
  } as const;
}

/** Who is asked, in numbers, and which group is too small to be shown by itself; nothing is sent yet. */
function preview({ words }: Turn, view: MeetingView, days: number): Answer {
  const people = view.participants?.people ?? 0;
  const text = words.t('coach:stakeholders.asks', { title: view.composition.title, count: people });
  const data = asJsonObject({ meeting: view.id, revision: String(view.revision), days });
  return {
    messages: [],
    card: card({
      body: [
        title(text),
        facts(
          view.groups.map(({ group, people: count, held }) => [
            group,
            words.t(held === null ? 'coach:stakeholders.in-group' : 'coach:stakeholders.in-whole', { count }),
          ]),
        ),
        line(words.t('coach:stakeholders.told')),
        aside(words.t('pulse.days', { count: days })),
      ],
      actions: [
        { title: words.t('coach:stakeholders.open'), verb: 'stakeholders-open', data },
        { title: words.t('coach:stakeholders.drop'), verb: 'stakeholders-drop', data },
      ],
    }),
  };
}

async function open(turn: Turn, { meeting, revision, days }: z.infer<typeof opening>): Promise<Answer> {
  const params = { meeting };
  const input = { closesAt: turn.now + days * DAY };
  const opened = await turn.operate('openMeeting', { params, input, ifMatch: revision });
  if (opened.ok) return settle(openedWords(turn, opened.value.value));
  // A second tap finds it open.
  const found = await turn.operate('viewMeeting', { params });
  const isOpen = found.ok && found.value.value.status === 'open';
  return isOpen ? settle(openedWords(turn, found.value.value)) : refuse(opened.error);
}

function openedWords({ words }: Turn, { composition, closesAt, participants }: MeetingView): string {
  const moment = closesAt === null ? '' : words.moment(closesAt);
  const count = participants?.people ?? 0;
  return words.t('coach:stakeholders.opened', { title: composition.title, moment, count });
}

async function drop(turn: Turn, { meeting, revision }: z.infer<typeof opening>): Promise<Answer> {
  const dropped = await turn.operate('discardDraft', { params: { meeting }, ifMatch: revision });
  return dropped.ok ? settle(turn.words.t('coach:stakeholders.dropped')) : refuse(dropped.error);
}

/** An id of the directory is a person's; whatever else a card may bring along is nobody's. */
function personIn(text: string): readonly PersonId[] {
  const id = text.trim().toLowerCase();
  return /^[a-z0-9-]{1,64}$/.test(id) ? [makeId('person', id)] : [];
}
