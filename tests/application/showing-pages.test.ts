import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RevealPage } from '@plumbline/shared/domain/meeting/meeting';
import { OVERVIEW } from '@plumbline/shared/domain/meeting/show-page';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { Company } from './company.ts';

let company: Company;
beforeEach(() => {
  company = new Company();
});
afterEach(() => company.leave());

const PAGE: RevealPage = { kind: 'question', question: 'al.vision.1', dimension: 'vision' };
const SPONSOR = 7;
const ANALYST = 8;

async function atTheReveal(): Promise<MeetingId> {
  const meeting = await company.meeting(await company.team(6, ['sponsor', 'analyst']));
  await company.moveTo(meeting, 'revealing');
  return meeting;
}

function show(meeting: MeetingId, by: number, revision: number) {
  return company.call('directMeeting', company.person(by), {
    params: { meeting },
    input: { type: 'show', page: PAGE },
    ifMatch: String(revision),
  });
}

describe('the page that the stage shows', () => {
  it('MT14 is the same for everybody who may see results, and told to nobody else', async () => {
    const meeting = await atTheReveal();
    expect((await company.view(meeting, company.person(1))).page).toEqual(OVERVIEW);
    await company.direct(meeting, { type: 'show', page: PAGE });
    const seen = async (by: number) => (await company.view(meeting, company.person(by))).page;
    expect([await seen(0), await seen(1), await seen(6)]).toEqual([PAGE, PAGE, PAGE]);
    expect([await seen(SPONSOR), await seen(ANALYST)]).toEqual([null, null]);
    await company.moveTo(meeting, 'choosing');
    expect(await seen(0)).toBe(null);
  });

  it('MT14 is turned by whoever has the controls, once for a press that comes twice', async () => {
    const meeting = await atTheReveal();
    const { revision } = await company.view(meeting);
    for (const by of [1, SPONSOR]) expect((await show(meeting, by, revision)).ok).toBe(false);
    expect((await show(meeting, 0, revision)).ok).toBe(true);
    expect(await show(meeting, 0, revision)).toEqual({ ok: false, error: { kind: 'revision.stale' } });
    const now = await company.view(meeting);
    expect([now.revision, now.page]).toEqual([revision + 1, PAGE]);
  });

  it('ST1 begins the reveal anew in a meeting that a version without pages has written', async () => {
    const meeting = await atTheReveal();
    await company.direct(meeting, { type: 'show', page: PAGE });
    const place = { container: 'core', partition: `t|tenant-1|m|${meeting}` } as const;
    const { documents } = await company.store.list(place, { prefix: 'meeting' });
    const kept = documents.find(({ body }) => 'page' in body);
    if (!kept) throw new Error('no document has a page');
    const { page: _page, ...body } = kept.body;
    const { id, schema } = kept;
    await company.store.put(place, { id, schema, body });
    expect((await company.view(meeting)).page).toEqual(OVERVIEW);
  });
});
