import { describe, expect, it } from '@jest/globals';
import type { Provenance } from '@plumbline/shared/ooxml/exhibit';
import { sample } from '@plumbline/shared/testing/edited-decks';
import type { FoundMeeting } from '../find/found-meetings.ts';
import { asked, laterMeetings } from './later-meetings.ts';

const meeting = (id: string, closedAt: number | null, over: Partial<FoundMeeting> = {}): FoundMeeting => ({
  id,
  title: id,
  team: 'Executive team',
  teamId: 'executive',
  format: 'meeting',
  closedAt,
  ...over,
});

const figureOf = (id: string, team = 'executive'): Provenance => ({
  ...sample('profile').provenance,
  ids: { team, meeting: id },
});

const offered = (provenances: readonly (Provenance | null)[], meetings: readonly FoundMeeting[]) =>
  laterMeetings(provenances, meetings).map((later) => [...asked(later)]);

describe('later meetings than those of a document', () => {
  it('OF76 are offered once for all figures of earlier ones, the last that was closed', () => {
    const all = [meeting('q1', 1), meeting('q2', 2), meeting('q3', 3), meeting('q4', null)];
    expect(offered([figureOf('q1'), figureOf('q2'), figureOf('q1'), figureOf('q3')], all)).toEqual([
      [
        ['q1', 'q3'],
        ['q2', 'q3'],
      ],
    ]);
    expect(offered([figureOf('q1')], all.toReversed())).toEqual([[['q1', 'q3']]]);
  });

  it('OF76 are of the same team and the same kind: a pulse is compared with pulses', () => {
    const all = [
      meeting('q1', 1),
      meeting('pulse 1', 2, { format: 'pulse' }),
      meeting('of others', 9, { teamId: 'others' }),
    ];
    expect(offered([figureOf('q1'), figureOf('pulse 1')], all)).toEqual([]);
    const more = [...all, meeting('pulse 2', 3, { format: 'pulse' }), meeting('early', 4, { teamId: 'others' })];
    expect(offered([figureOf('q1'), figureOf('pulse 1'), figureOf('early', 'others')], more)).toEqual([
      [['pulse 1', 'pulse 2']],
      [['early', 'of others']],
    ]);
  });

  it('OF76 are none where nothing is closed later, or nobody knows of which meeting a figure is', () => {
    const { ids, ...older } = figureOf('q1');
    expect(ids).toBeDefined();
    const all = [meeting('q1', 2), meeting('same day', 2), meeting('open', null)];
    expect(offered([older, null, figureOf('gone'), figureOf('open'), figureOf('q1')], all)).toEqual([]);
    expect(offered([], all)).toEqual([]);
  });
});
