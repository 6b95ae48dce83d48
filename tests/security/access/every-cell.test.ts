import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { access, type AccessRule } from '@plumbline/shared/application/access';
import { operations, type OperationName } from '@plumbline/shared/contract/operations';
import type { Route } from '@plumbline/shared/contract/routes';
import { ServiceHere } from '../../running/service-here.ts';
import { personId } from '../../running/tenant-people.ts';
import { furnishPulse, furnishTeam } from '../furnish.ts';
import { newKey, Office } from '../office.ts';
import { examplesOf, send, type Example, type Things } from '../requests.ts';
import {
  ACTOR_NAMES,
  ACTORS,
  CELLS,
  expectedOf,
  namesOfOperations,
  outcomeOf,
  TARGETS,
  type ActorName,
  type Cell,
  type Target,
} from './cells.ts';
import { mutantsOf, type Mutant } from './mutants.ts';

/** Where the operation itself is narrower than its rule: a coach who is no party to the contract has nothing to accept. */
const NARROWER = new Set(['acceptContract coach team', 'acceptContract coach pulse']);

/** Where a second check stands behind the rule, so that it alone lets nobody in: parties to the contract, and members. */
const STOPPED_BEHIND = [
  'acceptContract dropped',
  'acceptContract wrong about a analyst',
  'keepNote dropped',
  'viewResults dropped',
];

let service: ServiceHere;
const tokens = new Map<ActorName, string>();
const examples = new Map<Target, Readonly<Record<OperationName, Example>>>();

beforeAll(async () => {
  service = await ServiceHere.start();
  const office = new Office(service.origin);
  for (const actor of ACTOR_NAMES) tokens.set(actor, (await office.person(ACTORS[actor])).token);
  const team = await furnishTeam(office, { letter: 'a', from: 0 });
  const coach = await office.person(ACTORS.facilitator);
  const things: Readonly<Record<Target, Things>> = {
    team,
    pulse: await furnishPulse({ things: team, coach, beside: personId('a', 40) }),
    otherTeam: await furnishTeam(office, { letter: 'a', from: 20 }),
    otherTenant: await furnishTeam(office, { letter: 'b', from: 0 }),
  };
  for (const target of TARGETS) examples.set(target, examplesOf(things[target]));
});

afterAll(() => service.end());

/** What somebody is answered, in the words of the expectation; whoever is let in is told that the revision is an old one. */
async function observed({ name, actor, target }: Cell): Promise<string> {
  const example = examples.get(target)?.[name];
  if (!example) throw new Error(`There is no example of ${name}`);
  const route: Route = operations[name];
  const { status, kind } = await send(name, example.params, {
    origin: service.origin,
    token: tokens.get(actor),
    ifMatch: route.revision === 'required' ? '"987654321"' : undefined,
    key: route.creates ? newKey() : undefined,
    body: example.input === null ? undefined : JSON.stringify(example.input),
  });
  if (status === 403 && kind === 'access.denied') return 'denied';
  if (status === 404 && kind === 'thing.not-found') return 'not there';
  return status < 500 && status !== 401 ? 'let in' : `broken: ${status}`;
}

function lineOf({ name, actor, target }: Cell): string {
  return `${name} ${actor} ${target}`;
}

/** Has a rule be another one for as long as something takes. */
async function under<T>(name: OperationName, rule: AccessRule, act: () => Promise<T>): Promise<T> {
  const own = access[name];
  const set = (value: AccessRule) => Object.defineProperty(access, name, { value });
  set(rule);
  try {
    return await act();
  } finally {
    set(own);
  }
}

/** Whether one of the cells that a wrong rule changes is answered as the wrong rule says. */
async function isCaught(cells: readonly Cell[], mutant: Mutant): Promise<boolean> {
  const [first] = cells;
  if (!first) return false;
  return under(first.name, mutant.rule, async () => {
    for (const cell of cells) {
      if ((await observed(cell)) === outcomeOf(mutant.rule, cell)) return true;
    }
    return false;
  });
}

/** Does something for each of many, some of them at the same time. */
async function atOnce<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = all.values();
  const work = async () => {
    for (const one of left) await act(one);
  };
  await Promise.all(Array.from({ length: 16 }, work));
}

const own = new Map(namesOfOperations().map((name) => [name, access[name]] as const));

describe('every operation, for everybody, at every target', () => {
  it('AC1 has cells for every operation of the contract, and no rule for anything else', () => {
    expect([...new Set(CELLS.map(({ name }) => name))].toSorted()).toEqual(Object.keys(operations).toSorted());
    expect(Object.keys(access).toSorted()).toEqual(Object.keys(operations).toSorted());
  });

  it('AC1 catches each rule that is dropped, shut, or wrong about one role or condition', async () => {
    const tally = { caught: 0, alike: 0 };
    const missed: string[] = [];
    const tryAll = async ([name, rule]: readonly [OperationName, AccessRule]) => {
      const cells = CELLS.filter((cell) => cell.name === name);
      for (const mutant of mutantsOf(rule)) {
        const telling = cells.filter((cell) => outcomeOf(mutant.rule, cell) !== outcomeOf(rule, cell));
        // What would change nothing for anybody there is: a member's rule dropped stands behind the list of members.
        if (telling.length === 0) tally.alike += 1;
        else if (await isCaught(telling, mutant)) tally.caught += 1;
        else missed.push(`${name} ${mutant.what}`);
      }
    };
    // Other operations go by this rule first.
    for (const isFirst of [true, false]) {
      await atOnce(
        [...own].filter(([name]) => (name === 'viewTeam') === isFirst),
        tryAll,
      );
    }
    console.log(
      `${tally.caught} wrong rules caught, ${tally.alike} that differ for nobody, ${missed.length} stopped behind`,
    );
    expect(missed.toSorted()).toEqual(STOPPED_BEHIND);
  });

  it(`AC1 AC2 gives each of ${CELLS.length} cells what the access table says`, async () => {
    const wrong: string[] = [];
    const check = async (cell: Cell) => {
      const expected = NARROWER.has(lineOf(cell)) ? 'denied' : expectedOf(cell);
      const outcome = await observed(cell);
      if (outcome !== expected) wrong.push(`${lineOf(cell)}: ${outcome}, not ${expected}`);
    };
    // After a deletion nobody is who they were.
    for (const isLast of [false, true]) {
      await atOnce(
        CELLS.filter(({ name }) => (name === 'deleteMine') === isLast),
        check,
      );
    }
    console.log(
      `${CELLS.length} cells: ${own.size} operations, ${ACTOR_NAMES.length} people, ${TARGETS.length} targets`,
    );
    expect(wrong).toEqual([]);
  });
});
