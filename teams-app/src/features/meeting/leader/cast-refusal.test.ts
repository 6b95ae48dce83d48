import { expect, it } from '@jest/globals';
import { connectionError, type ClientError } from '@plumbline/shared/client/client-error';
import { refusalOf } from './cast-refusal.ts';

const problem = (kind: ClientError['kind'], retryAfter: number | null = null): ClientError => ({
  ...connectionError('network.offline'),
  kind,
  retryAfter,
});

it('tells what passes by itself from what a person must know', () => {
  expect(refusalOf(problem('revision.stale'))).toEqual({ kind: 'stale' });
  expect(refusalOf(problem('round.closed'))).toEqual({ kind: 'closed' });
  expect(refusalOf(problem('meeting.not-open'))).toEqual({ kind: 'closed' });
  expect(refusalOf(problem('network.offline'))).toEqual({ kind: 'unreachable', retryInMs: 3_000 });
  expect(refusalOf(problem('request.too-many', 20_000))).toEqual({ kind: 'unreachable', retryInMs: 20_000 });
  const refused = problem('ballot.answers-refused');
  expect(refusalOf(refused)).toEqual({ kind: 'refused', error: refused });
});
