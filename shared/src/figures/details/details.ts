import { assertNever } from '../../kernel/assert.ts';
import type { FigureBasis } from '../basis.ts';
import type { FigureSource } from '../figure.ts';
import { campsDetails } from './camps.ts';
import { revotesDetails } from './changes.ts';
import { referencesOf } from './citations.ts';
import { dimensionsDetails } from './dimensions.ts';
import type { DetailParts, FigureDetails } from './figure-details.ts';
import { importanceDetails } from './importance.ts';
import { neededTable } from './needed-table.ts';
import { allocationDetails, dotsDetails, pairwiseDetails, rankingDetails } from './options.ts';
import { perceptionDetails } from './perception.ts';
import { questionDetails } from './question.ts';
import { trendDetails } from './trend.ts';

/**
 * What stands behind a figure or a list: a function of what it shows and where that comes from, so that it tells no more
 * than the screen does.
 */
export function detailsOf(basis: FigureBasis, source: FigureSource): FigureDetails {
  const { usesAgreement, cites, ...parts } = partsOf(basis, source);
  const cited = parts.groups.flatMap(({ lines }) => lines.flatMap(({ citation }) => citation ?? []));
  return {
    ...parts,
    needed: usesAgreement ? neededTable() : null,
    citations: referencesOf([...cited, ...cites]),
  };
}

function partsOf(basis: FigureBasis, source: FigureSource): DetailParts {
  switch (basis.of) {
    case 'question':
      return questionDetails({ ...basis, source });
    case 'dimensions':
      return dimensionsDetails({ ...basis, source });
    case 'importance':
      return importanceDetails({ ...basis, source });
    case 'revotes':
      return revotesDetails({ ...basis, source });
    case 'trend':
      return trendDetails({ ...basis, source });
    case 'perception':
      return perceptionDetails({ ...basis, source });
    case 'ranking':
      return rankingDetails({ ...basis, source });
    case 'allocation':
      return allocationDetails({ ...basis, source });
    case 'pairwise':
      return pairwiseDetails({ ...basis, source });
    case 'dots':
      return dotsDetails({ ...basis, source });
    case 'camps':
      return campsDetails({ ...basis, source });
    default:
      return assertNever(basis);
  }
}
