import { describe, expect, it } from '@jest/globals';
import { QueryClient } from '@tanstack/react-query';
import { settleCommand, settleNews, viewKey } from './cache.ts';

const meeting = { meeting: 'meeting_a' };
const keys = {
  home: viewKey('viewHome', {}),
  team: viewKey('viewTeam', { team: 'team_a' }),
  meeting: viewKey('viewMeeting', meeting),
  mine: viewKey('viewMine', meeting),
  results: viewKey('viewResults', meeting),
  sample: viewKey('viewSample', meeting),
  directory: viewKey('viewDirectory', { team: 'team_a' }),
  colleagues: viewKey('viewDirectoryTeam', { team: 'team_a', directoryTeam: 'b' }),
  other: viewKey('viewMeeting', { meeting: 'meeting_b' }),
};

/** A cache with every view of a meeting at revision 4, and what was found out of date in it afterwards. */
function setUp() {
  const cache = new QueryClient();
  for (const key of Object.values(keys)) cache.setQueryData(key, { id: 'x', revision: 4 });
  const stale = () =>
    Object.entries(keys)
      .filter(([, key]) => cache.getQueryState(key)?.isInvalidated === true)
      .map(([name]) => name);
  return { cache, stale };
}

describe('settleCommand', () => {
  it('files the meeting that came back and looks up the rest of it again', () => {
    const { cache, stale } = setUp();
    settleCommand(cache, { name: 'directMeeting', params: meeting, value: { id: 'meeting_a', revision: 5 } });
    expect(cache.getQueryData(keys.meeting)).toEqual({ id: 'meeting_a', revision: 5 });
    expect(stale()).toEqual(['home', 'mine', 'results']);
  });

  it('does not put an older view over a newer one', () => {
    const { cache } = setUp();
    settleCommand(cache, { name: 'directMeeting', params: meeting, value: { id: 'meeting_a', revision: 3 } });
    expect(cache.getQueryData(keys.meeting)).toEqual({ id: 'x', revision: 4 });
  });

  it('looks up only what is my own after my ballot', () => {
    const { cache, stale } = setUp();
    settleCommand(cache, { name: 'castBallot', params: { ...meeting, round: 'round_a' }, value: {} });
    expect(stale()).toEqual(['home', 'mine']);
  });

  it('files a new meeting under its own id and looks up its team', () => {
    const { cache, stale } = setUp();
    const value = { id: 'meeting_new', revision: 1 };
    settleCommand(cache, { name: 'composeMeeting', params: { team: 'team_a' }, value });
    expect(cache.getQueryData(viewKey('viewMeeting', { meeting: 'meeting_new' }))).toEqual(value);
    expect(stale()).toEqual(['home', 'team']);
  });
});

describe('settleNews', () => {
  it('looks up a meeting that moved, and nothing of another', () => {
    const { cache, stale } = setUp();
    settleNews(cache, { topic: 'meeting_a', revision: '5' });
    expect(stale()).toEqual(['home', 'meeting', 'mine', 'results']);
  });

  it('leaves alone what is of that revision already', () => {
    const { cache, stale } = setUp();
    settleNews(cache, { topic: 'meeting_a', revision: '4' });
    expect(stale()).toEqual([]);
  });

  it('looks again where the revision is not known', () => {
    const { cache, stale } = setUp();
    settleNews(cache, { topic: 'team_a', revision: null });
    expect(stale()).toEqual(['home', 'team']);
  });
});
