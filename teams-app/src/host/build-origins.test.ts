import { describe, expect, it } from '@jest/globals';
import settings from '../../vite.config.ts';

function trusted(mode: string): unknown {
  const config = settings({ command: 'build', mode });
  return config.define?.['__HOST_ORIGINS__'];
}

describe('origins that the build trusts beside the hosts of Microsoft', () => {
  it('are none in a production build, nor in a mode that nobody thought of', () => {
    expect([trusted('production'), trusted('development'), trusted('')]).toEqual(['[]', '[]', '[]']);
  });

  it('are those of this machine only where the build is for a host on it', () => {
    expect(trusted('local-host')).toBe('["http://localhost","http://127.0.0.1","https://localhost"]');
  });
});
