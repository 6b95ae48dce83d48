import { readFileSync, writeFileSync } from 'node:fs';
import { krippendorffAlpha } from '@plumbline/shared/measures/reliability/krippendorff';
import { unitValues } from '@plumbline/shared/measures/reliability/unit-values';
import { benchData } from './data.ts';

// In a process of its own, whose peak is then that of the measure and not of what ran before it.
const { hundredThousand } = benchData();
forgetPeak();
const before = residentMegabytes('VmRSS');
const units = unitValues(hundredThousand);
if (units.value === null) throw new Error(units.reason);
const { value } = krippendorffAlpha(units.value, 'ordinal');
const megabytes = residentMegabytes('VmHWM') - before;
console.log(JSON.stringify({ value, megabytes }));

/** Linux keeps the peak of a process and can be told to begin anew; see proc(5). */
function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5');
}

function residentMegabytes(kind: 'VmRSS' | 'VmHWM'): number {
  const line = readFileSync('/proc/self/status', 'utf8')
    .split('\n')
    .find((candidate) => candidate.startsWith(`${kind}:`));
  const kilobytes = Number(line?.split(/\s+/)[1]);
  if (!Number.isFinite(kilobytes)) throw new Error(`This system does not say its ${kind}`);
  return kilobytes / 1024;
}
