import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '@plumbline/shared/language/fold';
import { INTENTS, type Known, type Understanding } from '@plumbline/shared/language/intents';
import type { Concept } from '@plumbline/shared/language/language';
import { areMet } from '@plumbline/shared/language/needs';
import { RULES } from '@plumbline/shared/language/rules';
import { understand } from '@plumbline/shared/language/understand';
import { faultIn, knownBefore, utterancesIn } from './utterances.ts';

describe('UN1 what people type is understood', () => {
  it.each([
    ['en', 'made with', 0.98],
    ['en', 'held out', 0.95],
    ['de', 'made with', 0.98],
    ['de', 'held out', 0.95],
  ] as const)('UN1 in %s, the part %s: a share of at least %d', (language, part, floor) => {
    const all = utterancesIn(language).filter((utterance) => utterance.part === part);
    const right = all.filter((utterance) => faultIn(utterance) === null);
    expect(all.length).toBeGreaterThan(100);
    expect(right.length / all.length).toBeGreaterThanOrEqual(floor);
  });
});

describe('UN2 nothing is done that was not asked for', () => {
  it.each(['en', 'de'] as const)('UN2 not once in the collection in %s', (language) => {
    const acts = utterancesIn(language).filter((utterance) => faultIn(utterance) === 'wrong act');
    expect(acts.map(({ part }) => part)).toEqual([]);
  });

  it('UN2 an act for somebody else counts as a wrong one', () => {
    const nudge = { expected: 'nudge', text: 'remind Jonas', part: 'made with' } as const;
    expect(faultIn({ ...nudge, says: { person: 'jonas' } })).toBeNull();
    expect(faultIn({ ...nudge, says: { person: 'priya' } })).toBe('wrong act');
  });

  it.each([
    ...['send the pulse', 'delete my data', 'I accept the contract', 'nudge Jonas', 'schick die Umfrage'],
    ...['the forecast is done', 'I finished the forecast', 'das Protokoll ist fertig', 'the forecast is at risk'],
  ])('UN2 “%s” turned round is not taken for it', (text) => {
    const asked = intentOf(text);
    expect(asked).not.toBeNull();
    for (const turned of [`don't ${text}`, `never ${text}`, `if they agree, ${text}`, `nicht ${text}`]) {
      expect(intentOf(turned)).not.toBe(asked);
    }
  });

  it.each([
    ['the forecast is done', 'das Protokoll ist fertig'],
    ['the forecast is 100% done', 'das Protokoll ist zu 100% fertig'],
    ['the forecast for Acme is finished', 'I finished the plan that will guide us', 'done, thanks', 'erledigt, danke'],
    ['send the minutes is done', 'hire two engineers is at risk', 'mark the plan to be shared as done'],
  ])('UN2 what is said to be done is taken for it: “%s”', (...texts) => {
    expect(texts.map(intentOf)).toEqual(texts.map(() => 'check-in'));
  });

  it.each([
    ['the forecast is 90% done', '80 percent of the forecast is done', 'das Protokoll ist zu 80 Prozent fertig'],
    ['far from done', 'the forecast is nearly done', 'we finished most of the forecast', 'fast fertig'],
    ['the forecast will be done', 'the forecast needs to be done', 'das Protokoll muss noch fertig'],
    ['the forecast is being done', 'the forecast could be at risk', 'das Protokoll wird morgen fertig'],
    ['get the forecast done', 'remind me before the forecast is done', 'mach das Protokoll fertig'],
    ['hopefully the forecast is done', 'das Protokoll ist bald fertig', 'ich habe das Protokoll fast fertig'],
    ['lunch is done', 'good job, all done', 'great, done', 'Super, fertig', 'das Mittagessen ist fertig'],
  ])('UN2 what is not done is not taken for it: “%s”', (...texts) => {
    for (const text of texts) expect(['check-in', 'log-intervention']).not.toContain(intentOf(text));
  });

  it.each([
    ['but then the forecast is done', 'the forecast'],
    ['also hm, das Protokoll ist fertig', 'das Protokoll'],
  ])('UN2 what opens “%s” is no part of what is done', (text, done) => {
    expect(understand(text, knownBefore())).toMatchObject({ intent: 'check-in', entities: { text: done } });
  });

  it.each(['well done', 'good job everyone', 'gut gemacht'])('UN2 “%s” is thanks', (text) => {
    expect(intentOf(text)).toBe('thanks');
  });

  it('UN2 a question about something is help with it', () => {
    expect(intentOf('how do I send a pulse?')).toBe('help');
    expect(intentOf('Wie kann ich eine Umfrage verschicken?')).toBe('help');
  });
});

