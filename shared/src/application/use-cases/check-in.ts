import type { Operations } from '../../contract/operations.ts';
import { checkIn as checkedIn } from '../../domain/commitment/commitment.ts';
import { earliestToday } from '../../kernel/instant.ts';
import { fail, ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { access } from '../access.ts';
import { document, readKept } from '../documents.ts';
import { enterTeam, relationTo } from '../in-team.ts';
import { createdId, onceOf, rememberOnce, seenBefore } from '../once.ts';
import { IDS, teamPlace } from '../places.ts';
import { movementsIn, presentCommitment } from '../present/commitment.ts';
import { openFolder } from '../present/team.ts';
import type { UseCase } from '../use-case.ts';

const TRIES = 5;

export const checkIn: UseCase<Operations['checkIn']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterTeam(ports, 'viewTeam', call);
  if (!entered.ok) return entered;
  const { team, member } = entered.value;
  const place = teamPlace(actor.tenant, params.team);
  const documentId = `${IDS.commitments}${params.commitment}`;
  const once = onceOf(ports, { ...call, name: 'checkIn' });
  const id = createdId(ports, 'comment', { ...call, name: 'checkIn' });
  const today = earliestToday(ports.now());
  const movements = movementsIn(openFolder(await ports.recent.folder(place)), member);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await readKept(ports, records.commitment, { place, id: documentId });
    if (!kept) return fail({ kind: 'thing.not-found' });
    const owns = kept.value.owner === actor.person;
    if (!access.checkIn({ ...relationTo(team, null, actor.person), owns })) return fail({ kind: 'access.denied' });
    const seen = await seenBefore(ports, place, once);
    if (seen === 'other') return fail({ kind: 'idempotency.reused' });
    const reply = (commitment: typeof kept.value) =>
      ok({ output: presentCommitment(commitment, { team, member, movements, today }), revision: null });
    if (seen === 'same') return reply(kept.value);
    const next = checkedIn(kept.value, { id, at: ports.now(), by: actor.person, ...input });
    if (!next.ok) return next;
    const written = await ports.store.batch(place, [
      { type: 'replace', document: document(records.commitment, documentId, next.value), etag: kept.etag },
      rememberOnce(once),
    ]);
    if (written.ok) return reply(next.value);
  }
  return fail({ kind: 'revision.stale' });
};
