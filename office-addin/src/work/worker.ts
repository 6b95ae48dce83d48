import { fail, type Result } from '@plumbline/shared/kernel/result';
import type { HostFault } from '../host/host-fault.ts';
import type { Answered, Asked } from './jobs.ts';

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  done(data).then(
    (result) => answer({ at: data.at, result }),
    (cause: unknown) => {
      if (cause instanceof Unloaded) answer({ at: data.at, result: fail({ kind: 'host.unloaded', code: 'NoPart' }) });
      // The pane hears of an error, and of no promise that broke.
      else reportError(cause);
    },
  );
});

function answer(answered: Answered): void {
  self.postMessage(answered);
}

/** Thrown where a part of this code did not come. */
class Unloaded extends Error {}

async function loaded<T>(part: Promise<T>): Promise<T> {
  try {
    return await part;
  } catch {
    throw new Unloaded();
  }
}

/** What a job needs is fetched with the first of its kind: one program makes no slides, the other no blocks. */
async function done(asked: Asked): Promise<Result<unknown, HostFault>> {
  switch (asked.name) {
    case 'makeSlides':
      return (await loaded(import('./deck-jobs.ts'))).makeSlides(asked.takes);
    case 'readColours':
      return (await loaded(import('./deck-jobs.ts'))).readColours(asked.takes);
    case 'readSlide':
      return (await loaded(import('./care-jobs.ts'))).readSlide(asked.takes);
    case 'compareSlide':
      return (await loaded(import('./care-jobs.ts'))).compareSlide(asked.takes);
    case 'renewSlide':
      return (await loaded(import('./care-jobs.ts'))).renewSlide(asked.takes);
    case 'detachSlide':
      return (await loaded(import('./care-jobs.ts'))).detachSlide(asked.takes);
    case 'copySlide':
      return (await loaded(import('./care-jobs.ts'))).copySlide(asked.takes);
    case 'markSlide':
      return (await loaded(import('./care-jobs.ts'))).markSlide(asked.takes);
    case 'readCautions':
      return (await loaded(import('./cautions.ts'))).readCautions(asked.takes);
    case 'makeBlocks':
      return (await loaded(import('./text-jobs.ts'))).makeBlocks(asked.takes);
    case 'makeReport':
      return (await loaded(import('./text-jobs.ts'))).makeReport(asked.takes);
    case 'readBlock':
      return (await loaded(import('./block-jobs.ts'))).readBlock(asked.takes);
    case 'compareBlock':
      return (await loaded(import('./block-jobs.ts'))).compareBlock(asked.takes);
    case 'renewBlock':
      return (await loaded(import('./block-jobs.ts'))).renewBlock(asked.takes);
    case 'detachBlock':
      return (await loaded(import('./block-jobs.ts'))).detachBlock(asked.takes);
    case 'copyBlock':
      return (await loaded(import('./block-jobs.ts'))).copyBlock(asked.takes);
    case 'markBlock':
      return (await loaded(import('./block-jobs.ts'))).markBlock(asked.takes);
    case 'readTextColours':
      return (await loaded(import('./text-jobs.ts'))).readTextColours(asked.takes);
  }
}