describe('UN3 what is not sure is asked', () => {
  it('UN3 a subject alone is a choice, and what means nothing has the nearest three', () => {
    expect(understand('pulse', knownBefore())).toMatchObject({
      kind: 'choice',
      intents: ['send-pulse', 'response-rate'],
    });
    const found = understand('the sea is blue', knownBefore());
    expect(found.kind === 'unknown' ? new Set(found.nearest).size : 0).toBe(3);
  });

  it.each(['show priorities', 'can I see priorities', 'zeig mir die Prioritäten'])(
    'UN3 a dimension that is to be shown is shown: “%s”',
    (text) => {
      const shown = { kind: 'intent', intent: 'why-low', entities: { dimension: 'priorities' } };
      expect(understand(text, knownBefore())).toMatchObject(shown);
      expect(understand('priorities please', knownBefore()).kind).toBe('choice');
      expect(intentOf(`don't ${text}`)).toBeNull();
    },
  );

  it('UN3 a name that several have is nobody', () => {
    expect(entitiesOf('remind Anna')).toMatchObject({ person: null });
    expect(entitiesOf('remind Anna Becker')).toMatchObject({ person: 'becker' });
    expect(entitiesOf('erinnere joerg')).toMatchObject({ person: 'joerg' });
  });
});

describe('UN3 who is named', () => {
  const teams = [
    { id: 'it', name: 'IT' },
    { id: 'product', name: 'Product Leads' },
    { id: 'acme', name: 'Acme Exec' },
  ];

  it.each(['Go-to-Market', 'go-to-market', 'Go to Market', 'go–to–market', 'GO\u2011TO\u2011MARKET'])(
    'UN3 a hyphen in a name is as good as a space: “where do we stand with %s”',
    (typed) => {
      const both = {
        ...knownBefore(),
        teams: [
          { id: 'gtm', name: 'Go-to-Market' },
          { id: 'market', name: 'Market' },
        ],
      };
      expect(understand(`where do we stand with ${typed}`, both)).toMatchObject({ entities: { team: 'gtm' } });
    },
  );

  it.each(['problem-solving', 'problem solving', 'decision-making', 'trust and mutual-commitment'])(
    'UN3 a hyphen in a dimension is as good as a space: “what could we try for %s”',
    (typed) => {
      const dimensions = [
        { id: 'problem-solving', title: 'Problem-solving' },
        { id: 'decision-making', title: 'Decision-making' },
        { id: 'trust-and-mutual-commitment', title: 'Trust and mutual commitment' },
      ];
      const found = understand(`what could we try for ${typed}`, { ...knownBefore(), dimensions });
      expect(found).toMatchObject({ entities: { dimension: typed.replaceAll(' ', '-') } });
    },
  );

  it('UN3 of two names none is taken', () => {
    expect(entitiesOf('results of Acme and Product Leads')).toMatchObject({ team: null });
    expect(entitiesOf('results of Acme, of Acme Exec')).toMatchObject({ team: 'acme' });
    expect(entitiesOf('why are roles and trust low')).toMatchObject({ dimension: null });
  });

  it.each(['send the pulse to Acme and Product Leads', 'remind Jonas and Priya', 'erinnere Jonas und Priya'])(
    'UN3 “%s” is not done for one of them',
    (text) => expect(understand(text, knownBefore()).kind).not.toBe('intent'),
  );

  it('UN3 what is part of a name of a team and of a person is neither', () => {
    const people = [{ id: 'chris', name: 'Chris Product' }];
    expect(entitiesOf('results of Product', { teams, people })).toMatchObject({ team: null, person: null });
    expect(entitiesOf('results of Product Leads', { teams, people })).toMatchObject({ team: 'product' });
  });

  it('UN3 a short name is written as it is, or all that is said', () => {
    expect(entitiesOf('did it help?', { teams })).toMatchObject({ team: null });
    expect(entitiesOf('SHOW IT TO ME: RESULTS', { teams })).toMatchObject({ team: null });
    expect(entitiesOf('results of it', { teams })).toMatchObject({ team: null });
    expect(entitiesOf('results of IT', { teams })).toMatchObject({ team: 'it' });
    expect(entitiesOf('IT’s results', { teams })).toMatchObject({ team: 'it' });
    expect(entitiesOf('it', { teams })).toMatchObject({ team: 'it' });
  });
});

