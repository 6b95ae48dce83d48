/** The programs that the pane runs in. */
export type Program = 'powerpoint' | 'word';

/** What the pane does in a program, as far as not every Office lets it. */
export type AbilityName =
  | 'powerpoint.insert'
  | 'powerpoint.care'
  | 'powerpoint.cautions'
  | 'word.insert'
  | 'word.care'
  | 'word.memory'
  | 'word.undo';

/** Something that an Office can or cannot do. */
export interface Ability {
  readonly name: AbilityName;
  readonly isThere: boolean;
}

type RequirementSet = readonly [set: string, version: string];

/** Before this there is no native way in. */
export const FLOORS: Readonly<Record<Program, RequirementSet>> = {
  powerpoint: ['PowerPointApi', '1.8'],
  word: ['WordApi', '1.3'],
};

/** Custom parts, bookmarks and the mode of changes came to Word together. */
export const WORD_MEMORY: RequirementSet = ['WordApi', '1.4'];

const NEEDS: Readonly<Record<Program, readonly (readonly [AbilityName, RequirementSet])[]>> = {
  powerpoint: [
    ['powerpoint.insert', FLOORS.powerpoint],
    ['powerpoint.care', FLOORS.powerpoint],
    ['powerpoint.cautions', ['CompressedFile', '1.1']],
  ],
  word: [
    ['word.insert', FLOORS.word],
    ['word.care', FLOORS.word],
    ['word.memory', WORD_MEMORY],
    ['word.undo', WORD_MEMORY],
  ],
};

/** What an Office can do of all that the pane does in a program, asked one by one. */
export function abilitiesOf(
  program: Program,
  isSupported: (set: string, version: string) => boolean,
): readonly Ability[] {
  const hasFloor = isSupported(...FLOORS[program]);
  return NEEDS[program].map(([name, set]) => ({ name, isThere: hasFloor && isSupported(...set) }));
}
