import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
import wording from './built-in.de.json' with { type: 'json' };
import { builtInInstruments, copyInstrument, editInstrument } from './instrument.ts';

const [alignment] = builtInInstruments();

describe('instruments', () => {
  it('IN1 there are five built-in ones, with questions of unique ids', () => {
    const all = builtInInstruments().flatMap(({ dimensions }) => dimensions.flatMap(({ questions }) => questions));
    expect(builtInInstruments().map(({ id }) => id)).toEqual([
      'instrument_alignment',
      'instrument_coaching',
      'instrument_symptoms-organisation',
      'instrument_symptoms-team',
      'instrument_readiness',
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all).toHaveLength(24 + 24 + 10 + 8 + 4);
  });

  it('LG7 each has words of its own in German, with the same questions in the same dimensions', () => {
    const german = builtInInstruments('de');
    const textsOf = (sets: typeof german) =>
      sets.flatMap(({ title, dimensions }) => [
        title,
        ...dimensions.flatMap((dimension) => [dimension.title, ...dimension.questions.map(({ text }) => text)]),
      ]);
    const idsOf = (sets: typeof german) =>
      sets.map(({ id, version, dimensions }) => [
        [id, version],
        ...dimensions.map((dimension) => [
          dimension.id,
          ...dimension.questions.map(({ id: asked, kind }) => [asked, kind]),
        ]),
      ]);
    const [ours, theirs] = [textsOf(german), textsOf(builtInInstruments())];

    expect(idsOf(german)).toEqual(idsOf(builtInInstruments()));
    expect(ours.filter((text, at) => text === theirs[at])).toEqual(['Vision']);
    expect(new Set(ours).size).toBe(new Set(theirs).size);
    const known = new Set(idsOf(german).flat(3).map(String));
    const worded = [wording.instruments, wording.dimensions, wording.questions].flatMap((words) => Object.keys(words));
    expect(worded.filter((id) => !known.has(id))).toEqual([]);
  });

  it('LG7 says Sie to nobody and quotes as German does', () => {
    expect(JSON.stringify(wording)).not.toMatch(/[’“”]|\bSie\b|\bIhr/u);
  });

  it('IN1 a built-in one is not edited', () => {
    if (!alignment) throw new Error('there is a built-in instrument');
    expect(editInstrument(alignment, { title: 'Mine', dimensions: [] })).toEqual({
      ok: false,
      error: { kind: 'instrument.built-in' },
    });
  });

  it('IN1 IN2 editing makes the next version, keeps the ids of words that stay and gives new words new ids', () => {
    if (!alignment) throw new Error('there is a built-in instrument');
    const own = copyInstrument(alignment, {
      id: makeId('instrument', 'own'),
      team: makeId('team', 't'),
      title: 'Ours',
    });
    const [vision] = own.dimensions;
    const kept = vision?.questions[0];
    if (!vision || !kept) throw new Error('it begins with the vision');
    const edited = editInstrument(own, {
      title: 'Ours, shorter',
      dimensions: [
        {
          title: vision.title,
          questions: [
            { kind: 'agreement', text: kept.text },
            { kind: 'agreement', text: 'Something new.' },
          ],
        },
        { title: 'Empty', questions: [] },
      ],
    });
    expect(edited).toEqual({
      ok: true,
      value: {
        ...own,
        version: 2,
        title: 'Ours, shorter',
        dimensions: [{ ...vision, questions: [kept, { id: 'v2.1.2', kind: 'agreement', text: 'Something new.' }] }],
      },
    });
    expect(own.version).toBe(1);
  });
});
