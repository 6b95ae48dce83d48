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
  });
  // One that could not be loaded, or broke: whoever waits is told, and the next job starts another.
  started.addEventListener('error', () => {
    started.terminate();
    worker = null;
    for (const settle of waiting.values()) settle(fail({ kind: 'host.failed', code: 'WorkerStopped' }));
    waiting.clear();
  });
  return started;
}
