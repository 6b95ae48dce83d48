import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import { entityId, pathOf, readEntity } from '@plumbline/shared/contract/entity';
import { startPath } from './start-path.ts';

const content = { frame: 'content', page: '', subPage: '' } as const;

describe('page ids', () => {
  it('are read as they are written', () => {
    const entities = [
      { kind: 'home' },
      { kind: 'team', id: makeId('team', 'a1') },
      { kind: 'meeting', id: makeId('meeting', 'b-2') },
    ] as const;
    expect(entities.map((entity) => readEntity(entityId(entity)))).toEqual(entities);
    expect(entities.map(pathOf)).toEqual(['/', '/teams/team_a1', '/meetings/meeting_b-2']);
  });

  it('are not taken from anybody else', () => {
    expect(['', 'team:', 'team:../../etc', 'meeting:team_a1', 'team:team_a/../b', 'about'].map(readEntity)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('startPath', () => {
  it('stays where the address says', () => {
    expect(startPath({ ...content, page: 'home' }, '/')).toBeNull();
    expect(startPath({ ...content, page: 'team:team_a' }, '/meetings/meeting_b')).toBeNull();
  });

  it('follows the page id from the front page', () => {
    expect(startPath({ ...content, page: 'team:team_a' }, '/')).toBe('/teams/team_a');
    expect(startPath({ ...content, page: 'unknown' }, '/')).toBeNull();
  });

  it('follows a deep link before anything else', () => {
    const linked = { ...content, page: 'home', subPage: 'meeting:meeting_b' };
    expect(startPath(linked, '/')).toBe('/meetings/meeting_b');
    expect(startPath(linked, '/teams/team_a')).toBe('/meetings/meeting_b');
    expect(startPath(linked, '/meetings/meeting_b')).toBeNull();
  });

  it('goes to the config page where the host asks for one', () => {
    expect(startPath({ ...content, frame: 'settings', page: 'team:team_a' }, '/')).toBe('/config');
    expect(startPath({ ...content, frame: 'settings' }, '/config')).toBeNull();
  });
});
