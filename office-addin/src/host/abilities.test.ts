import { describe, expect, it } from '@jest/globals';
import { abilitiesOf, type Program } from './abilities.ts';

/** What an Office with some sets can do; versions compare as Office compares them. */
function can(program: Program, sets: Readonly<Record<string, number>>): readonly string[] {
  const isSupported = (set: string, version: string) => (sets[set] ?? 0) >= Number(version.split('.')[1]);
  return abilitiesOf(program, isSupported).flatMap(({ name, isThere }) => (isThere ? [name] : []));
}

describe('what an Office can do', () => {
  it('OF94 is told one by one, by the sets that this Office has', () => {
    expect(can('powerpoint', { PowerPointApi: 10, CompressedFile: 1 })).toEqual([
      'powerpoint.insert',
      'powerpoint.care',
      'powerpoint.cautions',
    ]);
    expect(can('powerpoint', { PowerPointApi: 8 })).toEqual(['powerpoint.insert', 'powerpoint.care']);
    expect(can('powerpoint', { PowerPointApi: 1, CompressedFile: 1 })).toEqual([]);
    expect(can('word', { WordApi: 4 })).toEqual(['word.insert', 'word.care', 'word.memory', 'word.undo']);
    expect(can('word', { WordApi: 3 })).toEqual(['word.insert', 'word.care']);
    expect(can('word', { WordApi: 1 })).toEqual([]);
  });
});
