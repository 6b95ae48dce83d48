import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { document } from '@plumbline/shared/application/documents';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { endAged } from '@plumbline/shared/application/lifecycle/aging';
import { IDS, teamPlace } from '@plumbline/shared/application/places';
import type { TeamId } from '@plumbline/shared/kernel/ids';
import { DAY } from '@plumbline/shared/kernel/instant';
import { records } from '@plumbline/shared/records/kinds';
import { AskedAround, group, withNobody } from './asked-around.ts';
import type { Company } from './company.ts';

let around: AskedAround;
let company: Company;
let team: TeamId;
beforeEach(async () => {
  around = await AskedAround.begin();
  ({ company, team } = around);
});
afterEach(() => company.leave());

describe('SH4 a pulse of nearly the same stakeholders', () => {
  it('is refused while another one is kept that differs in few, open or closed, and not when the same are asked', async () => {
    const first = await around.open([group('All', [100, 112])]);
    const alike = await around.draft([group('All', [100, 113])]);
    expect(await around.tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike', minimumGroup: 5 } });
    await around.close(first);
    expect(await around.tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    await around.name(alike, [group('All', [101, 112])]);
    expect(await around.tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    await around.name(alike, [group('All', [100, 112])]);
    expect((await around.tryOpen(alike)).ok).toBe(true);
    expect(await around.open([group('All', [105, 120])])).toBeDefined();
    const divided = [group('Customers', [200, 207]), group('Peers', [207, 212]), group('Reports', [212, 215])];
    expect(await around.open(divided)).not.toEqual(await around.open(divided));
  });

  it('is refused too where one more pulse would let three be subtracted, or somebody changes the group', async () => {
    await around.open([group('All', [100, 120])]);
    await around.open([group('All', [100, 110])]);
    const rest = await around.draft([group('All', [111, 120])]);
    expect(await around.tryOpen(rest)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    await around.open([group('A', [200, 206]), group('B', [206, 212])]);
    const moved = await around.draft([group('A', [200, 207]), group('B', [207, 212])]);
    expect(await around.tryOpen(moved)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
  });

  it('is refused too where another one is opened at the same moment', async () => {
    const both = [await around.plan(), await around.plan()] as const;
    await around.name(both[0], [group('All', [100, 112])]);
    await around.name(both[1], [group('All', [100, 113])]);
    const opened = await Promise.all(both.map((meeting) => around.tryOpen(meeting)));
    expect(opened.filter(({ ok }) => ok)).toHaveLength(1);
    expect(opened.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    const views = await Promise.all(both.map((meeting) => company.view(meeting)));
    expect(views.map(({ status }) => status).sort()).toEqual(['draft', 'open']);
  });

  it('is refused too beside one that a crash left half open, until that is thrown away', async () => {
    const claimed = await around.draft([group('All', [100, 112])]);
    const place = teamPlace('tenant-1', team);
    await company.store.put(place, document(records.asked, IDS.asked, { meetings: [claimed] }));
    const alike = await around.draft([group('All', [100, 113])]);
    expect(await around.tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
    await around.discard(claimed);
    expect((await company.store.read(place, IDS.asked))?.body).toEqual({ meetings: [] });
    expect((await around.tryOpen(alike)).ok).toBe(true);
    const kept = await company.store.read(place, IDS.asked);
    expect(kept?.body).toEqual({ meetings: [alike] });
  });

  it('is refused too beside one from before there was a list of them, and whose card a crash left behind', async () => {
    const first = await around.open([group('All', [100, 112])]);
    const place = teamPlace('tenant-1', team);
    await company.store.delete(place, IDS.asked);
    const card = await company.store.read(place, `${IDS.cards}${first}`);
    if (!card) throw new Error('A pulse has a card');
    await company.store.put(place, { ...card, body: { ...card.body, status: 'draft' } });
    const alike = await around.draft([group('All', [100, 113])]);
    expect(await around.tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
  });

  it('is refused too where a made-up person is among those who were asked before', async () => {
    await around.open([withNobody('All', [100, 112])]);
    const alike = await around.draft([withNobody('All', [100, 113])]);
    expect(await around.tryOpen(alike)).toMatchObject({ error: { kind: 'stakeholders.too-alike' } });
  });
});

describe('which pulses of a team ask stakeholders', () => {
  const listed = async () => (await company.store.read(teamPlace('tenant-1', team), IDS.asked))?.body ?? null;

  it('DL7 is forgotten with the team', async () => {
    const meeting = await around.open();
    expect(await listed()).toEqual({ meetings: [meeting] });
    await around.close(meeting);
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name: 'Team' } });
    expect(await listed()).toBeNull();
  });

  it('DL8 says nothing more of one that is as old as its organisation keeps them', async () => {
    company.keptMonths = 1;
    const meeting = await around.open();
    await around.close(meeting);
    const stays = await around.open([group('All', [200, 212])]);
    expect(await listed()).toEqual({ meetings: [meeting, stays] });
    company.now += 40 * DAY;
    await keepHouse(company.ports);
    await endAged(company.ports);
    expect(await listed()).toEqual({ meetings: [stays] });
  });
});
