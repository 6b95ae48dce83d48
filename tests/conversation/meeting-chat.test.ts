import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sayLate } from '@plumbline/shared/application/meeting-chats';
import type { Letter, MeetingLetter } from '@plumbline/shared/application/ports/messenger';
import type { MeetingId, TeamId } from '@plumbline/shared/kernel/ids';
import { DAY, dayOf } from '@plumbline/shared/kernel/instant';
import { Company } from '../application/company.ts';
import { placesOf } from '../application/everything-kept.ts';
import { Chat } from './chat.ts';

const CHAT = '19:meeting_q4@thread.v2';

let company: Company;
let team: TeamId;
let meeting: MeetingId;

beforeEach(async () => {
  company = new Company();
  // The coach is 0, leaders are 1 to 6, the sponsor is 7.
  team = await company.team(6, ['sponsor']);
  meeting = await company.meeting(team);
});
afterEach(() => company.leave());

function among(number: number, locale = 'en-GB', chat = CHAT): Chat {
  return new Chat(company, company.person(number), { kind: 'group', locale, chat });
}

function tie(chat = CHAT, to = meeting) {
  return company.get('tieChat', company.person(1), { params: { meeting: to }, input: { chat } });
}

async function promise(sentence: string): Promise<void> {
  await company.moveTo(meeting, 'committing');
  const { person } = company.person(2);
  const input = {
    sentence,
    owner: person,
    due: dayOf(company.now + 20 * DAY),
    evidence: 'The list.',
    displaces: '',
    question: null,
  };
  const ifMatch = null;
  await company.get('proposeCommitment', company.person(1), { params: { meeting }, input, ifMatch });
}

describe('CV14 when a meeting begins in Teams', () => {
  it('its chat is told once a day that it does, and nothing that only some may see', async () => {
    await tie();
    const told = await among(3).meeting('started');
    expect(told.texts).toEqual(['“Alignment” begins']);
    expect(told.read.split('\n')).toEqual([
      '“Alignment” begins',
      'What it is about is in Plumbline.',
      'Whoever opens it sees what is theirs to see.',
      'Open in Plumbline',
    ]);
    expect((await among(4).meeting('started')).effects).toEqual([]);
    company.now += DAY;
    expect((await among(4).meeting('started')).texts).toEqual(['“Alignment” begins']);
  });

  it('nothing is said where no meeting is tied to the chat, or the bot is spoken to elsewhere', async () => {
    expect((await among(3).meeting('started')).effects).toEqual([]);
    await tie('19:another@thread.v2');
    expect((await among(3).meeting('started')).effects).toEqual([]);
    const alone = new Chat(company, company.person(3), { chat: '19:another@thread.v2' });
    expect((await alone.meeting('started')).effects).toEqual([]);
  });

  it('nothing is said of a plan, of what is closed, and of a meeting of another organisation', async () => {
    const plan = await company.get('composeMeeting', company.person(0), {
      params: { team },
      input: { format: 'meeting', composition: (await company.view(meeting)).composition },
    });
    await tie('19:plan@thread.v2', plan.id);
    expect((await among(3, 'en-GB', '19:plan@thread.v2').meeting('started')).effects).toEqual([]);
    await tie();
    const stranger = new Chat(company, company.person(3, 'tenant-2'), { kind: 'group', chat: CHAT });
    expect((await stranger.meeting('started')).effects).toEqual([]);
    await company.direct(meeting, { type: 'close' });
    expect((await among(3).meeting('started')).effects).toEqual([]);
  });

  it('a meeting that is tied to the chat only then is told late, once', async () => {
    const letters: (Letter | MeetingLetter)[] = [];
    const messenger = {
      send: (_chat: object, letter: Letter | MeetingLetter) =>
        Promise.resolve(letters.push(letter)).then(() => 'sent' as const),
    };
    const late = () => sayLate(company.ports, messenger, () => true);
    await among(3, 'de-DE').meeting('started');
    await late();
    expect(letters).toEqual([]);
    await tie();
    await Promise.all([late(), late()]);
    expect(letters).toEqual([{ word: { moment: 'begins', meeting, title: 'Alignment' }, locale: 'de-DE' }]);
  });

  it('a meeting that is over by then is not', async () => {
    const sent: unknown[] = [];
    await among(3).meeting('started');
    await among(3).meeting('ended');
    await tie();
    await sayLate(
      company.ports,
      { send: (...said) => Promise.resolve(sent.push(said)).then(() => 'sent' as const) },
      () => true,
    );
    expect(sent).toEqual([]);
  });
});

describe('CV14 when it has ended', () => {
  it('its chat is told, and whoever may see it reads what was promised, by whom and until when, as it stands by then', async () => {
    await tie();
    await promise('We publish the decision list.');
    await company.direct(meeting, { type: 'close' });
    const told = await among(3).meeting('ended');
    expect(told.texts).toEqual(['“Alignment” has ended']);
    expect(told.read).not.toContain('decision list');

    const read = (await among(4).look(told.card)).read;
    expect(read).toContain('We publish the decision list.');
    expect(read).toMatch(/Person 2 · due 2 December · No check-in yet/);
  });

  it('nothing is said of a meeting that nobody went through', async () => {
    await tie();
    expect((await among(3).meeting('ended')).effects).toEqual([]);
  });

  it('one that is not closed says so, and what was promised once it is', async () => {
    await tie();
    await promise('We publish the decision list.');
    const told = await among(3).meeting('ended');
    expect((await among(3).look(told.card)).read).toContain('It is not closed in Plumbline yet.');
    await company.direct(meeting, { type: 'close' });
    expect((await among(3).look(told.card)).read).toContain('We publish the decision list.');
  });
});

