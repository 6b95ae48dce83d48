import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import { anOpenMeeting, ASKING, NINE_O_CLOCK } from '../../testing/meetings.ts';
import { direct, type Direction } from './direct.ts';
import type { OpenMeeting, RevealPage } from './meeting.ts';
import { PHASES, type Phase } from './phases.ts';
import { OVERVIEW } from './show-page.ts';

const context = {
  now: NINE_O_CLOCK,
  words: ASKING,
  suggestedTopics: ['r.1'],
  mayFacilitate: [makeId('person', 'p0')],
};
const QUESTION: RevealPage = { kind: 'question', question: 'r.2', dimension: null };

function after(meeting: OpenMeeting, direction: Direction): OpenMeeting {
  const next = direct(meeting, direction, context);
  if (!next.ok || next.value.status !== 'open') throw new Error(`${direction.type} was refused`);
  return next.value;
}

function at(phase: Phase): OpenMeeting {
  return PHASES.slice(1, PHASES.indexOf(phase) + 1).reduce(
    (meeting, to) => after(meeting, { type: 'move', to }),
    anOpenMeeting(),
  );
}

function show(meeting: OpenMeeting, page: RevealPage) {
  const shown = direct(meeting, { type: 'show', page }, context);
  return shown.ok ? shown.value : shown.error;
}

describe('the page that the stage shows', () => {
  it('MT14 is turned in the reveal, and in no other phase', () => {
    const revealing = at('revealing');
    expect(revealing.page).toEqual(OVERVIEW);
    const pages: readonly RevealPage[] = [
      QUESTION,
      { kind: 'question', question: 'importance', dimension: null },
      { kind: 'question', question: 'r.2', dimension: 'roles' },
      { kind: 'camps' },
      { kind: 'guesses' },
      OVERVIEW,
    ];
    for (const page of pages) {
      expect(show(revealing, page)).toEqual({ ...revealing, page, revision: revealing.revision + 1 });
    }
    for (const phase of PHASES.filter((other) => other !== 'revealing')) {
      expect(show(at(phase), QUESTION)).toEqual({ kind: 'meeting.wrong-phase', phase, needed: 'revealing' });
    }
  });

  it('MT14 is of a question that was asked, and of a dimension that it belongs to', () => {
    const revealing = at('revealing');
    for (const [question, dimension] of [
      ['nothing', null],
      ['v.1', 'roles'],
      ['v.1', 'nothing'],
      ['importance', 'roles'],
    ] as const) {
      expect(show(revealing, { kind: 'question', question, dimension })).toEqual({
        kind: 'topic.unknown-question',
        question,
      });
    }
  });

  it('MT14 is where the team stands each time the reveal is entered', () => {
    const turned = after(at('revealing'), { type: 'show', page: QUESTION });
    const again = after(after(turned, { type: 'move', to: 'choosing' }), { type: 'go-back' });
    expect([turned.page, again.phase, again.page]).toEqual([QUESTION, 'revealing', OVERVIEW]);
  });

  it('MT14 goes with the meeting’s end', () => {
    const closed = direct(at('revealing'), { type: 'close' }, context);
    expect(closed.ok && Object.keys(closed.value)).not.toContain('page');
  });
});
