import { describe, expect, it } from '@jest/globals';

import { disclosureUnder } from '@plumbline/shared/domain/disclosure/engine';
import { EVERY_RULE, RULE_IDS } from '@plumbline/shared/domain/disclosure/rules';
import type { Rule } from '@plumbline/shared/domain/disclosure/rules';

import { optionAttackersOf } from './option-attackers.ts';
import { optionRoundFrom, publishOptions } from './option-publications.ts';
import { drawsFrom } from './publications.ts';

const PUBLICATIONS = 10_000;

/** Publications after which a rule that is left out should long have been missed. */
const MISSED_WITHIN = 1_000;

/** Who finds what each rule about options hides. */
const FOUND_BY = {
  'enough-answers': 'few',
  'choice-steps': 'choices',
  'choices-of-few': 'fewChoices',
  'point-steps': 'points',
  'common-steps': 'points',
  'camp-sizes': 'smallCamp',
} as const satisfies Partial<Record<Rule, string>>;

describe('PV4 what is published of points, choices and camps tells nothing about one person', () => {
  const whole = disclosureUnder(EVERY_RULE);

  it('PV16 PV17 with every rule, no attacker finds anything in 10,000 publications', () => {
    const attackers = Object.entries(optionAttackersOf(whole));
    const found: string[] = [];
    let shown = 0;
    for (let seed = 1; seed <= PUBLICATIONS; seed += 1) {
      const published = publishOptions(optionRoundFrom(drawsFrom(seed)), whole);
      shown += [...published.points, ...published.choices].filter((one) => one.shown.status === 'shown').length;
      for (const [name, attack] of attackers) {
        const told = attack(published);
        if (told !== null) found.push(`${name} of ${seed}: ${told}`);
      }
    }
    expect(found).toEqual([]);
    // Or nothing was at stake.
    expect(shown).toBeGreaterThan(2 * PUBLICATIONS);
  });

  it.each(Object.entries(FOUND_BY))('without %s, somebody finds something: %s', (rule, name) => {
    const disclosure = disclosureUnder(new Set(RULE_IDS.filter((other) => other !== rule)));
    const attack = optionAttackersOf(disclosure)[name];
    let found: string | null = null;
    for (let seed = 1; seed <= MISSED_WITHIN && found === null; seed += 1) {
      found = attack?.(publishOptions(optionRoundFrom(drawsFrom(seed)), disclosure)) ?? null;
    }
    expect(found).toEqual(expect.any(String));
  });

  it('PV4 without steps, the second largest giver knows what the largest gave', () => {
    const disclosure = disclosureUnder(new Set(RULE_IDS.filter((rule) => rule !== 'point-steps')));
    const { giver } = optionAttackersOf(disclosure);
    const found = Array.from({ length: 200 }, (_, seed) =>
      giver?.(publishOptions(optionRoundFrom(drawsFrom(seed)), disclosure)),
    );
    expect(found).toContainEqual(expect.any(String));
  });
});
