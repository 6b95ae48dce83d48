import { expect, it } from '@jest/globals';
import { readConsentRefusal } from './consent-refusal.ts';

it.each([
  ['consent', 'administrator'],
  ['cancelled', 'closed'],
  ['CancelledByUser', 'closed'],
  ['unreachable', 'failed'],
  ['FailedToOpenWindow', 'failed'],
])('ID4 %s is read as %s', (words, refusal) => {
  expect(readConsentRefusal(new Error(words))).toBe(refusal);
  expect(readConsentRefusal(words)).toBe(refusal);
});
