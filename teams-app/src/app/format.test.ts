import { describe, expect, it } from '@jest/globals';
import { createFormat } from './format.ts';

const NOON = Date.UTC(2026, 10, 12, 12, 5);

describe('createFormat', () => {
  it('writes as the locale does', () => {
    const english = createFormat('en-GB', 'Europe/London');
    expect([english.date(NOON), english.shortDate(NOON), english.time(NOON)]).toEqual([
      '12 November 2026',
      '12 Nov 2026',
      '12:05',
    ]);
    const german = createFormat('de-DE', 'Europe/Berlin');
    expect([german.date(NOON), german.number(1234.5, 1), german.decimal(0.75), german.list(['a', 'b', 'c'])]).toEqual([
      '12. November 2026',
      '1.234,5',
      '0,75',
      'a, b und c',
    ]);
  });

  it('writes a label small inside an English sentence, and as it is inside a German one', () => {
    expect(createFormat('en-GB').inside('On track')).toBe('on track');
    expect(createFormat('de-AT').inside('Führungskraft')).toBe('Führungskraft');
  });

  it('LG5 quotes as the language does', () => {
    expect(createFormat('en-GB').quote('Who decides?')).toBe('“Who decides?”');
    expect(createFormat('de-AT').quote('Wer entscheidet?')).toBe('„Wer entscheidet?“');
  });

  it('keeps a calendar day the same day west of Greenwich', () => {
    expect(createFormat('en-GB', 'America/Los_Angeles').day('2026-03-01')).toBe('1 Mar 2026');
  });

  it('shows the second that a timer is in, and 0:00 only when the time is over', () => {
    const { timer } = createFormat('en');
    expect([372_000, 371_001, 59_400, 1, 0, -400, -30_000].map(timer)).toEqual([
      '6:12',
      '6:12',
      '1:00',
      '0:01',
      '0:00',
      '0:00',
      '-0:30',
    ]);
  });
});
