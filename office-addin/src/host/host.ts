import type { Exhibit, Insertion } from '@plumbline/shared/ooxml/exhibit';
import type { Report } from '@plumbline/shared/ooxml/exhibits/content';
import type { Result } from '@plumbline/shared/kernel/result';
import type { DocumentColours } from '../preview/document-colours.ts';
import type { Ability, Program } from './abilities.ts';
import type { HostFault } from './host-fault.ts';
import type { HostLook } from './host-look.ts';
import type { Place, Writing } from './place.ts';
import type { Care } from './standing.ts';

export type { Place, Writing };

/** An exhibit on its way into a document. */
export interface Item {
  readonly exhibit: Exhibit;
  readonly insertion: Insertion;
}

/** What came into the document, in its order. */
export interface Inserted {
  readonly places: readonly Place[];
}

/** The document that is open around the pane; one file implements it for each program. */
export interface Host {
  readonly program: Program;
  /** The colours that figures will have in it. */
  colours(): Promise<Result<DocumentColours, HostFault>>;
  /** Puts exhibits after what is selected. */
  insert(items: readonly Item[], writing: Writing): Promise<Result<Inserted, HostFault>>;
  /** Puts a whole report after what is selected; `null` in a program that has no reports. */
  readonly insertReport:
    ((report: Report, ids: readonly string[], writing: Writing) => Promise<Result<Inserted, HostFault>>) | null;
  /** Takes out what was put in just now. */
  takeOut(places: readonly Place[]): Promise<Result<null, HostFault>>;
  /** Looks after what was put in before; `null` in a program where that is not had yet. */
  readonly care: Care | null;
}

/** What the pane knows of Office at its start. */
export interface HostInfo {
  readonly program: Program;
  readonly look: HostLook;
  /** The language of Office's own menus. */
  readonly locale: string;
  /** Platform and version, for support: `PC 16.0.19000.20000`. */
  readonly office: string;
  readonly abilities: readonly Ability[];
}
