import { describe, expect, it } from '@jest/globals';
import { builtInInstruments } from '../instrument/instrument.ts';
import { signsOf, symptomKinds } from './incident.ts';

describe('CV21 the symptoms that a dimension shows itself in', () => {
  const measured = builtInInstruments()
    .filter(({ id }) => id === 'instrument_alignment' || id === 'instrument_coaching')
    .flatMap(({ dimensions }) => dimensions.map(({ id }) => id));

  it('are two or more for every built-in dimension, and no symptom is left without one', () => {
    expect(measured).toHaveLength(16);
    expect(measured.filter((dimension) => signsOf(dimension).length < 2)).toEqual([]);
    const named = new Set(measured.flatMap((dimension) => signsOf(dimension).map(({ id }) => id)));
    expect(symptomKinds().filter(({ id }) => !named.has(id))).toEqual([]);
  });

  it('are its own questions for a symptom dimension, none for one that a team made, and worded for their reader', () => {
    expect(signsOf('speed').map(({ id }) => id)).toEqual(['so.speed.1', 'so.speed.2']);
    expect(signsOf('our-own')).toEqual([]);
    expect(signsOf('vision', 'de').map(({ id }) => id)).toEqual(signsOf('vision').map(({ id }) => id));
    expect(signsOf('vision', 'de')[0]?.text).not.toBe(signsOf('vision')[0]?.text);
  });
});