describe('UN4 a note is kept as it was typed', () => {
  const typed = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...Array.from('-–—:,;.? x9')), maxLength: 9 }),
    )
    .filter((words) => words.trim() !== '');

  it('UN4 whatever it says', () => {
    fc.assert(
      fc.property(typed, fc.constantFrom('note: ', 'Notiz: ', 'note - ', 'Notiz – '), (words, lead) => {
        const text = words.trim();
        expect(understand(lead + words, knownBefore())).toMatchObject({ intent: 'note', entities: { text } });
      }),
    );
  });

  it.each([
    ['note: -20% in Q3', '-20% in Q3'],
    ['note - -20% in Q3', '-20% in Q3'],
    ['note -20% in Q3', '-20% in Q3'],
    ['Notiz: – und dann Stille', '– und dann Stille'],
    ['note: :)', ':)'],
    ['note: it', 'it'],
    ['notiere, dass -20 % geplant sind', '-20 % geplant sind'],
  ])('UN4 with what it begins with: “%s”', (text, kept) => {
    expect(entitiesOf(text)).toMatchObject({ text: kept });
  });

  it.each([
    'risk-averse culture, what helps?',
    'done-ish',
    'note-taking in meetings is poor',
    'note-worthy progress today',
    'Kritisch-konstruktives Feedback fehlt',
    'late-night calls',
    'the forecast is re-done',
  ])('UN4 a hyphen is no mark: “%s”', (text) => {
    expect(['note', 'check-in']).not.toContain(intentOf(text));
  });

  it.each([
    ['note: the product launch was contested', null, null],
    ['we tried a silent start with Product Leads', null, null],
    ['incident: Jonas cancelled the launch', null, null],
    ['done: lunch with Priya', null, null],
    ['the letter to Jonas is done', null, null],
    ['Notiz: Acme war still, Jonas auch', null, null],
    ['note for Acme: the product launch was contested', 'acme', null],
    ['note about Priya - she asked Jonas twice', null, 'priya'],
    ['note on Anna: she asked Jonas twice', null, null],
    ['Notiz für Acme Exec: Jonas war still', 'acme', null],
    ['log incident for the Product Leads: Acme was told first', 'product', null],
  ])('UN4 a note names no team by its words: “%s”', (text, team, person) => {
    expect(entitiesOf(text)).toMatchObject({ team, person, text: expect.any(String) });
  });

  it('UN4 a name before the mark is no part of what is kept', () => {
    expect(entitiesOf('note for Acme: Jonas was late')).toMatchObject({ text: 'Jonas was late' });
  });

  it('UN4 also when it is longer than what is read', () => {
    const text = 'a long story '.repeat(800).trim();
    expect(entitiesOf(`note: ${text}`)).toMatchObject({ text });
  });
});

