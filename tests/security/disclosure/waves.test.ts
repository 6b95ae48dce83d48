import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { disclosableGroups } from '@plumbline/shared/domain/disclosure/groups';
import type { Grouping } from '@plumbline/shared/domain/disclosure/groups';
import type { MeetingId, RoundId } from '@plumbline/shared/kernel/ids';
import { differencing } from '@plumbline/shared/measures/privacy/differencing';
import type { PublishedGroup } from '@plumbline/shared/measures/privacy/differencing';

import { Company } from '../../application/company.ts';
import { drawsFrom, MINIMUM_GROUP } from './publications.ts';

const TEAMS = 1_000;
/** A question of the built-in instrument. */
const Q = 'al.vision.1';

/** A team over three waves: some join, some leave, some stay away. */
function wavesFrom(seed: number) {
  const draw = drawsFrom(seed);
  let next = 0;
  const join = (some: number) => Array.from({ length: some }, () => `p${next++}`);
  let team: readonly string[] = join(6 + draw(20));
  const waves = [team];
  for (let wave = 1; wave < 3; wave += 1) {
    const stayed = team.filter(() => draw(8) > 0);
    team = [...stayed, ...join(draw(4) === 0 ? draw(9) : draw(3))];
    waves.push(team);
  }
  const place = new Map(waves.flat().map((person) => [person, draw(3)]));
  return { waves, placeOf: (person: string) => place.get(person) ?? 0 };
}

/** Who was there the last time and who was not, as one more way to divide a wave up. */
function panelOf(before: readonly string[], now: readonly string[]): Grouping {
  const there = new Set(before);
  return {
    id: 'panel',
    groups: [
      { id: 'stayed', answerers: now.filter((person) => there.has(person)) },
      { id: 'joined', answerers: now.filter((person) => !there.has(person)) },
    ],
  };
}

function placesOf(now: readonly string[], placeOf: (person: string) => number): Grouping {
  return {
    id: 'place',
    groups: [0, 1, 2].map((place) => ({
      id: `place ${place}`,
      answerers: now.filter((person) => placeOf(person) === place),
    })),
  };
}

/** What a wave publishes when `shows` says so of each cut. */
function published(
  now: readonly string[],
  groupings: readonly Grouping[],
  shows: (group: { readonly id: string; readonly answerers: readonly string[] }) => boolean,
): readonly PublishedGroup[] {
  const cuts = groupings.flatMap(({ groups }) => groups).filter(shows);
  return [{ name: 'all', people: now }, ...cuts.map(({ id, answerers }) => ({ name: id, people: answerers }))];
}

function exposedIn(groups: readonly PublishedGroup[]): number {
  const audit = differencing(groups, MINIMUM_GROUP);
  if (audit.value === null) throw new Error(audit.reason);
  return audit.value.exposed.length;
}

describe('PV15 those who stayed since the last wave are a cut like any other', () => {
  it('decided with the others, whole pictures and panels of three waves tell nothing about a few', () => {
    let shown = 0;
    for (let seed = 1; seed <= TEAMS; seed += 1) {
      const { waves, placeOf } = wavesFrom(seed);
      for (const [wave, now] of waves.entries()) {
        if (now.length < MINIMUM_GROUP) continue;
        const groupings = [panelOf(waves[wave - 1] ?? [], now), placesOf(now, placeOf)];
        const cuts = disclosableGroups({ answerers: now, groupings, minimumGroup: MINIMUM_GROUP });
        shown += cuts.shown.length;
        expect(exposedIn(published(now, groupings, ({ id }) => cuts.shown.includes(id)))).toBe(0);
      }
    }
    // Or nothing was ever at stake.
    expect(shown).toBeGreaterThan(TEAMS / 4);
  });

  it('shown beside the whole because they are enough, they would tell who joined', () => {
    let told = 0;
    for (let seed = 1; seed <= TEAMS; seed += 1) {
      const [before = [], now = []] = wavesFrom(seed).waves;
      if (now.length < MINIMUM_GROUP) continue;
      const enough = ({ answerers }: { readonly answerers: readonly string[] }) => answerers.length >= MINIMUM_GROUP;
      if (exposedIn(published(now, [panelOf(before, now)], enough)) > 0) told += 1;
    }
    expect(told).toBeGreaterThan(TEAMS / 4);
  });
});

