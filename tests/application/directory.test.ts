import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Directory } from '@plumbline/shared/application/ports/directory';
import { useCases } from '@plumbline/shared/application/use-cases/index';
import type { Actor, Ports } from '@plumbline/shared/application/use-case';
import { makeId, type TeamId } from '@plumbline/shared/kernel/ids';
import { fail, ok } from '@plumbline/shared/kernel/result';
import { Company } from './company.ts';

const TEAM_OF_TEAMS = '3e1c8f4e-96a5-4f0e-8e35-1d6f6b1f7a77';

let company: Company;
let team: TeamId;
let asked: string[];

beforeEach(async () => {
  company = new Company();
  team = await company.team(5, ['analyst', 'sponsor']);
  asked = [];
});

afterEach(() => company.leave());

/** A directory of one team, with a leader of ours and somebody new. */
const directory: Directory = {
  teams() {
    asked.push('teams');
    return Promise.resolve(ok([{ id: TEAM_OF_TEAMS, name: 'Baltic route' }]));
  },
  members(id) {
    asked.push(id);
    const people = [
      { person: makeId('person', 'p1'), name: 'Person 1', isGuest: false },
      { person: makeId('person', 'p99'), name: 'Somebody new', isGuest: true },
    ];
    return Promise.resolve(id === TEAM_OF_TEAMS ? ok(people) : fail({ kind: 'thing.not-found' as const }));
  },
};

function look(actor: Actor, has: Directory | null = directory) {
  const ports = { ...company.ports, ...(has ? { directory: has } : {}) };
  const call = { actor, params: { team }, input: null, ifMatch: null, key: null, language: 'en' as const };
  return useCases.viewDirectory(ports, call);
}

function lookAt(actor: Actor, directoryTeam: string, has: Directory | null = directory) {
  const ports = { ...company.ports, ...(has ? { directory: has } : {}) };
  const call = {
    actor,
    params: { team, directoryTeam },
    input: null,
    ifMatch: null,
    key: null,
    language: 'en' as const,
  };
  return useCases.viewDirectoryTeam(ports, call);
}

describe('adding people from Microsoft Teams', () => {
  it('DI1 tells leaders and coaches the teams, and who is in one of them', async () => {
    for (const actor of [company.person(0), company.person(1)]) {
      expect(await look(actor)).toMatchObject({ ok: true, value: { output: { teams: [{ name: 'Baltic route' }] } } });
      expect(await lookAt(actor, TEAM_OF_TEAMS)).toMatchObject({
        ok: true,
        value: {
          output: {
            people: [
              { name: 'Person 1', isGuest: false },
              { name: 'Somebody new', isGuest: true },
            ],
          },
        },
      });
    }
  });

  it('DI1 asks the directory for nobody else', async () => {
    const denied = { ok: false, error: { kind: 'access.denied' } };
    const nothing = { ok: false, error: { kind: 'thing.not-found' } };
    for (const [actor, refusal] of [
      [company.person(6), denied],
      [company.person(7), denied],
      [company.person(50), nothing],
      [company.person(0, 'tenant-2'), nothing],
    ] as const) {
      expect(await look(actor)).toEqual(refusal);
      expect(await lookAt(actor, TEAM_OF_TEAMS)).toEqual(refusal);
    }
    expect(asked).toEqual([]);
  });

  it('DI2 is offered to whoever may ask it, where it can be asked at all', async () => {
    const offered = async (actor: Actor, ports: Ports) => {
      const call = { actor, params: { team }, input: null, ifMatch: null, key: null, language: 'en' as const };
      const seen = await useCases.viewTeam(ports, call);
      return seen.ok && seen.value.output.abilities.viewDirectory;
    };
    const withDirectory = { ...company.ports, directory };
    const everybody = [0, 1, 6, 7].map((number) => company.person(number));
    const found = await Promise.all(everybody.map((actor) => offered(actor, withDirectory)));
    expect(found).toEqual([true, true, false, false]);
    const without = await Promise.all(everybody.map((actor) => offered(actor, company.ports)));
    expect(without).toEqual([false, false, false, false]);
  });

  it('DI2 says where it is off, and hands on why it says nothing', async () => {
    const off = { ok: false, error: { kind: 'directory.off' } };
    expect([await look(company.person(1), null), await lookAt(company.person(1), TEAM_OF_TEAMS, null)]).toEqual([
      off,
      off,
    ]);
    expect(await lookAt(company.person(1), makeId('person', 'x'))).toEqual({
      ok: false,
      error: { kind: 'thing.not-found' },
    });
  });
});
