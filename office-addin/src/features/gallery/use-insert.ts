import { useCallback, useState } from 'react';
import type { Result } from '@plumbline/shared/kernel/result';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { Report } from '@plumbline/shared/ooxml/exhibits/content';
import { insertionOf } from '@plumbline/shared/ooxml/insertion';
import { exhibitsOf } from '@plumbline/shared/ooxml/word/report-parts';
import { useServices } from '../../app/services.ts';
import { useWriting } from '../../app/use-writing.ts';
import type { HostFault } from '../../host/host-fault.ts';
import type { Inserted, Place } from '../../host/host.ts';
import { newId } from '../../work/new-id.ts';

/** How far what was asked for has come. */
export type InsertState =
  | { readonly step: 'idle' }
  | { readonly step: 'working'; readonly count: number }
  | { readonly step: 'done'; readonly places: readonly Place[]; readonly isReport: boolean }
  | { readonly step: 'undone' }
  | { readonly step: 'failed'; readonly fault: HostFault };

export interface Insert {
  readonly state: InsertState;
  readonly insert: (exhibits: readonly Exhibit[]) => void;
  /** `null` in a program that has no reports. */
  readonly insertReport: ((report: Report) => void) | null;
  readonly undo: (places: readonly Place[]) => void;
  readonly dismiss: () => void;
}

/** Puts exhibits into the document that is open, one request at a time. */
export function useInsert(): Insert {
  const { host } = useServices();
  const writing = useWriting();
  const [state, setState] = useState<InsertState>({ step: 'idle' });

  const insert = useCallback(
    (exhibits: readonly Exhibit[]) => {
      setState({ step: 'working', count: exhibits.length });
      const items = exhibits.map((exhibit) => ({
        exhibit,
        insertion: insertionOf(exhibit, newId(), writing.language),
      }));
      void host.insert(items, writing).then((result) => setState(stateAfter(result, false)));
    },
    [host, writing],
  );
  const insertReport = useCallback(
    (report: Report) => {
      const figures = exhibitsOf(report);
      setState({ step: 'working', count: figures.length });
      const ids = [newId(), ...figures.map(newId)];
      void host.insertReport?.(report, ids, writing).then((result) => setState(stateAfter(result, true)));
    },
    [host, writing],
  );
  const undo = useCallback(
    (places: readonly Place[]) => {
      void host.takeOut(places).then((result) => {
        setState(result.ok ? { step: 'undone' } : { step: 'failed', fault: result.error });
      });
    },
    [host],
  );
  const dismiss = useCallback(() => setState({ step: 'idle' }), []);
  return { state, insert, insertReport: host.insertReport ? insertReport : null, undo, dismiss };
}

function stateAfter(result: Result<Inserted, HostFault>, isReport: boolean): InsertState {
  return result.ok ? { step: 'done', places: result.value.places, isReport } : { step: 'failed', fault: result.error };
}
