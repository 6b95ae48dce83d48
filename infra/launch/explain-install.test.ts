import { describe, expect, it } from '@jest/globals';
import { explainInstall, tellingLines } from './explain-install.mjs';

describe('a failed installation', () => {
  it.each([
    ['npm error code ENOTFOUND\nnpm error network request to https://example.test/zod failed', 'cannot be reached'],
    ['npm error code ECONNREFUSED', 'cannot be reached'],
    ['npm error code ENOSPC\nnpm error nospc no space left on device', 'The disk is full'],
    ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'certificate is not trusted'],
    ['npm error code E401', 'refused this machine'],
    ['npm error code E404\nnpm error 404 Not Found - GET', 'does not have a package'],
    ['npm error code EACCES\nnpm error path /root/.npm', 'cannot be written'],
    ['npm error code EUSAGE\nnpm error `npm ci` can only install when in sync', 'do not agree'],
    ['npm error code ELSEWHERE', 'Delete the folder node_modules'],
  ])('%j is told as: ... %s ...', (output, words) => {
    const sentence = explainInstall(output);
    expect(sentence).toContain(words);
    expect(sentence).toContain('run the command again');
  });

  it('shows the lines from the first error on', () => {
    const output = 'npm warn deprecated glob\nnpm error code E404\nnpm error 404 no such package\n\n';
    expect(tellingLines(output)).toBe('npm error code E404\nnpm error 404 no such package');
  });

  it('shows the end of a long log that names no error', () => {
    const output = Array.from({ length: 40 }, (_, index) => `line ${String(index)}`);
    expect(tellingLines(output.join('\n'))).toBe(output.slice(25).join('\n'));
  });
});
