import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostFault } from '../../host/host-fault.ts';
import type { Care, Checked } from '../../host/standing.ts';
import type { Instead } from './later-meetings.ts';
import { useFresh } from './use-fresh.ts';

/** How far the look through the document has come. */
export type CheckState =
  | { readonly step: 'reading'; readonly done: number; readonly of: number }
  | { readonly step: 'failed'; readonly fault: HostFault }
  | { readonly step: 'read'; readonly checked: Checked };

export interface Check {
  readonly state: CheckState;
  readonly again: () => void;
  readonly stop: () => void;
}

const START: CheckState = { step: 'reading', done: 0, of: 0 };

/** Looks through the document at once, again when asked, and once other meetings are to be asked instead of its own. */
export function useCheck(care: Care, instead: Instead): Check {
  const makeFresh = useFresh(instead);
  const [state, setState] = useState<CheckState>(START);
  const [round, setRound] = useState(0);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    const run = new AbortController();
    const left = new AbortController();
    running.current = run;
    const tell = (next: CheckState) => {
      if (!left.signal.aborted) setState(next);
    };
    const onProgress = (progress: { readonly done: number; readonly of: number }) =>
      tell({ step: 'reading', ...progress });
    void care.check({ freshOf: makeFresh(), onProgress, signal: run.signal }).then((result) => {
      tell(result.ok ? { step: 'read', checked: result.value } : { step: 'failed', fault: result.error });
    });
    return () => {
      left.abort();
      run.abort();
    };
  }, [care, makeFresh, round]);
  const again = useCallback(() => {
    setState(START);
    setRound((last) => last + 1);
  }, []);
  const stop = useCallback(() => running.current?.abort(), []);
  return { state, again, stop };
}
