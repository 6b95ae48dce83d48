import { describe, expect, it } from '@jest/globals';
import { nudgeMessage } from '@plumbline/bot/conversation/nudge-messages';
import type { Nudge } from '@plumbline/shared/domain/nudges/nudge';
import { makeId } from '@plumbline/shared/kernel/ids';
import { englishIn, speechOf } from '../../conversation/english-in.ts';

const NOW = Date.parse('2026-11-26T09:00:00Z');
const TEAM = { team: makeId('team', 'a'), teamName: 'Acme Exec' } as const;
const PULSE = { ...TEAM, meeting: makeId('meeting', 'm'), title: 'After Ann left', format: 'pulse' } as const;
const CLOSES = Date.parse('2026-11-30T09:00:00Z');

const ALL: readonly Nudge[] = [
  { kind: 'invitation', ...PULSE, closesAt: CLOSES },
  { kind: 'reminder', ...PULSE, closesAt: null },
  {
    kind: 'check-in',
    ...TEAM,
    commitment: makeId('commitment', 'c'),
    sentence: 'Ann and I publish the list.',
    due: '2026-11-29',
    isDue: false,
  },
  { kind: 'digest', ...PULSE, asks: 'team', closedAt: NOW },
  { kind: 'contract', ...TEAM, version: 2 },
  { kind: 'not-opened', ...PULSE, because: 'late' },
  { kind: 'measure', ...TEAM, why: 'three-months', day: '2026-11-26' },
];

function write(nudges: readonly Nudge[], timeZone = 'Europe/Oslo', locale = 'en-GB') {
  const { text, card } = nudgeMessage({ nudges, locale, timeZone }, NOW);
  const actions = Array.isArray(card?.['actions']) ? card['actions'] : [];
  return {
    text,
    card: JSON.stringify(card),
    said: speechOf(card ?? null),
    actions: actions.map((action: unknown) => Object(action) as { readonly title: string; readonly verb: string }),
  };
}

/** What of a message is English, beside what its team typed. */
function englishSaid({ text, said }: ReturnType<typeof write>): readonly string[] {
  return englishIn(`${text}\n${said}`.replaceAll(PULSE.title, ''));
}

describe('the words of what the bot says unasked', () => {
  it('OT3 names nothing of what is not the receiver’s to open any more, in either language', () => {
    const nudge = { kind: 'not-yours-to-open', meeting: PULSE.meeting } as const;
    const [english, german] = [write([nudge]), write([nudge], 'Europe/Vienna', 'de-AT')];
    expect(english.text).toBe('Something that you planned did not open.');
    expect(english.card).toContain('You may no longer open it. Nobody was asked.');
    expect(`${english.card}${german.card}`).not.toMatch(/Acme|Ann|meeting_|nudges:/);
    expect(englishSaid(german)).toEqual([]);
    expect(english.actions).toHaveLength(3);
  });

  it.each(ALL.map((nudge) => [nudge.kind, nudge] as const))(
    'NU1 %s has a text without typed words, three buttons, and no key in place of words',
    (_kind, nudge) => {
      const { text, card, actions } = write([nudge]);
      expect(text).toContain('Acme Exec');
      expect(text).not.toMatch(/Ann|list/);
      expect(card).not.toMatch(/nudges:|\{\{|undefined/);
      expect(actions).toHaveLength(3);
      expect(actions.slice(1).map(({ verb }) => verb)).toEqual(['nudges-later', 'nudges-stop']);
    },
  );

  it.each([...ALL.map((nudge) => [nudge.kind, [nudge]] as const), ['all at once', ALL] as const])(
    'NU11 %s is said in the language of the chat that was kept',
    (_kind, nudges) => {
      const [german, english] = [write(nudges, 'Europe/Vienna', 'de-AT'), write(nudges)];
      expect(englishSaid(german)).toEqual([]);
      expect(englishSaid(english)).not.toEqual([]);
      expect(german.actions.map(({ verb }) => verb)).toEqual(english.actions.map(({ verb }) => verb));
    },
  );

  it('NU1 says until when, by the clock of the receiver', () => {
    const [invitation] = ALL.slice(0, 1);
    expect(write(invitation ? [invitation] : []).card).toContain('Monday 30 November');
    expect(write(invitation ? [invitation] : [], 'Asia/Tokyo').card).toMatch(/Monday 30 November.*18:00/);
  });

  it('NU3 says several in one message, each with its words, and one button for them all', () => {
    const { text, card, actions } = write(ALL);
    expect(text).toBe('7 things wait for you in Plumbline.');
    expect(card).toContain('Ann and I publish the list.');
    expect(actions.map(({ title }) => title)).toEqual([
      'What is open for me',
      'Remind me tomorrow',
      'Stop these messages',
    ]);
  });
});
