import type { Result } from '@plumbline/shared/kernel/result';
import type { HostFault } from '../host/host-fault.ts';
import type { Answered, Asked } from './jobs.ts';

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  done(data).then((result) => {
    const answered: Answered = { at: data.at, result };
    self.postMessage(answered);
    // The pane hears of an error, and of no promise that broke.
  }, reportError);
});

/** What a job needs is fetched with the first of its kind: one program makes no slides, the other no blocks. */
async function done(asked: Asked): Promise<Result<unknown, HostFault>> {
  switch (asked.name) {
    case 'makeSlides':
      return (await import('./deck-jobs.ts')).makeSlides(asked.takes);
    case 'readColours':
      return (await import('./deck-jobs.ts')).readColours(asked.takes);
    case 'readSlide':
      return (await import('./care-jobs.ts')).readSlide(asked.takes);
    case 'compareSlide':
      return (await import('./care-jobs.ts')).compareSlide(asked.takes);
    case 'renewSlide':
      return (await import('./care-jobs.ts')).renewSlide(asked.takes);
    case 'detachSlide':
      return (await import('./care-jobs.ts')).detachSlide(asked.takes);
    case 'copySlide':
      return (await import('./care-jobs.ts')).copySlide(asked.takes);
    case 'markSlide':
      return (await import('./care-jobs.ts')).markSlide(asked.takes);
    case 'readCautions':
      return (await import('./cautions.ts')).readCautions(asked.takes);
    case 'makeBlocks':
      return (await import('./text-jobs.ts')).makeBlocks(asked.takes);
    case 'makeReport':
      return (await import('./text-jobs.ts')).makeReport(asked.takes);
    case 'readBlock':
      return (await import('./block-jobs.ts')).readBlock(asked.takes);
    case 'compareBlock':
      return (await import('./block-jobs.ts')).compareBlock(asked.takes);
    case 'renewBlock':
      return (await import('./block-jobs.ts')).renewBlock(asked.takes);
    case 'detachBlock':
      return (await import('./block-jobs.ts')).detachBlock(asked.takes);
    case 'copyBlock':
      return (await import('./block-jobs.ts')).copyBlock(asked.takes);
    case 'markBlock':
      return (await import('./block-jobs.ts')).markBlock(asked.takes);
    case 'readTextColours':
      return (await import('./text-jobs.ts')).readTextColours(asked.takes);
  }
}
