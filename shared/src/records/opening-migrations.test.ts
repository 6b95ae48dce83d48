import { expect, it } from '@jest/globals';
import { anOpenMeeting } from '../testing/meetings.ts';
import { records } from './kinds.ts';
import { decode, encode } from './record.ts';

const BEFORE = 7;

it('OT1 a draft that was kept before plans could open by themselves is opened by somebody', () => {
  const { id, tenant, team, format, composition, facilitator, createdAt, revision } = anOpenMeeting();
  const participants = { people: 0, lists: 0 };
  const core = { id, tenant, team, format, composition, facilitator, createdAt, revision };
  const draft = { status: 'draft', ...core, participants, stakeholders: [] };
  expect(decode(records.meeting, { id: 'meeting', schema: BEFORE, body: draft })).toEqual({ ...draft, opening: null });
});

it('OT1 a meeting that was open by then is read as it was', () => {
  const meeting = anOpenMeeting();
  const body = encode(records.meeting, meeting);
  expect(decode(records.meeting, { id: 'meeting', schema: BEFORE, body })).toEqual(meeting);
});
