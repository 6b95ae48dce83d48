import type { PerceptionResult } from '../../domain/results/shown.ts';
import type { FigureSource } from '../figure.ts';
import type { DetailParts } from './figure-details.ts';
import { heldResult } from './held.ts';
import { line } from './lines.ts';
import { uncertaintyOfTeam } from './uncertainty.ts';
import { change, figure, said } from './words.ts';

/** A guess this many scale points away counts as off: a convention, as in the figure. */
const OFF = 0.5;

/** What stands behind guesses of the team's answers. */
export function perceptionDetails({
  questions,
  source,
}: {
  readonly questions: readonly PerceptionResult[];
  readonly source: FigureSource;
}): DetailParts {
  const held = questions.flatMap(({ result }) =>
    result.status === 'held' ? [heldResult(result, source.minimumGroup)] : [],
  );
  return {
    groups: questions.flatMap(({ text, result }) =>
      result.status === 'held'
        ? []
        : [
            {
              title: said('named', { name: text }),
              lead: null,
              lines: [
                line({ name: said('guess'), value: figure(result.guess), reading: said('guess.read') }),
                line({ name: said('answer'), value: figure(result.answer), reading: said('answer.read') }),
                line({ name: said('guess-gap'), value: change(result.gap), reading: said('guess-gap.read') }),
              ],
              rules: [said(`rule.guess.${offBy(result.gap)}`)],
            },
          ],
    ),
    uncertainty: uncertaintyOfTeam(source),
    held: held.slice(0, 1),
    method: [said('method.perception')],
    usesAgreement: false,
    cites: [],
  };
}

function offBy(gap: number): 'higher' | 'lower' | 'near' {
  if (gap >= OFF) return 'higher';
  return gap <= -OFF ? 'lower' : 'near';
}
