import { assert } from '../../kernel/assert.ts';
import { sizeOf } from '../../measures/ratings/distribution.ts';
import type { Question } from '../instrument/question.ts';
import { shapeOf } from '../results/bands.ts';
import type { Held, ShownScale } from '../results/shown.ts';
import type { ScaleTally } from '../results/tally.ts';
import { shownShape } from './grain.ts';
import { heldForAnswers, heldUnder } from './minimum-group.ts';
import type { Disclosing } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';
import { pictureOf } from './scale-picture.ts';
import type { ScalePicture } from './scale-picture.ts';
import { unknownScale } from './shown-figures.ts';

interface AskedOfScale extends Disclosing {
  readonly question: Question;
}

/** What may be shown of one scale question of a closed anonymous round. */
export function discloseScale(asked: AskedOfScale): ShownScale | Held {
  const held = heldUnder({ ballots: asked.round.ballots, ...asked });
  if (held) return held;
  const tally = scaleTallyOf(asked);
  const unknown = isUnknown(tally, asked.minimumGroup);
  const picture = scalePicture(asked);
  if (picture === null) return unknown ? unknownScale('coarse') : heldForAnswers();
  return shownAs({ picture, question: asked.question, tally, unknown });
}

/** A picture on the scale of its question. */
export function shownAs({
  picture,
  question,
  tally,
  unknown,
}: {
  readonly picture: ScalePicture;
  readonly question: Question;
  readonly tally: ScaleTally;
  readonly unknown: boolean;
}): ShownScale {
  const { grain, band, together, bars } = picture;
  const { low, high } = tally;
  const level = picture.level + low;
  const favour = favourOf({ question, level, low, high });
  return {
    status: 'shown',
    grain,
    level,
    favour,
    band,
    together,
    shape: unknown ? 'unknown' : shownShape({ shape: shapeOf({ band, favour }), grain }),
    distribution: bars?.map(({ from, to, count }) => ({ from: from + low, to: to + low, count })) ?? null,
  };
}

/** The picture of a scale question that enough could answer, else `null`. */
export function scalePicture(asked: AskedOfScale): ScalePicture | null {
  const { round, minimumGroup, rules = EVERY_RULE } = asked;
  const { counts } = scaleTallyOf(asked);
  const n = sizeOf(counts);
  const enough = rules.has('enough-answers') ? minimumGroup : 2;
  return n < enough ? null : pictureOf({ counts, silent: round.ballots - n, minimumGroup, rules });
}

/** The tally of a scale question. */
export function scaleTallyOf({ question, round }: Pick<AskedOfScale, 'question' | 'round'>): ScaleTally {
  const tally = Object.hasOwn(round.questions, question.id) ? round.questions[question.id] : undefined;
  assert(tally?.kind === 'scale', `question ${question.id} was tallied on a scale`);
  return tally;
}

/** 40% or more can't say, of a minimum group or more: never on the word of one person. */
function isUnknown({ counts, cannotSay }: ScaleTally, minimumGroup: number): boolean {
  const answered = sizeOf(counts) + cannotSay;
  return answered >= minimumGroup && cannotSay * 5 >= answered * 2;
}

/** A level's way from the unfavourable to the favourable end: a symptom seldom met is good, all else is good when high. */
function favourOf({
  question,
  level,
  low,
  high,
}: {
  readonly question: Question;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}): number {
  return question.kind === 'frequency' ? (high - level) / (high - low) : (level - low) / (high - low);
}
