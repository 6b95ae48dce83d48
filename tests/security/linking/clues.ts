import { createHash, createHmac } from 'node:crypto';
import { shardOf } from '@plumbline/shared/domain/ballot/shards';
import { answersIn, ballotsOf, type Evidence, type Paper } from './evidence.ts';

/** Two rows that may be in the same order: the ballots of a round by something, and people by something. */
export interface OrderClue {
  readonly kind: 'order';
  readonly name: string;
  readonly ballots: readonly Paper[];
  readonly people: readonly string[];
}

/** Whose name a ballot seems to bear; no entry where it bears none. */
export interface NameClue {
  readonly kind: 'name';
  readonly name: string;
  readonly names: ReadonlyMap<Paper, string>;
}

export type Clue = OrderClue | NameClue;

/** Everything that could tie the ballots of a round to people. */
export function cluesTo(evidence: Evidence, round: string): readonly Clue[] {
  const ballots = ballotsOf(evidence.papers, round);
  return [...nameClues(evidence, round, ballots), ...orderClues(evidence, round, ballots)];
}

/** The tag under which a person's ballot lies while the round has its key. */
export function tagOf(key: Buffer, { tenant, person }: { readonly tenant: string; readonly person: string }): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([tenant, person]))
    .digest('base64url');
}

function nameClues(evidence: Evidence, round: string, ballots: readonly Paper[]): readonly NameClue[] {
  const byTags = keysTo(evidence, round).map(({ name, key }): NameClue => {
    const people = new Map(evidence.asked.map((person) => [tagOf(key, { ...evidence, person }), person]));
    return { kind: 'name', name: `tags under the ${name}`, names: named(ballots, ({ id }) => people.get(id.slice(2))) };
  });
  const owners = ownersOfWords(evidence);
  const rare = wordsOfOneBallot(ballots);
  const digests = (ballot: Paper) =>
    (['hex', 'base64url'] as const).map((form) => createHash('sha256').update(answersIn(ballot)).digest(form));
  return [
    ...byTags,
    {
      kind: 'name',
      name: 'words that stand elsewhere beside one person',
      names: named(ballots, (ballot) => firstOwner(rare.get(ballot) ?? [], owners)),
    },
    {
      kind: 'name',
      name: 'digests of answers that stand beside one person',
      names: named(ballots, (ballot) => firstOwner(digests(ballot), owners)),
    },
  ];
}

function named(ballots: readonly Paper[], nameOf: (ballot: Paper) => string | undefined): ReadonlyMap<Paper, string> {
  return new Map(
    ballots.flatMap((ballot): readonly (readonly [Paper, string])[] => {
      const name = nameOf(ballot);
      return name === undefined ? [] : [[ballot, name]];
    }),
  );
}

/** Every word of whatever concerns one person alone, with that person. */
function ownersOfWords({ papers, told, asked }: Evidence): ReadonlyMap<string, string> {
  const people = new Set(asked);
  const owners = new Map<string, string | null>();
  const learn = (text: string, owner: string): void => {
    for (const word of wordsIn(text)) owners.set(word, (owners.get(word) ?? owner) === owner ? owner : '');
  };
  for (const { container, partition, id, etag, body } of papers) {
    if (container === 'ballots') continue;
    const text = `${partition} ${id} ${etag} ${body}`;
    const inIt = wordsIn(text).filter((word) => people.has(word));
    const [only, ...others] = new Set(inIt);
    if (only !== undefined && others.length === 0) learn(text, only);
  }
  for (const { who, text } of told) if (who !== null && people.has(who)) learn(text, who);
  return new Map([...owners].flatMap(([word, owner]) => (owner === null || owner === '' ? [] : [[word, owner]])));
}

function wordsOfOneBallot(ballots: readonly Paper[]): ReadonlyMap<Paper, readonly string[]> {
  const words = new Map(ballots.map((ballot) => [ballot, wordsIn(`${ballot.id} ${ballot.etag} ${ballot.body}`)]));
  const times = new Map<string, number>();
  for (const word of [...words.values()].flatMap((some) => [...new Set(some)])) {
    times.set(word, (times.get(word) ?? 0) + 1);
  }
  return new Map([...words].map(([ballot, some]) => [ballot, some.filter((word) => times.get(word) === 1)]));
}

