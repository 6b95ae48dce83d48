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

/** What somebody could learn who reads the whole outgoing stream, and all of the store but the ballots, every four hours. */
async function overhear(answersAfter: AnswersAfter): Promise<Overheard> {
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
    await company.pass(HOUR, 30 * MINUTE);
    if (hour % 4 !== 0) continue;
    const documents = (await everythingIn(company.store)).filter(
      ({ place, document }) => place.partition.includes('nudge') || document.id.startsWith('nudge|'),
    );
    const bodies = documents
      // That ten go in a minute is counted for two; whoever sees it sees the stream.
      .filter(({ place }) => !place.partition.endsWith('nudge-pace'))
      .map(({ place, document }) => JSON.stringify([place.partition, document.id, document.body]));
    kept.push(bodies.toSorted().join('\n'));
  }
  const stream = company.line.sent.map(({ at, to, letter }) => `${at - opened} ${to} ${JSON.stringify(letter)}`);
  await company.leave();
  return { stream, kept };
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

  it('NU5 keeps nothing that names a meeting, a moment of a message or what was said', async () => {
    const { kept } = await overhear(null);
    for (const look of kept) expect(look).not.toMatch(/reminder|invitation|"title"/);
  });
});
