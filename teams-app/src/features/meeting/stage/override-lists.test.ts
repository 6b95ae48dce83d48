import { expect, it } from '@jest/globals';
import { meetingViewOf } from '../leader/meeting-view.builder.ts';
import { overrideLists } from './override-lists.ts';

it('MT9 shows what was suggested and what was chosen in its place, each in its order', () => {
  const entry = { kind: 'topics-overridden', at: 1, dots: ['r1', 'v1'], instead: ['v2', 'gone'] } as const;
  expect(overrideLists({ ...entry, dots: [...entry.dots], instead: [...entry.instead] }, meetingViewOf())).toEqual([
    { which: 'suggested', texts: ['Work falls between us.', 'We tell the same story.'] },
    { which: 'chosen', texts: ['We know where we go.'] },
  ]);
});
