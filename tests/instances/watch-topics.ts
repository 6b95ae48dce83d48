import { setTimeout as wait } from 'node:timers/promises';
import { eventParser } from '@plumbline/shared/client/event-stream';

/** Somebody's live stream of one topic. */
export interface Watch {
  /** The revisions that were told so far. */
  readonly revisions: () => readonly string[];
  /**
   * Resolves when, after something was told, the condition holds: as a screen does it, which looks again at every signal
   * and never otherwise. Fails when it does not come true within 10 s.
   */
  readonly until: (isThere: () => Promise<boolean>) => Promise<void>;
  readonly leave: () => void;
}

/** Opens the live stream of a topic. */
export async function watchTopics(origin: string, token: string, topic: string): Promise<Watch> {
  const abort = new AbortController();
  const response = await fetch(`${origin}/api/live?topics=${topic}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  if (response.status !== 200) throw new Error(`The stream answered ${response.status}`);
  const revisions: string[] = [];
  const parse = eventParser(({ type, data }) => {
    if (type === 'signal') revisions.push(revisionIn(data));
  });
  void read(response, parse);
  return {
    revisions: () => revisions,
    async until(isThere) {
      const before = Date.now() + 120_000;
      for (let seen = -1; Date.now() < before;) {
        if (revisions.length > seen) {
          seen = revisions.length;
          if (await isThere()) return;
        } else await wait(5);
      }
      throw new Error(`The stream only told ${JSON.stringify(revisions)}`);
    },
    leave: () => {
      abort.abort();
    },
  };
}

async function read(response: Response, parse: (piece: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) parse(decoder.decode(chunk, { stream: true }));
  } catch {
    // Left, or its service was killed: both end the stream.
  }
}

function revisionIn(data: string): string {
  const signal: unknown = JSON.parse(data);
  return typeof signal === 'object' && signal !== null && 'revision' in signal ? String(signal.revision) : '';
}
