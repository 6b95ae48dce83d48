import type { WebReader } from './web.ts';

/** One event of a server-sent-events stream; `type` is `message` where none is given, `''` for a bare comment or hint. */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  /** How long to wait before connecting again, in milliseconds, when the service says so here. */
  readonly retry: number | null;
}

/** No event of ours is anywhere near this long; a stream that never ends a line must not fill the memory. */
const LONGEST_LINE = 16_384;

/**
 * Reads events (WHATWG HTML, 9.2.6) until the stream ends. Ids, revisions and times are ASCII, so bytes are characters.
 * Comments count as events without data: they show that the line is alive.
 */
export async function readEvents(reader: WebReader, take: (event: StreamEvent) => void): Promise<void> {
  const parse = eventParser(take);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    if (value) parse(Array.from(value, (byte) => String.fromCharCode(byte)).join(''));
  }
}

/** A parser to feed with pieces of a stream, cut anywhere. */
export function eventParser(take: (event: StreamEvent) => void): (piece: string) => void {
  let rest = '';
  let type = '';
  let data: string[] = [];
  let retry: number | null = null;

  function end(): void {
    if (data.length > 0 || retry !== null) {
      take({ type: data.length === 0 ? '' : type === '' ? 'message' : type, data: data.join('\n'), retry });
    }
    type = '';
    data = [];
    retry = null;
  }

  function line(text: string): void {
    if (text === '') return end();
    if (text.startsWith(':')) return take({ type: '', data: '', retry: null });
    const [, field = '', value = ''] = /^([^:]*)(?::[ ]?(.*))?$/.exec(text) ?? [];
    if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
    else if (field === 'retry' && /^\d{1,7}$/.test(value)) retry = Number(value);
  }

  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw new Error('The live stream sent a line without an end');
    for (const text of lines) line(text);
  };
}
