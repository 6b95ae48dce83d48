import { requiredAgreement } from '../../domain/results/bands.ts';
import type { NeededTable } from './figure-details.ts';
import { rounded, said } from './words.ts';

const FEWEST = 3;
/** From here on .70 is more than blind answers reach. */
const ENOUGH_ANSWERS = 7;
/** The scales that are asked: often or seldom, and agree or disagree. */
const SCALES = [5, 7] as const;

/**
 * The r_wg that counts as aligned for 3 answers and more on five and seven points: .70, or what blind answers reach in 5 of
 * 100 cases where that is more.
 */
export function neededTable(): NeededTable {
  return {
    caption: said('needed.caption'),
    columns: [
      { label: said('needed.answers'), align: 'start' },
      ...SCALES.map((points) => ({ label: said('needed.points', { count: points }), align: 'end' }) as const),
    ],
    rows: Array.from({ length: ENOUGH_ANSWERS - FEWEST + 1 }, (_, place) => FEWEST + place).map((n) => [
      n === ENOUGH_ANSWERS ? said('needed.or-more', { count: n }) : n,
      ...SCALES.map((points) => {
        const needed = requiredAgreement({ points, n });
        return Number.isFinite(needed) ? said('needed.value', { value: rounded(needed) }) : said('none');
      }),
    ]),
  };
}
