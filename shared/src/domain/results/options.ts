import { assert } from '../../kernel/assert.ts';
import type { Option, OptionId } from '../instrument/question.ts';

/** The ids of a question's options, in their order. */
export function optionIds({ options }: { readonly options: readonly Option[] }): readonly OptionId[] {
  return options.map((option) => option.id);
}

/** Where an option stands among those of its question. */
export function positionOf(option: OptionId, options: readonly OptionId[]): number {
  const position = options.indexOf(option);
  assert(position >= 0, `${option} is among the options`);
  return position;
}