describe('CV15 a card that is looked at again', () => {
  it('says what is so now, in the reader’s own language', async () => {
    await tie();
    const told = await among(3).meeting('started');
    const before = await among(4).look(told.card);
    expect(before.read).toContain('Now: **Before the meeting**');
    expect(before.read).toContain('0 of 6 have answered; the count moves in steps.');
    await company.moveTo(meeting, 'rating');
    expect((await among(5, 'de-DE').look(told.card)).read).toContain('Jetzt: **Bewertung**');
  });

  it('shows whoever may not see the meeting no more than everybody', async () => {
    await tie();
    const told = await among(3).meeting('started');
    for (const outsider of [company.person(50), company.person(3, 'tenant-2')]) {
      const chat = new Chat(company, outsider, { kind: 'group', chat: CHAT });
      expect((await chat.look(told.card)).effects).toEqual([]);
    }
  });

  it('does nothing, whatever is sent as if a card asked', async () => {
    await promise('We publish the decision list.');
    await company.direct(meeting, { type: 'close' });
    const owner = new Chat(company, company.person(2));
    const listed = await owner.say('my commitments');
    expect(listed.read).toContain('We publish the decision list.');
    const [commitment] = (await company.get('viewHome', company.person(2), { params: {}, input: null })).commitments;
    for (const data of [
      { verb: 'check-in', team, commitment: commitment?.id ?? '', status: 'done' },
      { verb: 'ask', intent: 'check-in', status: 'done', number: 1 },
      { verb: 'ask', intent: 'undo' },
      { verb: 'meeting-now', meeting: 'meeting_none', moment: 'begins' },
      { verb: 'meeting-now' },
      {},
    ]) {
      expect((await owner.forgeLook(data)).effects).toEqual([]);
    }
    expect((await owner.look(listed.card)).read).not.toContain('Done ·');
    const home = await company.get('viewHome', company.person(2), { params: {}, input: null });
    expect(home.commitments.map(({ status }) => status)).toEqual(['open']);
  });

  it('is of lists that the person asked for, and goes on when nothing is left in them', async () => {
    await promise('We publish the decision list.');
    await company.direct(meeting, { type: 'close' });
    const owner = new Chat(company, company.person(2));
    const listed = await owner.say('my commitments');
    await owner.say('done: publish the decision list');
    const now = await owner.look(listed.card);
    expect(now.read).toBe('You have no open commitments.');
    expect(now.card?.['refresh']).toEqual(listed.card?.['refresh']);
  });

  it('answers among others nothing but a meeting', async () => {
    const group = among(2);
    expect((await group.forgeLook({ verb: 'ask', intent: 'my-commitments' })).effects).toEqual([]);
  });
});

describe('CV14 which chat a meeting is held in', () => {
  it('is said by whoever may run it, and by nobody else', async () => {
    const input = { chat: CHAT };
    const sponsor = await company.call('tieChat', company.person(7), { params: { meeting }, input });
    expect(sponsor).toEqual({ ok: false, error: { kind: 'access.denied' } });
    const outsider = await company.call('tieChat', company.person(50), { params: { meeting }, input });
    expect(outsider).toEqual({ ok: false, error: { kind: 'thing.not-found' } });
  });

  it('is the last that was said; a chat is told of the meeting that is held there now', async () => {
    await tie('19:first@thread.v2');
    await tie();
    expect((await among(3, 'en-GB', '19:first@thread.v2').meeting('started')).effects).toEqual([]);
    const next = await company.meeting(team, null, { title: 'The next one' });
    await tie(CHAT, next);
    expect((await among(3).meeting('started')).texts).toEqual(['“The next one” begins']);
  });

  it('is kept as nothing that names the chat, and goes with the meeting', async () => {
    await tie();
    await among(3).meeting('started');
    expect(await placesOf(company.store, CHAT)).toEqual([]);
    expect((await placesOf(company.store, meeting)).filter((at) => at.includes('meeting-chats'))).toHaveLength(3);
    await company.direct(meeting, { type: 'close' });
    const { name } = await company.get('viewTeam', company.person(0), { params: { team }, input: null });
    await company.get('deleteTeam', company.person(0), { params: { team }, input: { name } });
    expect((await placesOf(company.store, meeting)).filter((at) => at.includes('meeting-chats'))).toEqual([]);
  });

  it('of a pulse is none', async () => {
    const pulse = await company.meeting(team, company.now + DAY);
    expect(await tie(CHAT, pulse)).toEqual({ tied: false });
    expect((await among(3).meeting('started')).effects).toEqual([]);
  });
});
