import type { AccessRule } from '@plumbline/shared/application/access';
import { ROLES } from '@plumbline/shared/domain/team/team';

/** One way in which a rule could be wrong. */
export interface Mutant {
  readonly what: string;
  readonly rule: AccessRule;
}

const FLAGS = ['facilitates', 'invited', 'participates', 'owns', 'administers'] as const;

/** A rule dropped, shut, wrong about one role, or with one of its conditions left out or never met. */
export function mutantsOf(rule: AccessRule): readonly Mutant[] {
  return [
    { what: 'dropped', rule: () => true },
    { what: 'shut', rule: () => false },
    ...ROLES.map((role) => ({
      what: `wrong about a ${role}`,
      rule: ((relation) => rule(relation) !== (relation.role === role)) satisfies AccessRule,
    })),
    ...FLAGS.flatMap((flag) => [
      {
        what: `without asking for ${flag}`,
        rule: ((relation) => rule({ ...relation, [flag]: true })) satisfies AccessRule,
      },
      {
        what: `with ${flag} never met`,
        rule: ((relation) => rule({ ...relation, [flag]: false })) satisfies AccessRule,
      },
    ]),
  ];
}
