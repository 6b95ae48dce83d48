import type { Answers } from '../../domain/ballot/ballot.ts';
import type { Round } from '../../domain/meeting/meeting.ts';
import { records } from '../../records/kinds.ts';
import { readKept } from '../documents.ts';
import type { Address } from '../kept.ts';
import { IDS, placeOfTag } from '../places.ts';
import type { Author } from '../ports/round-keys.ts';
import type { Ports } from '../use-case.ts';

/** Where a person's ballot in a round lies; `null` once nobody can tell any more. */
export async function ballotAddress(
  ports: Ports,
  round: Pick<Round, 'id' | 'shards'>,
  { tenant, person }: Author,
): Promise<Address | null> {
  const tag = await ports.roundKeys.authorTag(round.id, { tenant, person });
  return tag === null ? null : { place: placeOfTag(tenant, round, tag), id: `${IDS.ballots}${tag}` };
}

/** A person's answers in a round, the version of them, and whether the person agreed to have them named. */
export async function ownBallot(
  ports: Ports,
  round: Pick<Round, 'id' | 'shards'>,
  author: Author,
): Promise<{ readonly answers: Answers; readonly revision: string; readonly consent: boolean } | null> {
  const address = await ballotAddress(ports, round, author);
  const kept = address && (await readKept(ports, records.ballot, address));
  return kept && { ...kept.value, revision: kept.etag };
}
