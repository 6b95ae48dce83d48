import { once } from 'node:events';
import type { RunningService } from './running-service.ts';

/** The flag of Node that lets `memoryOf` look into a process; its port is any that is free. */
export const INSPECTED = '--inspect=0';

/** What a process holds, in bytes. */
export interface Memory {
  /** In objects and in what they keep outside the heap, once everything that nobody needs is gone. */
  readonly used: number;
  /** In the machine's memory, which an engine gives back when it likes. */
  readonly resident: number;
}

/** Measures a service that was started with `INSPECTED`, through Node's inspector: the service knows nothing of it. */
export async function memoryOf(service: RunningService): Promise<Memory> {
  const address = [...service.written.matchAll(/Debugger listening on (ws:\S+)/g)].at(-1)?.[1];
  if (address === undefined) throw new Error(`The service must be started with ${INSPECTED}`);
  const socket = new WebSocket(address);
  await once(socket, 'open');
  try {
    // What the first round lets go of by a finaliser is gone after the second.
    await ask(socket, { id: 1, method: 'HeapProfiler.collectGarbage' });
    await ask(socket, { id: 2, method: 'HeapProfiler.collectGarbage' });
    const params = { expression: 'process.memoryUsage()', returnByValue: true };
    const { result } = await ask(socket, { id: 3, method: 'Runtime.evaluate', params });
    const { heapUsed, external, rss } = result.result.value;
    return { used: heapUsed + external, resident: rss };
  } finally {
    socket.close();
  }
}

/** Of all that the inspector answers: what an expression came to. */
interface Answer {
  readonly id: number;
  readonly result: { readonly result: { readonly value: NodeJS.MemoryUsage } };
}

async function ask(socket: WebSocket, question: { readonly id: number; readonly [part: string]: unknown }) {
  socket.send(JSON.stringify(question));
  for (;;) {
    const [message] = (await once(socket, 'message')) as [MessageEvent<string>];
    const answer = JSON.parse(message.data) as Answer;
    if (answer.id === question.id) return answer;
  }
}
