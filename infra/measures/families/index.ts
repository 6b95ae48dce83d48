import { allocations } from './allocations.ts';
import { change } from './change.ts';
import { factions } from './factions.ts';
import { pairwise } from './pairwise.ts';
import { privacy } from './privacy.ts';
import { rankings } from './rankings.ts';
import { ratings } from './ratings.ts';
import { reliability } from './reliability.ts';
import { uncertainty } from './uncertainty.ts';
import type { Family } from './family.ts';

/** Every measure by the name it has in the reference cases. */
export const families: Family = {
  ...allocations,
  ...change,
  ...factions,
  ...pairwise,
  ...privacy,
  ...rankings,
  ...ratings,
  ...reliability,
  ...uncertainty,
};
