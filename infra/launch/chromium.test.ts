import { describe, expect, it } from '@jest/globals';
import { chromiumAdvice, chromiumCandidates } from './chromium.mjs';

describe('where a browser may be', () => {
  it('is only where CHROMIUM_PATH says, when it is set', () => {
    const env = { CHROMIUM_PATH: '/opt/chrome', PATH: '/usr/bin' };
    expect(chromiumCandidates({ platform: 'linux', env })).toEqual(['/opt/chrome']);
  });

  it('is on the path, the shell without windows before Chromium before Chrome before Edge', () => {
    const found = chromiumCandidates({
      platform: 'linux',
      env: { CHROMIUM_PATH: '', PATH: '/usr/local/bin:/usr/bin' },
    });
    expect(found.slice(0, 5)).toEqual([
      '/usr/local/bin/chromium-headless-shell',
      '/usr/bin/chromium-headless-shell',
      '/usr/local/bin/chromium',
      '/usr/bin/chromium',
      '/usr/local/bin/chromium-browser',
    ]);
    expect(found.at(-1)).toBe('/usr/bin/msedge');
  });

  it('is among the applications of a Mac', () => {
    expect(chromiumCandidates({ platform: 'darwin', env: {} })).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
  });

  it('is among the programs of Windows', () => {
    expect(chromiumCandidates({ platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' } })).toEqual([
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  });
});

describe('how to get a browser', () => {
  it('names the path that does not run', () => {
    expect(chromiumAdvice({ platform: 'linux', chosen: '/opt/chrome' })).toBe(
      'CHROMIUM_PATH names /opt/chrome, which does not run. Set it to a Chromium, Chrome or Edge, or unset it.',
    );
  });

  it.each<[NodeJS.Platform, string]>([
    ['linux', 'apt-get install chromium'],
    ['darwin', 'Install Chrome from https://google.com/chrome'],
  ])('on %s says %s', (platform, words) => {
    expect(chromiumAdvice({ platform, chosen: undefined })).toContain(words);
  });
});
