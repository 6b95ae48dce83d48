import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import { anOpenMeeting } from '../../testing/meetings.ts';
import { listOf, listParticipants, nameParticipants, NO_PARTICIPANTS, unnameParticipants } from './participants.ts';
import { MOST_PARTICIPANTS, type DraftMeeting } from './meeting.ts';

const open = anOpenMeeting();
const draft: DraftMeeting = {
  status: 'draft',
  id: open.id,
  tenant: open.tenant,
  team: open.team,
  format: 'pulse',
  composition: open.composition,
  facilitator: open.facilitator,
  createdAt: open.createdAt,
  participants: NO_PARTICIPANTS,
  stakeholders: [],
  opening: null,
  revision: 1,
};

function people(count: number) {
  return Array.from({ length: count }, (_, i) => makeId('person', `x${i}`));
}

describe('PU2 naming participants', () => {
  it('adds them up, moves the revision, and has an end', () => {
    const named = nameParticipants(draft, 1_000);
    expect(named).toEqual({ ok: true, value: { ...draft, participants: { people: 1_000, lists: 0 }, revision: 2 } });
    const many = { ...draft, participants: { people: MOST_PARTICIPANTS - 1, lists: 0 } };
    expect(nameParticipants(many, 1).ok).toBe(true);
    expect(nameParticipants(many, 2)).toEqual({
      ok: false,
      error: { kind: 'participants.too-many', most: MOST_PARTICIPANTS },
    });
  });

  it('is of drafts only', () => {
    expect(nameParticipants(open, 1)).toEqual({ ok: false, error: { kind: 'meeting.already-open' } });
    expect(unnameParticipants(open, 0)).toEqual({ ok: false, error: { kind: 'meeting.already-open' } });
    const seven = { ...draft, participants: { people: 7, lists: 0 } };
    expect(unnameParticipants(seven, 7)).toEqual({ ok: true, value: { ...draft, revision: 2 } });
    expect(() => unnameParticipants(seven, 8)).toThrow('Bug:');
  });
});

describe('PU2 lists of participants', () => {
  it('hold everybody once, without leaders, each where they are looked for, small enough for one document', () => {
    const all = people(100_000);
    const leaders = all.slice(0, 3);
    const { participants, lists } = listParticipants([...all, ...all.slice(0, 500)], leaders);
    expect(participants).toEqual({ people: 99_997, lists: 50 });
    expect(new Set(lists.flat()).size).toBe(99_997);
    expect(lists.flat()).toHaveLength(99_997);
    for (const [index, list] of lists.entries()) {
      expect(list.every((person) => listOf(person, lists.length) === index)).toBe(true);
      expect(list.length).toBeLessThan(2_500);
    }
  });

  it('are none for nobody', () => {
    expect(listParticipants([], [])).toEqual({ participants: NO_PARTICIPANTS, lists: [] });
  });
});