describe('PV3 what two snapshots of one round would tell', () => {
  it.each([
    { name: 'a late answer', then: (people: readonly string[]) => [...people, 'late'], exposed: [['late']] },
    { name: 'a deletion', then: (people: readonly string[]) => people.slice(1), exposed: [['p0']] },
    {
      name: 'late answers of four',
      then: (people: readonly string[]) => [...people, 'l1', 'l2', 'l3', 'l4'],
      exposed: [['l1', 'l2', 'l3', 'l4']],
    },
    {
      name: 'late answers of as many as a group',
      then: (people: readonly string[]) => [...people, 'l1', 'l2', 'l3', 'l4', 'l5'],
      exposed: [],
    },
  ])('$name, counted again, would tell $exposed', ({ then, exposed }) => {
    const people = Array.from({ length: 8 }, (_, place) => `p${place}`);
    const snapshots = [
      { name: 'first', people },
      { name: 'second', people: then(people) },
    ];
    expect(differencing(snapshots, MINIMUM_GROUP).value?.exposed).toEqual(exposed);
  });
});

describe('PV3 late answers, edits and deletions never make a second snapshot', () => {
  const LEADERS = 8;
  let company: Company;
  beforeEach(() => {
    company = new Company();
  });
  afterEach(() => company.leave());

  /** A meeting whose rating seven of eight answered and that is at its reveal. */
  async function revealed() {
    const team = await company.team(LEADERS, ['sponsor']);
    const meeting = await company.meeting(team);
    await company.moveTo(meeting, 'rating');
    const round = await company.round(meeting, 'rating');
    await company.vote(meeting, round, { question: Q, values: [2, 3, 3, 5, 5, 6, 6] });
    await company.moveTo(meeting, 'revealing');
    return { team, meeting, round: round.id };
  }

  /** Everything that the store keeps of what a rating came to, and what a leader and a coach are shown of it. */
  async function seen({ meeting, round }: { readonly meeting: MeetingId; readonly round: RoundId }) {
    const place = { container: 'core', partition: `t|tenant-1|m|${meeting}` } as const;
    const { documents } = await company.store.list(place, { prefix: `snapshot|${round}|` });
    const resultsFor = async (person: number) =>
      (await company.get('viewResults', company.person(person), { params: { meeting }, input: null })).rating;
    return {
      kept: documents.map(({ id, body }) => ({ id, body })),
      leader: await resultsFor(1),
      coach: await resultsFor(0),
    };
  }

  it('refuses a late answer and an edit once the gate is shut, and shows the very same when looked at again', async () => {
    const rating = await revealed();
    const { meeting, round } = rating;
    const before = await seen(rating);
    expect(before.kept).toHaveLength(1);
    expect([before.leader?.ballots, before.coach]).toEqual([7, before.leader]);
    for (const by of [8, 1]) {
      const answers = { [Q]: { kind: 'scale', value: 1 } } as const;
      const late = await company.cast(meeting, round, { by, answers });
      expect(late).toEqual({ ok: false, error: { kind: 'round.closed' } });
    }
    expect(await seen(rating)).toEqual(before);
  });

  it('keeps the answers of somebody who has left, and the same snapshot when the meeting is closed and sealed', async () => {
    const rating = await revealed();
    const { team, meeting } = rating;
    const before = await seen(rating);
    const { revision } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    const params = { team, person: company.person(7).person };
    await company.get('removeMember', company.person(0), { params, input: null, ifMatch: String(revision) });
    expect(await seen(rating)).toEqual(before);
    await company.direct(meeting, { type: 'close' });
    expect(await seen(rating)).toEqual(before);
  });
});
