import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { observationsOf, PRACTICE, practicePlace } from '@plumbline/shared/application/coaching/practice-place';
import { document } from '@plumbline/shared/application/documents';
import { privatePlace } from '@plumbline/shared/application/places';
import type { NewDocument } from '@plumbline/shared/application/ports/document-store';
import type { Incident } from '@plumbline/shared/domain/coaching/incident';
import type { Intervention } from '@plumbline/shared/domain/coaching/intervention';
import type { Observation } from '@plumbline/shared/domain/coaching/observation';
import type { Session } from '@plumbline/shared/domain/coaching/session';
import { makeId, type TeamId } from '@plumbline/shared/kernel/ids';
import { practiceRecords } from '@plumbline/shared/records/practice-kinds';
import { Company } from '../company.ts';

/** One more than a list has. */
const MANY = 201;
const NEWEST = Array.from({ length: 200 }, (_, i) => `Number ${MANY - 1 - i}`);

let company: Company;
let team: TeamId;
beforeEach(async () => {
  company = new Company();
  team = await company.team(5, ['coach']);
});
afterEach(() => company.leave());

/** Keeps so many of a kind, each a minute later than the one before. */
async function keep(
  documentOf: (number: number, at: number) => NewDocument,
  place = practicePlace('tenant-1', team),
): Promise<void> {
  for (let i = 0; i < MANY; i += 1) await company.store.put(place, documentOf(i, company.now + i * 60_000));
}

function about(i: number) {
  return { team, title: `Number ${i}`, text: `Number ${i}`, day: '2026-01-05', dimension: 'roles', revision: 1 };
}

describe('a long list', () => {
  it('CO30 has the newest of a coach’s notes, and tells how many there are', async () => {
    const { person } = company.person(0);
    await keep(
      (i, notedAt) => {
        const id = makeId('observation', `${i}`);
        const { text, day } = about(i);
        const value: Observation = { id, team, text, day, tags: ['roles'], notedAt };
        return document(practiceRecords.observation, `${observationsOf(team)}${id}`, value);
      },
      privatePlace('tenant-1', person),
    );
    const look = { params: { team, tag: 'roles', period: 'all' }, input: null };
    const { observations, total } = await company.get('viewObservations', company.person(0), look);
    expect([observations.map(({ text }) => text), total]).toEqual([NEWEST, MANY]);
  });

  it('CO30 has the newest of what was tried, and tells how many there are', async () => {
    const by = company.person(0).person;
    await keep((i, loggedAt) => {
      const id = makeId('intervention', `${i}`);
      const when = { measureOn: '2026-02-16', measureBecause: 'six-weeks', loggedAt } as const;
      const { text: _text, ...rest } = about(i);
      const value: Intervention = { ...rest, ...when, id, by, entry: null };
      return document(practiceRecords.intervention, `${PRACTICE.interventions}${id}`, value);
    });
    const look = { params: { team }, input: null };
    const { interventions, total } = await company.get('viewInterventions', company.person(6), look);
    expect([interventions.map(({ title }) => title), total]).toEqual([NEWEST, MANY]);
  });

  it('CO30 has the newest incidents of the kind that was asked for, and tells how many there are', async () => {
    const by = company.person(1).person;
    await keep((i, loggedAt) => {
      const id = makeId('incident', `${i}`);
      const { text, day, revision } = about(i);
      const value: Incident = { id, team, by, kind: 'st.friction.1', day, text, loggedAt, revision };
      return document(practiceRecords.incident, `${PRACTICE.incidents}${id}`, value);
    });
    const seen = (kind: string) =>
      company.get('viewIncidents', company.person(2), { params: { team, kind, period: 'all' }, input: null });
    for (const kind of ['all', 'st.friction.1']) {
      const { incidents, total, kinds } = await seen(kind);
      expect([incidents.map(({ text }) => text), total, kinds.map(({ count }) => count)]).toEqual([
        NEWEST,
        MANY,
        [MANY],
      ]);
    }
    expect(await seen('so.speed.1')).toMatchObject({ incidents: [], total: 0 });
  });

  it('CO30 has the newest plans that somebody may see, and counts no other', async () => {
    const [mine, others] = [company.person(0).person, company.person(6).person];
    await keep((i, plannedAt) => {
      const id = makeId('session', `${i}`);
      const { text: _text, ...rest } = about(i);
      const parts = [{ id: 'part-1', kind: 'frame', minutes: 30 }] as const;
      const how = { people: 5, shape: null, shared: i > 0, parts };
      const value: Session = { ...rest, ...how, id, coach: i % 2 === 0 ? mine : others, plannedAt };
      return document(practiceRecords.session, `${PRACTICE.sessions}${id}`, value);
    });
    const seen = async (by: number) => {
      const look = { params: { team }, input: null };
      const { sessions, total } = await company.get('viewSessions', company.person(by), look);
      return [sessions.map(({ title }) => title), total];
    };
    expect(await seen(0)).toEqual([NEWEST, MANY]);
    expect(await seen(1)).toEqual([NEWEST, MANY - 1]);
  });
});
