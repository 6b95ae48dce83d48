import type { DimensionResult } from '../../domain/results/shown.ts';
import type { FigureSource } from '../figure.ts';
import type { DetailParts } from './figure-details.ts';
import { heldResult } from './held.ts';
import { line } from './lines.ts';
import { uncertaintyOfTeam } from './uncertainty.ts';
import { rounded, said } from './words.ts';

/** From half of the people and half of the way apart on, a dimension is to be talked about first. */
const HALF = 0.5;

/** What stands behind the map of what matters and what divides. */
export function importanceDetails({
  dimensions,
  source,
}: {
  readonly dimensions: readonly DimensionResult[];
  readonly source: FigureSource;
}): DetailParts {
  const held = dimensions.flatMap(({ result }) =>
    result.status === 'held' ? [heldResult(result, source.minimumGroup)] : [],
  );
  return {
    groups: [
      {
        title: said('group.importance'),
        lead: said('group.importance.lead'),
        lines: dimensions.map((dimension) => importanceLine(dimension)),
        rules: [said('rule.importance')],
      },
    ],
    uncertainty: uncertaintyOfTeam(source),
    held: [...held.slice(0, 1), ...(source.mode === 'named' ? [said('held.named')] : [said('held.importance')])],
    method: [said('method.importance')],
    usesAgreement: false,
    cites: [],
  };
}

function importanceLine({ title, importance, result }: DimensionResult) {
  const name = said('named', { name: title });
  if (importance === null) return line({ name, value: said('none'), reading: said('importance.not-asked') });
  const share = rounded(100 * importance, 0);
  if (result.status === 'held' || result.together === null) {
    return line({ name, value: said('importance', { share }), reading: said('importance.no-place') });
  }
  const apart = rounded(100 * (1 - result.together), 0);
  const first = importance >= HALF && 1 - result.together >= HALF;
  return line({
    name,
    value: said('importance.place', { share, apart }),
    reading: first ? said('importance.first') : null,
  });
}
