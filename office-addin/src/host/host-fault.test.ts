import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { hostFaultOf } from './host-fault.ts';

const WORDS = new URL('../../../shared/src/i18n/en/pane.json', import.meta.url);

describe('what Office refuses', () => {
  it.each([
    ['AccessDenied', 'host.read-only'],
    ['HostIsBusy', 'host.busy'],
    ['ItemNotFound', 'host.gone'],
    ['InvalidArgument', 'host.refused'],
    ['RequestPayloadSizeLimitExceeded', 'host.too-large'],
    ['ConnectionFailure', 'host.offline'],
    ['ApiNotFound', 'host.too-old'],
    ['GeneralException', 'host.failed'],
  ])('OF60 %s is %s, and says what to do next', (code, kind) => {
    expect(hostFaultOf({ code, message: 'x' })).toEqual({ kind, code });
    const words: unknown = JSON.parse(readFileSync(WORDS, 'utf8'));
    expect(words).toMatchObject({ [`${kind}.title`]: expect.any(String), [`${kind}.detail`]: expect.any(String) });
  });

  it('OF60 keeps no word of the document: messages and codes that are not codes are dropped', () => {
    const secret = 'Slide “Merger with Fabrikam” is locked';
    for (const cause of [new Error(secret), { code: secret, message: secret }, secret, null, { code: {} }]) {
      expect(hostFaultOf(cause)).toEqual({ kind: 'host.failed', code: 'Unknown' });
    }
  });

  it('OF60 the old numbers of Office are read too', () => {
    expect(hostFaultOf({ code: 5010, name: 'x' })).toEqual({ kind: 'host.read-only', code: '5010' });
  });
});
