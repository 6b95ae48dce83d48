/**
 * The door of the room: all that may be shown of what people answered in a closed round. Nothing else turns a tally into
 * something that is shown.
 */
export { discloseDimension, gapOf } from './dimension.ts';
export { discloseDots } from './dots.ts';
export { IMPORTANCE_QUESTION, discloseImportance } from './importance.ts';
export { heldForAnswers, heldUnder } from './minimum-group.ts';
export type { Disclosing } from './minimum-group.ts';
export { discloseRanking } from './ranking.ts';
export { discloseScale } from './scale.ts';
