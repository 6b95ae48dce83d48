import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import type { MeetingView } from '@plumbline/shared/contract/views';
import { meetingViewOf } from '../leader/meeting-view.builder.ts';
import { afterStale } from './after-stale.ts';
import type { Direction } from './primary-action.ts';

const MOVE: Direction = { type: 'move', to: 'predicting' };

function talk(step: MeetingView['topics'][number]['step']): Partial<MeetingView> {
  return { phase: 'discussing', topics: [{ question: 'v1', text: 'Same story', step, revote: null, change: '' }] };
}

function after(seen: Partial<MeetingView>, fresh: Partial<MeetingView>, direction: Direction = MOVE) {
  const before = meetingViewOf(seen);
  return afterStale(before, { fresh: meetingViewOf({ ...seen, revision: 2, ...fresh }), direction });
}

describe('afterStale', () => {
  it('sends once more what was about the phase and step that still are', () => {
    expect(after({}, { sentencesCounted: 2 })).toEqual({ kind: 'retry' });
    expect(after(talk('talking'), { comments: [] })).toEqual({ kind: 'retry' });
    expect(after({ phase: 'committing' }, { message: 'x' }, { type: 'pause' })).toEqual({ kind: 'retry' });
  });

  it('MT14 turns a page once for two quick presses, and does not turn back what was turned elsewhere', () => {
    const on = (question: string) => ({ kind: 'question' as const, question, dimension: null });
    const seen: Partial<MeetingView> = { phase: 'revealing', page: { kind: 'overview' } };
    const press: Direction = { type: 'show', page: on('v1') };
    expect(after(seen, { message: 'x' }, press)).toEqual({ kind: 'retry' });
    expect(after(seen, { page: on('v1') }, press)).toEqual({ kind: 'retry' });
    expect(after(seen, { page: on('v2') }, press)).toEqual({ kind: 'tell', changed: 'page' });
    expect(after(seen, { page: { ...on('v1'), dimension: 'vision' } }, press)).toEqual({
      kind: 'tell',
      changed: 'page',
    });
  });

  it('tells what changed, the most important first', () => {
    const bob = { person: makeId('person', 'bob'), name: 'Bob' };
    expect(after({}, { status: 'closed', phase: null, facilitator: bob })).toEqual({ kind: 'tell', changed: 'closed' });
    expect(after({}, { phase: 'revealing', facilitator: bob })).toEqual({ kind: 'tell', changed: 'facilitator' });
    expect(after({}, { phase: 'revealing' })).toEqual({ kind: 'tell', changed: 'phase' });
    expect(after(talk('talking'), talk('re-voting'))).toEqual({ kind: 'tell', changed: 'topic' });
  });

  it('does not vote on commitments, settle a message or choose topics that are others than those on the screen', () => {
    const commitment = {
      ...{
        id: makeId('commitment', '1'),
        sentence: 'Do it',
        due: '2026-12-01',
        evidence: 'A list',
        displaces: '',
        question: null,
      },
      owner: { person: makeId('person', 'ada'), name: 'Ada' },
    };
    expect(after({ phase: 'committing' }, { commitments: [commitment] }, { type: 'ask-support' })).toEqual({
      kind: 'tell',
      changed: 'commitments',
    });
    expect(after({ phase: 'messaging' }, { message: 'Ours' }, { type: 'settle-message', text: 'Mine' })).toEqual({
      kind: 'tell',
      changed: 'message',
    });
    expect(after(talk('waiting'), { topics: [] }, { type: 'choose-topics', questions: ['v2'] })).toEqual({
      kind: 'tell',
      changed: 'topics',
    });
  });
});