describe('UN5 days and hours are those of the person', () => {
  it.each([
    ['remind me tomorrow at 9', '2026-03-28T10:00:00+01:00', '2026-03-29T09:00:00+02:00'],
    ['erinnere mich morgen um 9', '2026-03-28T10:00:00+01:00', '2026-03-29T09:00:00+02:00'],
    // Half past two is left out that night, and is an hour later; in October it comes twice, and is the first.
    ['remind me tomorrow at 2:30', '2026-03-28T10:00:00+01:00', '2026-03-29T03:30:00+02:00'],
    ['erinnere mich morgen um 2:30', '2026-10-24T10:00:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['remind me in two hours', '2026-03-29T01:30:00+01:00', '2026-03-29T04:30:00+02:00'],
    ['erinnere mich in zwei Wochen um 9', '2026-10-14T10:00:00+02:00', '2026-10-28T09:00:00+01:00'],
    ['remind me next Tuesday at 14:30', '2026-11-18T10:00:00+01:00', '2026-11-24T14:30:00+01:00'],
    ['erinnere mich am Freitag um halb neun', '2026-11-18T10:00:00+01:00', '2026-11-20T08:30:00+01:00'],
    ['remind me on 1 January at 9', '2026-12-31T23:30:00+01:00', '2027-01-01T09:00:00+01:00'],
    ['remind me at 5 pm', '2026-11-18T18:00:00+01:00', '2026-11-19T17:00:00+01:00'],
    ['erinnere mich am 29.2.2028 um 9', '2026-11-18T10:00:00+01:00', '2028-02-29T09:00:00+01:00'],
    ['remind me at 9 p.m.', '2026-11-18T10:00:00+01:00', '2026-11-18T21:00:00+01:00'],
    ['remind me at 9.30 a.m. on Friday', '2026-11-18T10:00:00+01:00', '2026-11-20T09:30:00+01:00'],
    ['remind me Sat at 9', '2026-11-18T10:00:00+01:00', '2026-11-21T09:00:00+01:00'],
    ['remind me on Sun, 10 am', '2026-11-18T10:00:00+01:00', '2026-11-22T10:00:00+01:00'],
    ['remind me 3 Mar at 9', '2026-11-18T10:00:00+01:00', '2027-03-03T09:00:00+01:00'],
    ['remind me on Thursday 3 Dec at 9', '2026-11-18T10:00:00+01:00', '2026-12-03T09:00:00+01:00'],
    ['erinnere mich am Sa um 9', '2026-11-18T10:00:00+01:00', '2026-11-21T09:00:00+01:00'],
    ['erinnere mich Do um halb neun', '2026-11-18T10:00:00+01:00', '2026-11-19T08:30:00+01:00'],
    ['erinnere mich am Mo, 14:30', '2026-11-18T10:00:00+01:00', '2026-11-23T14:30:00+01:00'],
    ['erinnere mich am Do, den 3.12. um 9', '2026-11-18T10:00:00+01:00', '2026-12-03T09:00:00+01:00'],
  ])('UN5 “%s” at %s is %s', (text, now, at) => {
    expect(entitiesOf(text, { now: Date.parse(now) })).toMatchObject({ at: Date.parse(at) });
  });

  it.each([
    'remind me 3/12 at 9',
    'remind me on Whit Monday at 9',
    'remind me at 9 CET',
    'erinnere mich Pfingstmontag um 9',
    'erinnere mich um 9 am 3ten',
  ])('UN5 a part of the moment that is not understood in “%s” is not left out', (text) => {
    expect(understand(text, knownBefore()).kind).not.toBe('intent');
  });

  it.each(['my notes so far', 'notes on how they sat', 'show the notes of the sun', 'what do I do at 9 with my notes'])(
    'UN5 “%s” names no day',
    (text) => {
      expect(entitiesOf(text)).toMatchObject({ from: null });
    },
  );

  it.each([
    ['notes since May', '2026-05-01', null],
    ['Notizen seit Mai', '2026-05-01', null],
    ['compare with March', '2026-03-01', '2026-03-31'],
    ['Vergleich mit letztem Quartal', '2026-07-01', '2026-09-30'],
    ['notes between March and May', '2026-03-01', '2026-05-31'],
    ['Notizen zwischen März und Mai', '2026-03-01', '2026-05-31'],
    ['notes from yesterday', '2026-11-17', '2026-11-17'],
    ['notes of the last 30 days', '2026-10-19', '2026-11-18'],
    ['incidents in Q3', '2026-07-01', '2026-09-30'],
    ['Vorfälle seit Montag', '2026-11-16', null],
    ['incidents in December', '2025-12-01', '2025-12-31'],
    ['notes since 12 March 2024', '2024-03-12', null],
  ])('UN5 “%s” is from %s to %s', (text, from, to) => {
    expect(entitiesOf(text)).toMatchObject({ from, to });
  });

  it('UN5 the day is that of the time zone, and not of another', () => {
    const now = Date.parse('2026-11-18T23:30:00Z');
    expect(entitiesOf('notes from today', { now, timeZone: 'Pacific/Auckland' })).toMatchObject({ from: '2026-11-19' });
    expect(entitiesOf('notes from today', { now, timeZone: 'America/Los_Angeles' })).toMatchObject({
      from: '2026-11-18',
    });
  });

  it.each([
    ['plan 90 minutes on roles', 90],
    ['plan an hour and a half on roles', 90],
    ['plane anderthalb Stunden zu Rollen', 90],
    ['plan 2 hours and 15 minutes on roles', 135],
    ['plane eine Dreiviertelstunde zu Rollen', 45],
  ])('UN5 “%s” takes %d minutes', (text, minutes) => {
    expect(entitiesOf(text)).toMatchObject({ minutes });
  });
});

describe('UN6 any text is read', () => {
  it('UN6 without failing, and always to the same', () => {
    const word = fc.constantFrom(
      'send',
      'pulse',
      'not',
      'ja',
      'Freitag',
      '9',
      'in',
      'two',
      'weeks',
      ':',
      '?',
      'ist',
      'done',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
    );
    const waiting = fc.constantFrom('yes-no', 'pick', null);
    fc.assert(
      fc.property(text, waiting, fc.constantFrom(null, ...INTENTS), (typed, asked, last) => {
        const known: Known = { ...knownBefore(), waiting: asked, last };
        expect(understand(typed, known)).toEqual(understand(typed, known));
      }),
    );
  });

  it('UN6 a text of 100 KB is read by its beginning', () => {
    const known = knownBefore();
    const texts = ['send the pulse ', 'aaaaaaaaaaa ', '9 ', '\u202e', 'nichtnichtnicht', '??', 'since '];
    for (const text of texts.map((part) => part.repeat(Math.ceil(100_000 / part.length)))) {
      expect(understand(text, known)).toEqual(understand(text.slice(0, 2_000), known));
    }
  });

  it('UN6 a text twice as long takes twice the work', () => {
    for (const { needs } of RULES) {
      for (const said of needs.map(([concept]) => concept)) {
        expect(looksAt(needs, 400, said)).toBeLessThan(2.1 * looksAt(needs, 200, said));
      }
    }
  });

  it('UN6 folding what is folded changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(fold(fold(text))).toBe(fold(text))));
    expect(fold('Größe\u200f don’t ÉTÉ')).toBe('grosse dont ete');
  });

  it('UN6 case, accents, smart quotes and marks that nobody sees make no difference', () => {
    for (const text of ['WHERE DO THEY DIFFER', 'where\u200e do they d\u200biffer', 'Ｗhere do they differ']) {
      expect(intentOf(text)).toBe('where-differ');
    }
    expect(intentOf('don’t remind me')).toBe(intentOf("don't remind me"));
  });
});

/** How often a rule looks at what a word stands for, in a text of one word many times. */
function looksAt(needs: (typeof RULES)[number]['needs'], count: number, said: Concept | undefined): number {
  let looks = 0;
  class Seen extends Set<Concept> {
    override has(concept: Concept): boolean {
      looks += 1;
      return super.has(concept);
    }
  }
  const concepts = said === undefined ? [] : [said];
  const units = Array.from({ length: count }, () => {
    return { concepts: new Seen(concepts), kind: 'said' as const, word: 'word', sort: concepts.join() };
  });
  areMet(needs, units);
  return looks;
}

function intentOf(text: string): string | null {
  const found = understand(text, knownBefore());
  return found.kind === 'intent' ? found.intent : null;
}

function entitiesOf(text: string, of: Partial<Known> = {}): object {
  const found: Understanding = understand(text, { ...knownBefore(), ...of });
  return found.kind === 'unknown' ? {} : found.entities;
}
