import type { Operations } from '../../contract/operations.ts';
import {
  builtInInstruments,
  copyInstrument as copyOf,
  editInstrument as edited,
  type Instrument,
} from '../../domain/instrument/instrument.ts';
import type { InstrumentId, TeamId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import { fail, ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { document, readKept } from '../documents.ts';
import { enterTeam } from '../in-team.ts';
import { createdId, onceOf, rememberOnce, seenBefore } from '../once.ts';
import { IDS, teamPlace } from '../places.ts';
import type { Ports, UseCase } from '../use-case.ts';

const UNKNOWN = { kind: 'instrument.unknown' } as const;

export const copyInstrument: UseCase<Operations['copyInstrument']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'copyInstrument', call);
  if (!entered.ok) return entered;
  const wanted = { ...input.from, language: input.language };
  const source = await findInstrument(ports, { tenant: actor.tenant, team: params.team }, wanted);
  if (!source) return fail(UNKNOWN);
  const id = createdId(ports, 'instrument', { ...call, name: 'copyInstrument' });
  const copy = copyOf(source, { id, team: params.team, title: input.title });
  const once = onceOf(ports, { ...call, name: 'copyInstrument' });
  const place = teamPlace(actor.tenant, params.team);
  const written = await ports.store.batch(place, [
    { type: 'create', document: document(records.instrument, versionId(copy), copy) },
    rememberOnce(once),
  ]);
  if (!written.ok && (await seenBefore(ports, place, once)) !== 'same') return fail({ kind: 'idempotency.reused' });
  return ok({ output: copy, revision: null });
};

export const editInstrument: UseCase<Operations['editInstrument']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'editInstrument', call);
  if (!entered.ok) return entered;
  const based = { id: params.instrument, version: input.basedOn };
  const current = await findInstrument(ports, { tenant: actor.tenant, team: params.team }, based);
  if (!current) return fail(UNKNOWN);
  const next = edited(current, input);
  if (!next.ok) return next;
  const once = onceOf(ports, { ...call, name: 'editInstrument' });
  const place = teamPlace(actor.tenant, params.team);
  const written = await ports.store.batch(place, [
    { type: 'create', document: document(records.instrument, versionId(next.value), next.value) },
    rememberOnce(once),
  ]);
  if (written.ok) return ok({ output: next.value, revision: null });
  const seen = await seenBefore(ports, place, once);
  if (seen === 'same') return ok({ output: next.value, revision: null });
  return fail({ kind: seen === 'other' ? 'idempotency.reused' : 'revision.stale' });
};

/** A version of a built-in instrument, as it is worded in a language, or of one of the team's own. */
export async function findInstrument(
  ports: Ports,
  { tenant, team }: { readonly tenant: string; readonly team: TeamId },
  wanted: { readonly id: InstrumentId; readonly version: number; readonly language?: Language },
): Promise<Instrument | null> {
  const builtIn = builtInInstruments(wanted.language).find(
    ({ id, version }) => id === wanted.id && version === wanted.version,
  );
  if (builtIn) return builtIn;
  return (
    (await readKept(ports, records.instrument, { place: teamPlace(tenant, team), id: versionId(wanted) }))?.value ??
    null
  );
}

function versionId({ id, version }: { readonly id: InstrumentId; readonly version: number }): string {
  return `${IDS.instruments}${id}|${String(version).padStart(6, '0')}`;
}
