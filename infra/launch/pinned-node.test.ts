import { describe, expect, it } from '@jest/globals';
import { chooseNode } from './pinned-node.mjs';

const pinned = { path: '/clone/node', version: 'v24.21.0' };

describe('the Node that runs the sources', () => {
  it('is the pinned one when it runs here', () => {
    expect(chooseNode({ pinned, host: { path: '/usr/bin/node', version: 'v26.0.0' } })).toBe('/clone/node');
  });

  it.each(['v22.18.0', 'v22.20.1', 'v24.0.0'])('is the machine’s own %s when the pinned one cannot run', (version) => {
    expect(chooseNode({ pinned: undefined, host: { path: '/usr/bin/node', version } })).toBe('/usr/bin/node');
  });

  it.each(['v20.20.2', 'v22.17.1'])('is asked for with a sentence when the machine’s own is only %s', (version) => {
    const choose = () => chooseNode({ pinned: undefined, host: { path: '/usr/bin/node', version } });
    expect(choose).toThrow(`the machine's own is ${version}. Either let npm run the install script`);
  });
});
