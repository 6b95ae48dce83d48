import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '@plumbline/shared/kernel/instant';
import { everythingIn } from '../everything-kept.ts';
import { BotCompany, SOON } from './office.ts';

/** When leader 1 of six answers: so long after the opening, `null` for never. */
type AnswersAfter = number | null;

interface Overheard {
  /** Every message that left, with its time and whose chat it went to. */
  readonly stream: readonly string[];
  /** Everything that is kept about being spoken to, at each moment that was looked at; etags are random. */
  readonly kept: readonly string[];
}

/** When a connector is out, in hours after the opening: from the first on, and not any more from the last on. */
type Outage = readonly [from: number, to: number];

/** What somebody could learn who reads the whole outgoing stream, and all of the store but the ballots, every four hours. */
async function overhear(answersAfter: AnswersAfter, outage: Outage = [0, 0]): Promise<Overheard> {
  const company = new BotCompany();
  company.now = Date.parse('2026-11-24T09:00:00Z');
  const kept: string[] = [];
  const team = await company.team(6);
  await company.chats(0, 6);
  const meeting = await company.meeting(team, company.now + 3 * DAY);
  await company.pass(SOON);
  const opened = company.now;
  for (let hour = 1; hour <= 72; hour += 1) {
    if (hour * HOUR === answersAfter) await company.answer(meeting, 1);
    company.line.fate = () => (hour > outage[0] && hour <= outage[1] ? 'later' : 'sent');
    await company.pass(HOUR, 30 * MINUTE);
    if (hour % 4 === 0) kept.push(await keptOfNudges(company));
  }
  const stream = company.line.sent.map(({ at, to, letter }) => `${at - opened} ${to} ${JSON.stringify(letter)}`);
  await company.leave();
  return { stream, kept };
}

async function keptOfNudges(company: BotCompany): Promise<string> {
  const documents = (await everythingIn(company.store)).filter(
    ({ place, document }) => place.partition.includes('nudge') || document.id.startsWith('nudge|'),
  );
  const bodies = documents.map(({ place, document }) => JSON.stringify([place.partition, document.id, document.body]));
  return bodies.toSorted().join('\n');
}

/**
 * What is kept while the reminders of so many leaders are under way, minute by minute, and whom it was tried to reach; those
 * who are named have answered.
 */
async function watchReminders(
  { leaders, answered }: { readonly leaders: number; readonly answered: readonly number[] },
  fate: 'sent' | 'later',
): Promise<{ readonly kept: readonly string[]; readonly tried: readonly number[] }> {
  const company = new BotCompany();
  company.now = Date.parse('2026-11-24T09:00:00Z');
  const team = await company.team(leaders);
  await company.chats(1, leaders);
  const meeting = await company.meeting(team, company.now + 2 * DAY);
  await company.pass(10 * MINUTE);
  for (const number of answered) await company.answer(meeting, number);
  await company.passUntil('2026-11-25T08:59:00', HOUR);
  company.line.fate = () => fate;
  company.line.tried.splice(0);
  const kept: string[] = [];
  for (let minute = 0; minute < 12; minute += 1) {
    await company.pass(MINUTE);
    kept.push(await keptOfNudges(company));
  }
  await company.leave();
  return { kept, tried: company.line.tried };
}

describe('an onlooker with the store and the stream', () => {
  it('NU5 cannot tell when somebody answered, nor from what is kept whether they did', async () => {
    const early = await overhear(HOUR);
    const late = await overhear(46 * HOUR);
    const never = await overhear(null);

    // Before the moment of the reminder, one time is like another.
    expect(late).toEqual(early);
    // What is kept is the same, whether a reminder went or was not needed.
    expect(never.kept).toEqual(early.kept);
    // That only who has not answered is reminded cannot be hidden from who sees the stream; it moves nobody else's message.
    const reminded = never.stream.filter((line) => !early.stream.includes(line));
    expect(reminded).toEqual([expect.stringMatching(/^\d+ 1 .*"kind":"reminder"/)]);
    expect(never.stream.filter((line) => !reminded.includes(line))).toEqual(early.stream);
    expect(early.stream.filter((line) => line.includes('reminder'))).toHaveLength(5);
  });

  it.each<[string, Outage]>([
    ['for an hour', [47, 48]],
    ['for the rest of the time', [46, 72]],
  ])(
    'NU5 NU8 cannot tell it from what is kept either where the connector is out at the reminder, %s',
    async (_name, outage) => {
      const [answered, silent] = [await overhear(HOUR, outage), await overhear(null, outage)];
      expect(silent.kept).toEqual(answered.kept);
      expect(silent.kept.join()).toContain('"failing":null');
      expect(silent.kept.join()).not.toContain('"failing":{');
    },
  );

  it('NU5 NU7 cannot tell it either while there is no room for all reminders in one minute', async () => {
    const silent = await watchReminders({ leaders: 13, answered: [] }, 'sent');
    const some = await watchReminders({ leaders: 13, answered: [1, 4, 7, 9, 12] }, 'sent');
    expect(some.kept).toEqual(silent.kept);
    expect([silent.tried.length, some.tried.length]).toEqual([13, 8]);
  });

  it('NU5 NU8 cannot tell it either from how far the service came before it saw that the connector is out', async () => {
    const silent = await watchReminders({ leaders: 9, answered: [] }, 'later');
    // Of each three that are looked at together, only one has not answered.
    const answered = silent.tried.filter((_, at) => at % 3 !== 1);
    const some = await watchReminders({ leaders: 9, answered }, 'later');
    expect(some.kept).toEqual(silent.kept);
    expect([silent.tried.length, some.tried.length]).toEqual([9, 3]);
  });

  it('NU5 keeps nothing that names a meeting, a moment of a message or what was said', async () => {
    const { kept } = await overhear(null);
    for (const look of kept) expect(look).not.toMatch(/reminder|invitation|"title"/);
  });
});
