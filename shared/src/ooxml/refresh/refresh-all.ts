import type { Result } from '../../kernel/result.ts';
import type { OpcPackage } from '../package/opc-package.ts';
import type { FoundInsertion, RefreshFault, Undo } from './found.ts';
import { refreshSlide, type RefreshWish } from './refresh-slide.ts';

export interface RefreshTask extends RefreshWish {
  readonly found: FoundInsertion;
}

export interface RefreshOutcome {
  readonly found: FoundInsertion;
  /** `null` for one that was not begun, since somebody stopped before. */
  readonly result: Result<Undo, RefreshFault> | null;
}

export interface RefreshRun {
  /** Told before the first and after each; what it waits for lets the document answer in between. */
  readonly onProgress: (progress: { readonly done: number; readonly of: number }) => void | Promise<void>;
  /** Looked at between insertions; an `AbortSignal` is one. */
  readonly signal: { readonly aborted: boolean };
}

/** Refreshes one after the other; a refusal stops none of the others, and what is done when somebody stops stays done. */
export async function refreshAll(
  deck: OpcPackage,
  tasks: readonly RefreshTask[],
  { onProgress, signal }: RefreshRun,
): Promise<readonly RefreshOutcome[]> {
  const outcomes: RefreshOutcome[] = [];
  await onProgress({ done: 0, of: tasks.length });
  for (const { found, ...wish } of tasks) {
    if (signal.aborted) {
      outcomes.push({ found, result: null });
      continue;
    }
    outcomes.push({ found, result: refreshSlide(deck, found, wish) });
    await onProgress({ done: outcomes.length, of: tasks.length });
  }
  return outcomes;
}
