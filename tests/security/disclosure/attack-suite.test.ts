import { describe, expect, it } from '@jest/globals';

import { disclosureUnder } from '@plumbline/shared/domain/disclosure/engine';
import { EVERY_RULE, RULE_IDS } from '@plumbline/shared/domain/disclosure/rules';
import type { Rule } from '@plumbline/shared/domain/disclosure/rules';

import { attackersOf } from './attackers.ts';
import { drawsFrom, publish, waveFrom } from './publications.ts';

const PUBLICATIONS = 10_000;

/** Publications after which a rule that is left out should long have been missed. */
const MISSED_WITHIN = 3_000;

/** Options have attackers of their own. */
const ELSEWHERE = [
  'choice-steps',
  'choices-of-few',
  'point-steps',
  'common-steps',
  'camp-sizes',
] as const satisfies readonly Rule[];
type AttackedHere = Exclude<Rule, (typeof ELSEWHERE)[number]>;

/** Who finds what each rule hides. */
const FOUND_BY: Readonly<Record<AttackedHere, readonly string[]>> = {
  'minimum-group': ['fewPeople'],
  'enough-answers': ['fewPeople'],
  'lone-answers': ['reconstruction'],
  unanimity: ['reconstruction'],
  'joined-places': ['reconstruction'],
  'lone-silence': ['silence'],
  'dimensions-from-shown': ['dimension'],
  'shown-counts': ['dots', 'importance'],
  'shown-totals': ['dots', 'importance'],
  'rank-steps': ['ranking'],
  'revote-two': ['revote'],
  'revote-shared': ['revote'],
  'revote-unsolved': ['revote'],
  'cut-overlaps': ['differencing'],
  'cut-counts': ['numbers'],
  'group-words': ['words'],
};

const ATTACKED = RULE_IDS.filter((rule): rule is AttackedHere => ELSEWHERE.every((other) => other !== rule));

describe('PV4 what is published of a wave tells nothing about one person', () => {
  const whole = disclosureUnder(EVERY_RULE);
  const everybody = Object.entries(attackersOf(whole));

  it.each([0, 1, 2, 3])('with every rule, no attacker finds anything in 10,000 publications: quarter %s', (quarter) => {
    const found: string[] = [];
    for (let seed = 1 + quarter; seed <= PUBLICATIONS; seed += 4) {
      const published = publish(waveFrom(drawsFrom(seed)), whole);
      for (const [name, attack] of everybody) {
        const told = attack(published);
        if (told !== null) found.push(`${name} of wave ${seed}: ${told}`);
      }
    }
    expect(found).toEqual([]);
  });

  it.each(ATTACKED)('without %s, somebody finds something', (rule) => {
    const disclosure = disclosureUnder(new Set(RULE_IDS.filter((other) => other !== rule)));
    const attackers = Object.entries(attackersOf(disclosure)).filter(([name]) => FOUND_BY[rule].includes(name));
    let found: string | null = null;
    for (let seed = 1; seed <= MISSED_WITHIN && found === null; seed += 1) {
      const published = publish(waveFrom(drawsFrom(seed)), disclosure);
      for (const [, attack] of attackers) found ??= attack(published);
    }
    expect(found).toEqual(expect.any(String));
  });
});
