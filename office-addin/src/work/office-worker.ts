import type { Result } from '@plumbline/shared/kernel/result';
import { fail } from '@plumbline/shared/kernel/result';
import type { HostFault } from '../host/host-fault.ts';
import type { Answered, JobName, Jobs } from './jobs.ts';

type Settle = (result: Result<unknown, HostFault>) => void;

const waiting = new Map<number, Settle>();
let worker: Worker | null = null;
let count = 0;

/** Has the worker do a job; the worker and all the code of documents are fetched with the first one. */
export function workOn<N extends JobName>(
  name: N,
  takes: Jobs[N]['takes'],
): Promise<Result<Jobs[N]['gives'], HostFault>> {
  worker ??= startWorker();
  count += 1;
  const at = count;
  const asked = { at, name, takes };
  return new Promise((resolve) => {
    // The worker answers a job with what the job gives, by the table of jobs.
    waiting.set(at, resolve as Settle);
    worker?.postMessage(asked);
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.at)?.(data.result);
    waiting.delete(data.at);
    // Whoever lacks a part may go on lacking it: the next job starts another, which asks for it anew.
    if (!data.result.ok && data.result.error.kind === 'host.unloaded') stop(started, data.result.error);
  });
  // Only what breaks says where; what could not be fetched says nothing.
  started.addEventListener('error', (event) => {
    const isBroken = event instanceof ErrorEvent;
    stop(started, { kind: isBroken ? 'host.failed' : 'host.unloaded', code: isBroken ? 'WorkerStopped' : 'NoWorker' });
  });
  return started;
}

/** Whoever waits is told, and the next job starts another. */
function stop(stopped: Worker, fault: HostFault): void {
  stopped.terminate();
  if (worker === stopped) worker = null;
  for (const settle of waiting.values()) settle(fail(fault));
  waiting.clear();
}
