import { eventParser, type StreamEvent } from '@plumbline/shared/client/event-stream';
import { tokenOf, type RunningService } from './running-service.ts';

export interface Stream {
  readonly status: number;
  readonly headers: Headers;
  /** Every event so far. */
  readonly events: readonly StreamEvent[];
  /** The signals so far, as `topic@revision`. */
  readonly signals: () => readonly string[];
  /** Resolves once the events are as the caller waits for; fails after 5 s. */
  readonly until: (isThere: (stream: Stream) => boolean) => Promise<void>;
  /** Resolves when the service ends the stream. */
  readonly ended: Promise<void>;
  readonly leave: () => void;
}

/** Opens the live stream as somebody. */
export async function openStream(service: RunningService, as: string, topics: readonly string[]): Promise<Stream> {
  const abort = new AbortController();
  const response = await fetch(`${service.url}/api/live?topics=${topics.join(',')}`, {
    headers: { authorization: `Bearer ${await tokenOf(as)}` },
    signal: abort.signal,
  });
  const events: StreamEvent[] = [];
  const parse = eventParser((event) => events.push(event));
  const ended = read(response, parse);
  const stream: Stream = {
    status: response.status,
    headers: response.headers,
    events,
    signals: () => events.flatMap(({ type, data }) => (type === 'signal' ? [wordOf(data)] : [])),
    async until(isThere) {
      const from = performance.now();
      while (!isThere(stream)) {
        if (performance.now() - from > 5_000) throw new Error(`The stream only said ${JSON.stringify(events)}`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    ended,
    leave: () => abort.abort(),
  };
  return stream;
}

async function read(response: Response, parse: (piece: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) parse(decoder.decode(chunk, { stream: true }));
  } catch {
    // Left, or cut off: both end the stream.
  }
}

function wordOf(data: string): string {
  const signal: unknown = JSON.parse(data);
  if (typeof signal !== 'object' || signal === null || !('topic' in signal) || !('revision' in signal)) return data;
  return `${String(signal.topic)}@${String(signal.revision)}`;
}
