import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '@plumbline/shared/kernel/instant';
import type { MeetingView } from '@plumbline/shared/contract/views';
import { meetingViewOf } from '../leader/meeting-view.builder.ts';
import { agenda, minutesBehind, plannedMinutes } from './agenda.ts';
import { phasesToSkipTo } from './phase-order.ts';

const at = (minutes: number) => 1_000_000 + minutes * MINUTE;

function lines(changes: Partial<MeetingView>, now: number) {
  return agenda(meetingViewOf(changes), now).map(({ phase, state, real }) => [
    phase,
    state,
    real === null ? null : real / MINUTE,
  ]);
}

describe('agenda', () => {
  it('gives each phase its real time, the one it is in up to now', () => {
    const entered = { collecting: at(-60), opening: at(0), rating: at(5) };
    expect(lines({ phase: 'rating', entered }, at(12)).slice(0, 3)).toEqual([
      ['opening', 'over', 5],
      ['rating', 'now', 7],
      ['predicting', 'ahead', null],
    ]);
  });

  it('marks what was left out', () => {
    const entered = { opening: at(0), revealing: at(4) };
    expect(lines({ phase: 'revealing', entered }, at(6)).slice(0, 4)).toEqual([
      ['opening', 'over', 4],
      ['rating', 'skipped', null],
      ['predicting', 'skipped', null],
      ['revealing', 'now', 2],
    ]);
  });

  it('adds up a phase that the meeting went back to', () => {
    const view: Partial<MeetingView> = {
      phase: 'predicting',
      entered: { opening: at(0), rating: at(4), predicting: at(10) },
      log: [{ kind: 'went-back', at: at(11), from: 'predicting', to: 'rating' }],
      clock: { status: 'running', startedAt: at(13), endsAt: at(16) },
    };
    expect(lines(view, at(14)).slice(0, 3)).toEqual([
      ['opening', 'over', 4],
      ['rating', 'over', 8],
      ['predicting', 'now', 2],
    ]);
  });

  it('stops at the end of a closed meeting', () => {
    const entered = { opening: at(0), closing: at(50) };
    const closed = lines({ status: 'closed', phase: null, entered, closedAt: at(51) }, at(900));
    expect(closed[0]).toEqual(['opening', 'over', 50]);
    expect(closed.at(-1)).toEqual(['closing', 'over', 1]);
    expect(closed[3]).toEqual(['revealing', 'skipped', null]);
  });
});

describe('minutesBehind', () => {
  const entered = { opening: at(0) };
  const behind = (phase: MeetingView['phase'], minute: number) =>
    minutesBehind(meetingViewOf({ phase, entered }), at(minute));

  it('is 0 while the phase has time of the plan left', () => {
    expect([behind('rating', 4), behind('rating', 12)]).toEqual([0, 0]);
  });

  it('counts whole minutes over and under', () => {
    expect([behind('rating', 13), behind('rating', 15.9), behind('rating', 2.5)]).toEqual([1, 3, -1]);
  });

  it('is 0 within the minute, also where the screen’s clock is behind the service’s', () => {
    expect([behind('rating', 3.2), behind('opening', -0.1)]).toEqual([0, 0]);
  });

  it('MT7 goes by topics in the talks: each has its part of their minutes, 24 from the 24th on', () => {
    const talks = (minute: number, ...steps: readonly MeetingView['topics'][number]['step'][]) => {
      const topics = steps.map((step, at) => ({ question: `q${at}`, text: '', step, revote: null, change: '' }));
      return minutesBehind(meetingViewOf({ phase: 'discussing', entered, topics }), at(minute));
    };
    expect([talks(24, 'talking', 'waiting', 'waiting'), talks(32, 'talking', 'waiting', 'waiting')]).toEqual([0, 0]);
    expect(talks(35, 'talking', 'waiting', 'waiting')).toBe(3);
    expect([talks(35, 'done', 'talking', 'waiting'), talks(30, 'done', 'waiting', 'waiting')]).toEqual([0, -2]);
    expect([talks(48, 'done', 'done', 'comparing'), talks(50, 'done', 'done', 'comparing')]).toEqual([0, 2]);
    expect(talks(44, 'done', 'done', 'done')).toBe(-4);
    expect(talks(40)).toBe(0);
  });

  it('says nothing before the start', () => {
    expect(behind('collecting', 3)).toBeNull();
    expect(minutesBehind(meetingViewOf({ phase: 'rating', entered: {} }), at(3))).toBeNull();
  });
});

describe('the plan', () => {
  it('sums up to its sixty minutes', () => {
    expect(plannedMinutes(meetingViewOf().composition.minutes)).toBe(60);
  });

  it('can be skipped ahead in, past the next phase', () => {
    expect(phasesToSkipTo('discussing')).toEqual(['messaging', 'closing']);
    expect(phasesToSkipTo('messaging')).toEqual([]);
  });
});
