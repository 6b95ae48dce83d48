import { describe, expect, it } from '@jest/globals';
import { connectionError } from '@plumbline/shared/client/client-error';
import { lastProblemOf } from './last-problem.ts';

describe('the last problem', () => {
  it('OF96 is kept for support by its kind and its id, without a word of what it was about', () => {
    const error = { ...connectionError('network.timeout', 504), title: 'Pricing pilot', detail: 'Too few answers' };
    const seen = lastProblemOf({ ...error, values: { team: 'Pricing' }, instance: 'urn:uuid:1' });
    expect(seen).toEqual({ kind: 'network.timeout', instance: 'urn:uuid:1' });
  });
});
