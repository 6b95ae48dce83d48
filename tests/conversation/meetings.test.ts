import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, type Instant } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from '../application/company.ts';
import { actionsOn, Chat, titlesOf, type Heard } from './chat.ts';

let company: Company;
let team: TeamId;

/** A Thursday in winter, when London's clocks show what UTC says. */
beforeEach(async () => {
  company = new Company();
  company.now = Date.parse('2026-11-26T10:00:00Z');
  team = await company.team(6, ['analyst', 'sponsor']);
});
afterEach(() => company.leave());

const COACH = 0;
const LEADER = 1;
const SPONSOR = 8;
const STRANGER = 20;
const TUESDAY = Date.parse('2026-12-01T14:00:00Z');

function chatOf(number: number, locale = 'en-GB'): Chat {
  return new Chat(company, company.person(number), { locale });
}

async function plan(title: string, scheduledFor: Instant | null, of: TeamId = team): Promise<MeetingId> {
  const composition = { ...COMPOSITION, title, scheduledFor };
  const input = { format: 'meeting', composition } as const;
  return (await company.get('composeMeeting', company.person(COACH), { params: { team: of }, input })).id;
}

async function closedPulse(title: string): Promise<void> {
  await company.meeting(team, company.now + DAY, { title });
  company.now += 2 * DAY;
  await keepHouse(company.ports);
}

function buttonsOf({ card }: Heard): readonly string[] {
  return titlesOf(actionsOn(card));
}

describe('CV18 when a team meets', () => {
  it('CV18 what is open comes first, then what is planned, the soonest first, and what closed last', async () => {
    await closedPulse('First pulse');
    await closedPulse('Second pulse');
    await plan('Some day', null);
    await plan('Later', TUESDAY + 7 * DAY);
    await plan('Soon', TUESDAY);
    await company.meeting(team, Date.parse('2026-12-04T17:00:00Z'), { title: 'Open pulse' });
    const heard = await chatOf(LEADER).say('when do we meet');
    expect(heard.texts).toEqual([
      'Meetings and pulses: **Open pulse** · Pulse · open until Friday 4 December at 17:00',
    ]);
    expect(heard.read.split('\n').slice(0, 8)).toEqual([
      'Meetings and pulses',
      'Team',
      '**Open pulse** · Pulse · open until Friday 4 December at 17:00',
      '**Soon** · Meeting · planned for Tuesday 1 December at 14:00',
      '**Later** · Meeting · planned for Tuesday 8 December at 14:00',
      '**Some day** · Meeting · planned, with no day yet',
      '**Second pulse** · Pulse · closed 30 November',
      'A leader or coach plans the next one on the team’s page.',
    ]);
    expect(buttonsOf(heard)).toEqual([
      ...['Go to “Open pulse”', 'Go to “Soon”', 'Go to “Later”', 'Go to “Some day”', 'Go to “Second pulse”'],
      'Open Plumbline',
    ]);
  });

  it('CV18 a pulse that opens by itself says when', async () => {
    const coach = chatOf(COACH);
    const asked = await coach.say('send a pulse to Team on Monday at 9');
    await coach.press(buttonsOf(asked).find((title) => title.startsWith('Plan it for')) ?? '');
    expect((await chatOf(LEADER).say('what is planned')).read).toMatch(/opens by itself Monday 30 November at 09:00/);
  });

  it('CV18 a plan whose day has gone by is told as such', async () => {
    await plan('Soon', TUESDAY);
    company.now = TUESDAY + DAY;
    expect((await chatOf(LEADER).say('next meeting')).read).toContain('was planned for Tuesday 1 December at 14:00');
  });

  it('CV18 a team is asked about by its name, and the others are left out', async () => {
    const input = {
      name: 'Acme',
      organisation: 'Org',
      scope: 'team',
      intact: true,
      myTitle: '',
      myRole: 'coach',
    } as const;
    const acme = await company.get('foundTeam', company.person(COACH), { params: {}, input });
    await plan('Soon', TUESDAY);
    await plan('At Acme', TUESDAY, acme.id);
    const both = await chatOf(COACH).say('meetings');
    for (const read of ['Acme', 'At Acme', 'Team', 'Soon']) expect(both.read).toContain(read);
    const one = await chatOf(COACH).say('next meeting of Acme');
    expect(one.read).toContain('At Acme');
    expect(one.read).not.toContain('Soon');
  });

  it('CV18 whoever may not plan sees no plans, and is not told how to make one', async () => {
    await plan('Soon', TUESDAY);
    const heard = await chatOf(SPONSOR).say('meetings');
    expect(heard.texts).toEqual(['Meetings and pulses: Nothing is planned, open or closed yet.']);
    expect(heard.read).not.toContain('Soon');
    expect(heard.read).not.toContain('plans the next one');
  });

  it('CV18 somebody in no team is shown nothing of one, also by its id', async () => {
    await plan('Soon', TUESDAY);
    const stranger = chatOf(STRANGER);
    expect((await stranger.say('when do we meet')).texts[0]).toMatch(/^You are in no team yet/);
    const forged = await stranger.forge({ verb: 'ask', intent: 'meetings', team });
    expect(forged.texts[0]).toMatch(/^You are in no team yet/);
  });

  it('CV18 somebody whom a pulse asks beside its team is shown that pulse alone', async () => {
    await plan('Soon', TUESDAY);
    const { id } = await company.get('composeMeeting', company.person(COACH), {
      params: { team },
      input: { format: 'pulse', composition: { ...COMPOSITION, title: 'How clear are we?' } },
    });
    const people = [STRANGER, 21, 22, 23, 24].map((number) => company.person(number).person);
    await company.get('nameParticipants', company.person(COACH), { params: { meeting: id }, input: { people } });
    const { revision } = await company.view(id);
    await company.get('openMeeting', company.person(COACH), {
      params: { meeting: id },
      input: { closesAt: TUESDAY },
      ifMatch: String(revision),
    });
    await keepHouse(company.ports);
    const heard = await chatOf(STRANGER).say('meetings');
    expect(heard.texts).toEqual([
      'Meetings and pulses: **How clear are we?** · Pulse · open until Tuesday 1 December at 14:00',
    ]);
    expect(buttonsOf(heard)).toEqual(['Go to “How clear are we?”', 'Open Plumbline']);
  });

  it('CV18 CV5 of many no more than six buttons are shown, and how many more there are is said', async () => {
    for (let number = 1; number <= 8; number += 1) await plan(`Meeting ${number}`, TUESDAY + number * DAY);
    const heard = await chatOf(LEADER).say('upcoming meetings');
    expect(buttonsOf(heard)).toHaveLength(6);
    expect(heard.read).toContain('and 5 more');
  });

  it('CV18 in German', async () => {
    await plan('Soon', TUESDAY);
    const heard = await chatOf(LEADER, 'de-DE').say('wann treffen wir uns');
    expect(heard.texts[0]).toMatch(
      /^Meetings und Pulsumfragen: \*\*Soon\*\* · Meeting · geplant für Dienstag, 1\. Dezember/,
    );
    expect(buttonsOf(heard)).toEqual(['Zu „Soon“', 'Plumbline öffnen']);
  });
});
