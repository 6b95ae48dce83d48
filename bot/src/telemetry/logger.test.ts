import { expect, it } from '@jest/globals';
import { faultForLog } from './logger.ts';

it('HT7 a fault is logged by its class, its code or that of its cause, and where it happened; not by what it says', () => {
  const refused = Object.assign(new Error('connect to secret.test'), { code: 'ECONNREFUSED' });
  const told = faultForLog(new TypeError('secret words', { cause: refused }));
  expect(told).toMatchObject({ fault: 'TypeError', code: 'ECONNREFUSED' });
  expect(JSON.stringify(told)).toContain('logger.test');
  expect(JSON.stringify(told)).not.toContain('secret');
  expect(faultForLog(refused)).toMatchObject({ fault: 'Error', code: 'ECONNREFUSED' });
  expect(faultForLog(new Error('secret words'))).not.toHaveProperty('code');
});
