import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import { deepLink } from '@plumbline/shared/contract/deep-link';
import { readHostTheme } from './host-theme.ts';
import { readStageError } from './stage-refusal.ts';
import { tabConfig } from './tab-config.ts';

const team = { kind: 'team', id: makeId('team', 'a1') } as const;

describe('the words of the host', () => {
  it('says why the stage was refused', () => {
    expect([1000, 5000, 100, 9000, 501, 8001, 500, 7].map(readStageError)).toEqual([
      'permission',
      'permission',
      'unsupported',
      'unsupported',
      'not-in-meeting',
      'silent',
      'failed',
      'failed',
    ]);
  });

  it('takes a look that it does not know for the default', () => {
    expect(['default', 'dark', 'contrast', 'glass', ''].map(readHostTheme)).toEqual([
      'default',
      'dark',
      'contrast',
      'default',
      'default',
    ]);
  });

  it('links to a page so that the page id can be read from the link', () => {
    const link = deepLink('5a9e2f6c', team, 'Ops & sales');
    const url = new URL(link ?? '');
    expect(url.origin + url.pathname).toBe('https://teams.microsoft.com/l/entity/5a9e2f6c/home');
    expect(url.searchParams.get('label')).toBe('Ops & sales');
    expect(JSON.parse(url.searchParams.get('context') ?? '')).toEqual({ subEntityId: 'team:team_a1' });
    expect(deepLink(null, team, 'Ops')).toBeNull();
  });

  it('makes a tab from a choice, below the address that serves it', () => {
    expect(tabConfig({ entity: team, name: 'Ops' }, new URL('https://plumbline.example/tab/'))).toEqual({
      entityId: 'team:team_a1',
      contentUrl: 'https://plumbline.example/tab/teams/team_a1',
      websiteUrl: 'https://plumbline.example/tab/teams/team_a1',
      suggestedDisplayName: 'Ops',
    });
  });
});
