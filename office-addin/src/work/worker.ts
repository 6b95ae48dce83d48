import type { Result } from '@plumbline/shared/kernel/result';
import type { HostFault } from '../host/host-fault.ts';
import { makeSlides, readColours } from './deck-jobs.ts';
import { compareSlide, copySlide, detachSlide, markSlide, readSlide, renewSlide } from './care-jobs.ts';
import { readCautions } from './cautions.ts';
import { makeBlocks, readTextColours } from './text-jobs.ts';
import type { Answered, Asked } from './jobs.ts';

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const answered: Answered = { at: data.at, result: done(data) };
  self.postMessage(answered);
});

function done(asked: Asked): Result<unknown, HostFault> {
  switch (asked.name) {
    case 'makeSlides':
      return makeSlides(asked.takes);
    case 'readColours':
      return readColours(asked.takes);
    case 'readSlide':
      return readSlide(asked.takes);
    case 'compareSlide':
      return compareSlide(asked.takes);
    case 'renewSlide':
      return renewSlide(asked.takes);
    case 'detachSlide':
      return detachSlide(asked.takes);
    case 'copySlide':
      return copySlide(asked.takes);
    case 'markSlide':
      return markSlide(asked.takes);
    case 'readCautions':
      return readCautions(asked.takes);
    case 'makeBlocks':
      return makeBlocks(asked.takes);
    case 'readTextColours':
      return readTextColours(asked.takes);
  }
}
