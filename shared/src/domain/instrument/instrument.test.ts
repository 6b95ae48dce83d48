import { describe, expect, it } from '@jest/globals';
import { makeId } from '../../kernel/ids.ts';
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
