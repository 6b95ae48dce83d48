import { describe, expect, it } from '@jest/globals';
import { aMember, anOpenMeeting, aTeam, ASKING, NINE_O_CLOCK } from '../../testing/meetings.ts';
import { makeId } from '../../kernel/ids.ts';
import { builtInInstruments } from '../instrument/instrument.ts';
import { addMember, changeGroup, raiseMinimumGroup } from '../team/team.ts';
import { PRIORITIES_AS, type DraftMeeting } from './meeting.ts';
import { openMeeting, recompose } from './open-meeting.ts';
import { NO_PARTICIPANTS } from './participants.ts';
import { ratingRound } from './rounds.ts';

const [instrument] = builtInInstruments();
if (!instrument) throw new Error('there is a built-in instrument');

const open = anOpenMeeting();
const draft: DraftMeeting = {
  status: 'draft',
  id: open.id,
  tenant: open.tenant,
  team: open.team,
  format: 'meeting',
  composition: { ...open.composition, ownQuestions: ['We keep our word.'], priorities: ['First', 'Second'] },
  facilitator: open.facilitator,
  createdAt: NINE_O_CLOCK,
  participants: NO_PARTICIPANTS,
  stakeholders: [],
  opening: null,
  revision: 1,
};
const opening = {
  team: aTeam(),
  instrument,
  words: ASKING,
  closesAt: null,
  participants: NO_PARTICIPANTS,
  now: NINE_O_CLOCK,
};

describe('opening', () => {
  it('MT1 happens once, and nothing that is asked can be changed afterwards', () => {
    expect(openMeeting(open, opening)).toEqual({ ok: false, error: { kind: 'meeting.already-open' } });
    expect(recompose(open, draft.composition)).toEqual({ ok: false, error: { kind: 'meeting.already-open' } });
    expect(recompose(draft, draft.composition).ok).toBe(true);
  });

  it('MT2 PV7 freezes who is asked, the minimum group and the questions', () => {
    const raised = raiseMinimumGroup(aTeam(), 6);
    if (!raised.ok) throw new Error(raised.error.kind);
    const opened = openMeeting(draft, { ...opening, team: raised.value });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.terms).toEqual({
      openedAt: NINE_O_CLOCK,
      mode: 'anonymous',
      minimumGroup: 6,
      asks: 'team',
      participants: NO_PARTICIPANTS,
      leaders: [1, 2, 3, 4, 5, 6].map((number) => aMember(number).person),
      groups: [],
    });
    addMember(raised.value, aMember(9));
    expect(opened.value.terms.leaders).toHaveLength(6);
    const asked = ratingRound(opened.value).questions.map(({ id }) => id);
    expect(asked).toEqual([
      ...instrument.dimensions.flatMap(({ questions }) => questions.map(({ id }) => id)),
      'own.1',
      'importance',
      'priorities',
    ]);
  });

  it('MT13 asks for an order, for points or for pairs, as was planned', () => {
    const priorities = ['First', 'Second', 'Third'];
    const options = priorities.map((text, i) => ({ id: `p${i + 1}`, text }));
    const asked = PRIORITIES_AS.map((prioritiesAs) => {
      const planned = { ...draft, composition: { ...draft.composition, priorities, prioritiesAs } };
      const opened = openMeeting(planned, opening);
      if (!opened.ok) throw new Error(opened.error.kind);
      return ratingRound(opened.value).questions.at(-1);
    });
    expect(asked).toEqual([
      { id: 'priorities', kind: 'ranking', text: ASKING.priorities.ranking, options, most: 3 },
      { id: 'priorities', kind: 'allocation', text: ASKING.priorities.allocation, options, total: 100 },
      { id: 'priorities', kind: 'pairwise', text: ASKING.priorities.pairwise, options },
    ]);
  });

  it('CU1 freezes which leader is in which group, and asks nobody else for one', () => {
    const [first, second] = [aMember(1).person, aMember(2).person];
    const named = aTeam();
    const team = {
      ...named,
      members: named.members.map((member) =>
        [first, second, aMember(0).person].includes(member.person) ? { ...member, group: 'Operations' } : member,
      ),
    };
    const opened = openMeeting(draft, { ...opening, team });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.terms.groups).toEqual([{ group: 'Operations', people: [first, second] }]);
    expect(changeGroup(team, first, '').ok).toBe(true);
    expect(opened.value.terms.groups[0]?.people).toEqual([first, second]);
  });

  it('MT3 is refused to a team with fewer leaders than its minimum group', () => {
    expect(openMeeting(draft, { ...opening, team: aTeam({ leaders: 4 }) })).toEqual({
      ok: false,
      error: { kind: 'meeting.too-few-leaders', leaders: 4, minimumGroup: 5 },
    });
    expect(openMeeting(draft, { ...opening, team: aTeam({ leaders: 5 }) }).ok).toBe(true);
  });

  it('NM1 NM2 a small team can open a named meeting, from two leaders on, and its mode is frozen with the terms', () => {
    const named: DraftMeeting = { ...draft, composition: { ...draft.composition, mode: 'named' } };
    expect(openMeeting(named, { ...opening, team: aTeam({ leaders: 1 }) })).toEqual({
      ok: false,
      error: { kind: 'meeting.too-few-for-named', leaders: 1, fewest: 2 },
    });
    const opened = openMeeting(named, { ...opening, team: aTeam({ leaders: 2 }) });
    if (!opened.ok) throw new Error(opened.error.kind);
    expect(opened.value.terms.mode).toBe('named');
    expect(recompose(opened.value, draft.composition)).toEqual({ ok: false, error: { kind: 'meeting.already-open' } });
    expect(openMeeting(draft, { ...opening, team: aTeam({ leaders: 2 }) })).toEqual({
      ok: false,
      error: { kind: 'meeting.too-few-leaders', leaders: 2, minimumGroup: 5 },
    });
  });

  it('SH1 PU2 people outside the team stay without names, whatever their pulse is changed to', () => {
    const pulse: DraftMeeting = { ...draft, format: 'pulse' };
    const people = [1, 2, 3, 4, 5].map((number) => makeId('person', `customer-${number}`));
    const named = { ...draft.composition, mode: 'named' } as const;
    for (const asking of [
      { stakeholders: [{ group: 'Customers', people }] },
      { participants: { people: 5, lists: 0 } },
    ]) {
      const refused = { ok: false, error: { kind: 'participants.anonymous-only' } };
      expect(recompose({ ...pulse, ...asking }, named)).toEqual(refused);
      expect(recompose({ ...pulse, ...asking }, draft.composition).ok).toBe(true);
      const kept: DraftMeeting = { ...pulse, ...asking, composition: named };
      expect(openMeeting(kept, { ...opening, participants: { people: 5, lists: 1 } })).toEqual(refused);
    }
  });

  it('MT11 is refused to a pulse that would be over', () => {
    const pulse: DraftMeeting = { ...draft, format: 'pulse' };
    const late = openMeeting(pulse, { ...opening, closesAt: NINE_O_CLOCK });
    expect(late).toEqual({ ok: false, error: { kind: 'pulse.closes-in-the-past' } });
    const ahead = openMeeting(pulse, { ...opening, closesAt: NINE_O_CLOCK + 1 });
    expect(ahead.ok && ahead.value.closesAt).toBe(NINE_O_CLOCK + 1);
  });
});
