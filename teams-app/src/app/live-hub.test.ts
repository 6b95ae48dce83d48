import { describe, expect, it } from '@jest/globals';
import type { LiveOptions } from '@plumbline/shared/client/watch-live';
import { createLiveHub } from './live-hub.ts';

function setUp() {
  const opened: (LiveOptions & { closed: boolean })[] = [];
  const turns: (() => void)[] = [];
  const hub = createLiveHub({
    open: (watch) => {
      const stream = { ...watch, closed: false };
      opened.push(stream);
      return () => {
        stream.closed = true;
      };
    },
    onNews: () => undefined,
    later: (run) => turns.push(run),
  });
  const turn = (): void => {
    for (const run of turns.splice(0)) run();
  };
  const streams = () => opened.map(({ topics, closed }) => ({ topics, closed }));
  return { hub, opened, turn, streams };
}

describe('createLiveHub', () => {
  it('opens one stream for everything that is named in a turn, each topic once', () => {
    const { hub, turn, streams } = setUp();
    hub.watch(['team_b', 'team_a']);
    hub.watch(['team_a', 'meeting_c']);
    turn();
    expect(streams()).toEqual([{ topics: ['meeting_c', 'team_a', 'team_b'], closed: false }]);
  });

  it('keeps the stream while a screen goes and another with the same topics comes', () => {
    const { hub, turn, streams } = setUp();
    const stop = hub.watch(['team_a']);
    turn();
    stop();
    hub.watch(['team_a']);
    turn();
    expect(streams()).toEqual([{ topics: ['team_a'], closed: false }]);
  });

  it('goes on with what others still watch, and ends with the last', () => {
    const { hub, turn, streams } = setUp();
    const stopOne = hub.watch(['team_a']);
    const stopOther = hub.watch(['team_a', 'team_b']);
    turn();
    stopOther();
    turn();
    stopOne();
    turn();
    expect(streams()).toEqual([
      { topics: ['team_a', 'team_b'], closed: true },
      { topics: ['team_a'], closed: true },
    ]);
  });

  it('tells a change of state once, and not after unsubscribing', () => {
    const { hub, opened, turn } = setUp();
    const heard: string[] = [];
    const unsubscribe = hub.subscribe(() => heard.push(hub.state()));
    hub.watch(['team_a']);
    turn();
    opened[0]?.onState('offline');
    opened[0]?.onState('offline');
    unsubscribe();
    opened[0]?.onState('live');
    expect(heard).toEqual(['offline']);
  });
});
