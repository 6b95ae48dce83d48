import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventParser, type StreamEvent } from './event-stream.ts';

const STREAM = [
  'event: time\ndata: 17;rate=1\n\n',
  ': a comment\n\n',
  'event: signal\r\ndata: {"topic":"team_a",\r\ndata: "revision":"1"}\r\n\r\n',
  'data:plain\n\n',
  'retry: 1500\n\n',
  'event: nothing\n\n',
].join('');

const EVENTS: readonly StreamEvent[] = [
  { type: 'time', data: '17;rate=1', retry: null },
  { type: '', data: '', retry: null },
  { type: 'signal', data: '{"topic":"team_a",\n"revision":"1"}', retry: null },
  { type: 'message', data: 'plain', retry: null },
  { type: '', data: '', retry: 1500 },
];

function parse(pieces: readonly string[]): readonly StreamEvent[] {
  const events: StreamEvent[] = [];
  const feed = eventParser((event) => events.push(event));
  for (const piece of pieces) feed(piece);
  return events;
}

it('reads the same events wherever the stream is cut', () => {
  expect(parse([STREAM])).toEqual(EVENTS);
  fc.assert(
    fc.property(fc.array(fc.nat(STREAM.length)), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), STREAM.length];
      const pieces = places.slice(1).map((end, n) => STREAM.slice(places[n], end));
      expect(parse(pieces)).toEqual(EVENTS);
    }),
  );
});

it('does not keep a line that never ends', () => {
  expect(() => parse(Array.from({ length: 20 }, () => 'x'.repeat(1_000)))).toThrow('without an end');
});
