import { expect, it } from '@jest/globals';
import { initials } from './initials.ts';

it('the initials of a name are those of its first and last word', () => {
  expect(
    ['Maya Lindqvist', 'Ada', 'Ana de la Cruz', 'Łukasz Ćwik', 'émile (CFO)', '李 小龙', '', '  '].map(initials),
  ).toEqual(['ML', 'A', 'AC', 'ŁĆ', 'É', '李小', '', '']);
});
