import type { Result } from '@plumbline/shared/kernel/result';
import type { HostFault } from '../host/host-fault.ts';
import { makeSlides, readColours } from './deck-jobs.ts';
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
    case 'makeBlocks':
      return makeBlocks(asked.takes);
    case 'readTextColours':
      return readTextColours(asked.takes);
  }
}
