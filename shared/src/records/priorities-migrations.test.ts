import { describe, expect, it } from '@jest/globals';
import { NO_PARTICIPANTS } from '../domain/meeting/participants.ts';
import { anOpenMeeting } from '../testing/meetings.ts';
import { records } from './kinds.ts';
import { decode } from './record.ts';

/** A meeting as version 2 kept it. */
function asItWas() {
  const { composition, ...rest } = anOpenMeeting();
  const { prioritiesAs: _later, ...older } = composition;
  return { rest, composition: older };
}

describe('MT13 what was kept before priorities could be asked in other ways asks for an order', () => {
  it('a meeting that was opened', () => {
    const { rest, composition } = asItWas();
    expect(decode(records.meeting, { id: 'm', schema: 2, body: { ...rest, composition } })).toEqual(anOpenMeeting());
  });

  it('a draft', () => {
    const { rest, composition } = asItWas();
    const { id, tenant, team, format, facilitator, createdAt, revision } = rest;
    const body = { id, tenant, team, format, facilitator, createdAt, revision, status: 'draft' };
    expect(decode(records.meeting, { id: 'm', schema: 2, body: { ...body, composition } })).toEqual({
      ...body,
      composition: { ...composition, prioritiesAs: 'ranking' },
      participants: NO_PARTICIPANTS,
      stakeholders: [],
      opening: null,
    });
  });

  it('and how a meeting asks is kept with it', () => {
    const open = anOpenMeeting();
    const body = { ...open, composition: { ...open.composition, prioritiesAs: 'allocation' } };
    expect(decode(records.meeting, { id: 'm', schema: 3, body })).toEqual(body);
    const odd = { ...body, composition: { ...body.composition, prioritiesAs: 'guessing' } };
    expect(() => decode(records.meeting, { id: 'm', schema: 3, body: odd })).toThrow('form of a meeting');
  });
});
