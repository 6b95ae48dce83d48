import type { PerceptionResult } from '../../domain/results/shown.ts';
import type { FigureSource } from '../figure.ts';
import type { DetailLine, DetailParts } from './figure-details.ts';
import { heldResult } from './held.ts';
import { line } from './lines.ts';
import { change, figure, said } from './words.ts';

/** A guess this many scale points away counts as off: a convention, as in the figure. */
const OFF = 0.5;

/** What stands behind guesses of the team's answers. How many guessed is not shown, so nothing is said of who did not. */
export function perceptionDetails({
  questions,
  source,
}: {
  readonly questions: readonly PerceptionResult[];
  readonly source: FigureSource;
}): DetailParts {
  const lines = questions.flatMap((question) => guessLine(question) ?? []);
  const held = questions.flatMap(({ result }) =>
    result.status === 'held' ? [heldResult(result, source.minimumGroup)] : [],
  );
  return {
    groups:
      lines.length === 0
        ? []
        : [{ title: said('group.guesses'), lead: said('group.guesses.lead'), lines, rules: [said('rule.guess')] }],
    uncertainty: [],
    held: held.slice(0, 1),
    method: [said('method.perception')],
    usesAgreement: false,
    cites: [],
  };
}

function guessLine({ text, result }: PerceptionResult): DetailLine | null {
  if (result.status === 'held') return null;
  const { guess, answer, gap } = result;
  return line({
    name: said('named', { name: text }),
    value: change(gap),
    reading: said(`guess.${offBy(gap)}`, { guess: figure(guess), answer: figure(answer) }),
  });
}

function offBy(gap: number): 'higher' | 'lower' | 'near' {
  if (gap >= OFF) return 'higher';
  return gap <= -OFF ? 'lower' : 'near';
}