/** Ids, etags, tags, digests and long words. */
function wordsIn(text: string): readonly string[] {
  return text.match(/[\w-]{10,}/g) ?? [];
}

function firstOwner(words: readonly string[], owners: ReadonlyMap<string, string>): string | undefined {
  return words.map((word) => owners.get(word)).find((owner) => owner !== undefined);
}

function orderClues(evidence: Evidence, round: string, ballots: readonly Paper[]): readonly OrderClue[] {
  if (ballots.length < 2) return [];
  const rows = rowsOfBallots(evidence, ballots);
  const sent = (evidence.sent.get(round) ?? []).map(({ person }) => person);
  const shards = new Set(ballots.map(({ partition }) => partition)).size;
  const placed = (tag: string) => `${String(shardOf(tag, shards)).padStart(2, '0')} ${tag}`;
  const byTags = keysTo(evidence, round).map(({ name, key }) => ({
    name: `their tags under the ${name}`,
    people: [...sent].sort(comparing((person) => placed(tagOf(key, { ...evidence, person })))),
  }));
  const queues = [{ name: 'when they sent', people: sent }, { name: 'their ids', people: [...sent].sort() }, ...byTags];
  return rows.flatMap((row) =>
    queues.flatMap(({ name, people }): readonly OrderClue[] => [
      { kind: 'order', name: `${row.name} and ${name}`, ballots: row.ballots, people },
      { kind: 'order', name: `${row.name} and ${name}, backwards`, ballots: row.ballots, people: people.toReversed() },
    ]),
  );
}

interface Row {
  readonly name: string;
  readonly ballots: readonly Paper[];
}

function rowsOfBallots({ files }: Evidence, ballots: readonly Paper[]): readonly Row[] {
  /** One in which all are alike tells nothing. */
  const row = (name: string, by: (ballot: Paper) => number | string): readonly Row[] => {
    const found = new Map(ballots.map((ballot) => [ballot, by(ballot)]));
    if (new Set(found.values()).size < 2) return [];
    return [{ name, ballots: [...ballots].sort(comparing((ballot) => found.get(ballot) ?? '')) }];
  };
  const bytes = [...files].flatMap(([file, content]) => [
    ...row(`ids in the bytes of the ${file}`, ({ id }) => content.indexOf(id)),
    ...row(`answers in the bytes of the ${file}`, (ballot) => content.indexOf(answersIn(ballot))),
    ...row(`answers from the end of the ${file}`, (ballot) => content.lastIndexOf(answersIn(ballot))),
  ]);
  const fields = new Set(ballots.flatMap(({ body }) => Object.keys(JSON.parse(body) as object)));
  const beside = [...fields].filter((field) => field !== 'answers');
  return [
    { name: 'the order of storage', ballots },
    ...row('ids', ({ id }) => id),
    ...row('etags', ({ etag }) => etag),
    ...row('sizes', ({ body }) => body.length),
    ...row('_ts', ({ engine }) => engine?.ts ?? 0),
    ...row('_rid', ({ engine }) => engine?.rid ?? ''),
    ...row('_etag', ({ engine }) => engine?.etag ?? ''),
    ...row('the feed of changes', ({ engine }) => engine?.write ?? 0),
    ...bytes,
    ...beside.flatMap((field) => row(`the ${field} kept in ballots`, ({ body }) => sortable(body, field))),
  ];
}

function sortable(body: string, field: string): number | string {
  const value = (JSON.parse(body) as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? value : JSON.stringify(value ?? null);
}

function comparing<T>(by: (one: T) => number | string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [by(a), by(b)];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  };
}

function keysTo({ keys, stolenKeys }: Evidence, round: string): readonly { name: string; key: Buffer }[] {
  const [left, stolen] = [keys.get(round), stolenKeys.get(round)];
  return [...(left ? [{ name: 'key', key: left }] : []), ...(stolen ? [{ name: 'stolen key', key: stolen }] : [])];
}
