import type { OpenMeeting, Round } from '../../domain/meeting/meeting.ts';
import { countBallots, mergeTallies } from '../../domain/results/count-ballots.ts';
import { countGroups, mergeGroups, type PartialGroups } from '../../domain/results/count-groups.ts';
import type { PartialTally } from '../../domain/results/partial-tally.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { pagesOf } from '../documents.ts';
import { ballotPlaces, IDS } from '../places.ts';
import type { Place } from '../ports/document-store.ts';
import type { Ports } from '../use-case.ts';

/** What the ballots of a round come to, as a whole and by group. */
interface Counted {
  readonly whole: PartialTally;
  readonly byGroup: PartialGroups;
}

/**
 * Counts an anonymous round whose gates are shut, page by page, so that 100,000 ballots need no more memory than a
 * thousand. Nothing is written: two who close a round at once count it each for themselves.
 */
export async function countShards(ports: Ports, meeting: OpenMeeting, round: Round): Promise<Counted> {
  const groupOf = await groupsByBallot(ports, meeting, round);
  const shards: Counted[] = [];
  for (const place of ballotPlaces(meeting.tenant, round)) {
    shards.push(await countShard(ports, { place, round, groupOf }));
  }
  return {
    whole: mergeTallies(shards.map(({ whole }) => whole)),
    byGroup: mergeGroups(shards.map(({ byGroup }) => byGroup)),
  };
}

async function countShard(
  ports: Ports,
  {
    place,
    round,
    groupOf,
  }: { readonly place: Place; readonly round: Round; readonly groupOf: ReadonlyMap<string, string> },
): Promise<Counted> {
  const { questions } = round;
  let whole = countBallots(questions, []);
  let byGroup: PartialGroups = new Map();
  for await (const page of pagesOf(ports, place, IDS.ballots)) {
    const ballots = page.map((kept) => decode(records.ballot, kept).answers);
    whole = mergeTallies([whole, countBallots(questions, ballots)]);
    if (groupOf.size === 0) continue;
    const grouped = ballots.map((answers, at) => ({ group: groupOf.get(page[at]?.id ?? '') ?? null, answers }));
    byGroup = mergeGroups([byGroup, countGroups(questions, grouped)]);
  }
  return { whole, byGroup };
}

/** In which group the author of each ballot of a rating is: known for as long as it is being counted. */
async function groupsByBallot(ports: Ports, meeting: OpenMeeting, round: Round): Promise<ReadonlyMap<string, string>> {
  if (round.purpose !== 'rating') return new Map();
  const people = meeting.terms.groups.flatMap(({ group, people: own }) => own.map((person) => ({ group, person })));
  const found = await Promise.all(
    people.map(async ({ group, person }) => {
      const tag = await ports.roundKeys.authorTag(round.id, { tenant: meeting.tenant, person });
      return tag === null ? null : ([`${IDS.ballots}${tag}`, group] as const);
    }),
  );
  return new Map(found.filter((entry) => entry !== null));
}
