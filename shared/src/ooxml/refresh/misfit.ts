import type { Exhibit } from '../exhibit.ts';
import type { FoundInsertion, Identity, RefreshFault } from './found.ts';

/** Why an exhibit cannot be put where something of ours stands, in whichever document; `null` where it can. */
export function misfit(
  {
    identity,
    state,
  }: {
    readonly identity: Pick<Identity, 'key'>;
    readonly state:
      { readonly kind: 'chart' | 'table' | 'text' } | Extract<FoundInsertion['state'], { kind: 'orphaned' }>;
  },
  exhibit: Exhibit,
): RefreshFault | null {
  if (state.kind === 'orphaned') return { kind: 'refresh.orphaned', why: state.why };
  if (identity.key.figure !== exhibit.key.figure || identity.key.of !== exhibit.key.of) {
    return { kind: 'refresh.other-figure' };
  }
  const isTold = exhibit.body.form === 'text' && state.kind !== 'text';
  if (exhibit.provenance.answered === null || isTold) return { kind: 'refresh.held' };
  return exhibit.body.form === state.kind ? null : { kind: 'refresh.other-form' };
}
