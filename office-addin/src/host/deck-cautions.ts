import { ok, type Result } from '@plumbline/shared/kernel/result';
import type { Cautions } from '../work/jobs.ts';
import { workOn } from '../work/office-worker.ts';
import { attempt } from './attempt.ts';
import type { HostFault } from './host-fault.ts';
import type { Place } from './host.ts';
import type { CautionKind, Manner } from './standing.ts';
import { wholeFile } from './whole-file.ts';

/** What the whole deck says; `null` where Office does not hand it over. Fails where what reads it did not load. */
export async function readCautionsOfDeck(): Promise<Result<Cautions | null, HostFault>> {
  const file = await attempt(wholeFile);
  const read = file.ok ? await workOn('readCautions', { deck: file.value }) : file;
  if (read.ok || read.error.kind === 'host.unloaded') return read;
  return ok(null);
}

/** Why a slide is not to be put anew in a manner; `null` where it may be. */
export function cautionOf({ id }: Place, cautions: Cautions | null, manner: Manner): CautionKind | null {
  if (manner === 'beside') return null;
  const own = cautions?.slides[id.split('#')[0] ?? ''];
  if (!cautions || !own) return 'caution.unknown';
  const [first] = own;
  if (first) return first;
  return cautions.fonts && manner === 'careful' ? 'caution.fonts' : null;
}
