import type { Answer } from '../../domain/ballot/ballot.ts';
import type { Question } from '../../domain/instrument/question.ts';
import { assertNever } from '../../kernel/assert.ts';
import type { FilePurpose, FileSource } from './source.ts';
import { placeIn, rowsAt, type Measure, type ResultRow } from './row.ts';
import { fileWords } from './words.ts';

/** Who answered what, in a block of its own: of a named meeting, for whoever is shown names. */
export function namedRows({ meeting, results }: FileSource): readonly ResultRow[] {
  return results.named.flatMap(({ round, purpose, answers }) => {
    const questions = meeting.rounds.find(({ id }) => id === round)?.questions ?? [];
    return questions.flatMap((question) =>
      answers.flatMap(({ name, answers: given }) => {
        const item = name === '' ? fileWords('left') : name;
        const place = placeIn(fileWords('section.named'), { question: question.text, item });
        return rowsAt(place, answerMeasures({ purpose, question, answer: given[question.id] }));
      }),
    );
  });
}

function answerMeasures(of: {
  readonly purpose: FilePurpose;
  readonly question: Question;
  readonly answer: Answer | undefined;
}): readonly Measure[] {
  const { purpose, question, answer } = of;
  const round = fileWords(`round.${purpose}`);
  const textOf = (id: string) =>
    ('options' in question ? question.options.find((option) => option.id === id)?.text : undefined) ?? id;
  if (answer === undefined) return [[round, fileWords('missing')]];
  switch (answer.kind) {
    case 'scale':
      return [[round, answer.value]];
    case 'cannot-say':
      return [[round, fileWords('cannot-say')]];
    case 'ranking':
      return answer.order.map((id, at) => [fileWords('named.place', { round, option: textOf(id) }), at + 1]);
    case 'allocation':
      return Object.entries(answer.points).map(([id, points]) => [
        fileWords('named.points', { round, option: textOf(id) }),
        points,
      ]);
    case 'pairwise':
      return answer.choices.map(({ preferred, over }) => [
        fileWords('named.pair', { round }),
        fileWords('named.over', { preferred: textOf(preferred), over: textOf(over) }),
      ]);
    case 'dots':
      return answer.on.map((id) => [fileWords('named.dot', { round }), textOf(id)]);
    default:
      return assertNever(answer);
  }
}
