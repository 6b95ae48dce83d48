import { suppress } from '../../measures/privacy/suppression.ts';
import type { Crowds, HiddenBecause } from '../../measures/privacy/suppression.ts';
import { heldUnder } from './minimum-group.ts';
import { EVERY_RULE } from './rules.ts';
import type { Rules } from './rules.ts';

/** One way of dividing people up, such as by function or by place; a person is in one group of it at most. */
export interface Grouping {
  readonly id: string;
  readonly groups: readonly { readonly id: string; readonly answerers: readonly string[] }[];
}

export type { HiddenBecause };

/** Which groups' results may be shown beside the whole's, and why each other is held. Ids are those of the groups. */
export interface DisclosableGroups {
  readonly shown: readonly string[];
  readonly held: readonly { readonly group: string; readonly because: HiddenBecause }[];
}

const OVERLAPS: readonly HiddenBecause[] = ['too-small', 'complement-too-small', 'sibling', 'overlap'];

/**
 * Decides for one wave, over all its questions and groupings at once, which groups may be shown. `answerers` are all who
 * answered, in a group or not; a group's are those of them who are in it. Ask once, when the round closes, with every
 * grouping that will ever be shown: groups that are decided apart can be subtracted from each other. Ids of groups are
 * unique over all groupings. The result depends on no order, and a larger minimum group never shows more. People who are
 * in the same groups can be named by one name, with how many they are in `crowds`.
 */
export function disclosableGroups({
  answerers,
  groupings,
  minimumGroup,
  crowds = new Map<string, number>(),
  rules = EVERY_RULE,
}: {
  readonly answerers: readonly string[];
  readonly groupings: readonly Grouping[];
  readonly minimumGroup: number;
  readonly crowds?: Crowds;
  readonly rules?: Rules;
}): DisclosableGroups {
  const whole = new Set(answerers);
  const groups = groupings.flatMap((grouping) =>
    grouping.groups.map((group) => ({
      name: group.id,
      family: grouping.id,
      people: new Set(group.answerers.filter((person) => whole.has(person))),
    })),
  );
  const ballots = [...whole].reduce((sum, name) => sum + (crowds.get(name) ?? 1), 0);
  if (heldUnder({ ballots, minimumGroup, rules })) {
    return { shown: [], held: groups.map(({ name }) => ({ group: name, because: 'too-small' })) };
  }
  const checks: readonly HiddenBecause[] = [
    ...(rules.has('cut-overlaps') ? OVERLAPS : []),
    ...(rules.has('cut-counts') ? (['count'] as const) : []),
  ];
  const hidden = suppress({ whole, groups, k: minimumGroup, checks, crowds });
  return {
    shown: groups.flatMap(({ name }) => (hidden.has(name) ? [] : [name])),
    held: groups.flatMap(({ name }) => {
      const because = hidden.get(name);
      return because === undefined ? [] : [{ group: name, because }];
    }),
  };
}
