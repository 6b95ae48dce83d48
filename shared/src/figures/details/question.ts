import type { QuestionResult, ShownScale } from '../../domain/results/shown.ts';
import type { FigureSource } from '../figure.ts';
import { shapeWord } from '../shape-words.ts';
import { againstNulls, agreementOfCounts } from './agreement-lines.ts';
import type { DetailGroup, DetailLine, DetailParts } from './figure-details.ts';
import { fullCounts } from './full-counts.ts';
import { heldGrain, heldResult } from './held.ts';
import { line } from './lines.ts';
import { questionRules } from './question-rules.ts';
import { levelInterval, uncertaintyOfQuestion } from './uncertainty.ts';
import { figure, rounded, said, type DetailMessage } from './words.ts';

/** What stands behind one question: what its picture shows, and all that its answers say where they are all shown. */
export function questionDetails({
  question,
  source,
}: {
  readonly question: QuestionResult;
  readonly source: FigureSource;
}): DetailParts {
  const { result, low, high } = question;
  const method = [said('method.conventions'), said('method.blind')];
  if (result.status === 'held') {
    return {
      groups: [],
      uncertainty: [],
      held: [heldResult(result, source.minimumGroup)],
      method,
      usesAgreement: true,
      cites: [],
    };
  }
  const counts = fullCounts(question);
  const points = high - low + 1;
  return {
    groups: [
      {
        title: said('group.shown'),
        lead: null,
        lines: shownLines({ question, result, source }),
        rules: questionRules({ result, counts, points }),
      },
      ...(counts === null ? [] : fullGroups({ counts, points, invited: source.invited, named: isNamed(result) })),
    ],
    uncertainty: uncertaintyOfQuestion({ question, result, source }),
    held: heldGrain({ grain: result.grain, full: counts !== null, known: result.level !== null }),
    method,
    usesAgreement: true,
    cites: ['LeBreton & Senter 2008', ...(counts === null ? [] : (['Dunlap, Burke & Smith-Crowe 2003'] as const))],
  };
}

function isNamed({ grain }: ShownScale): boolean {
  return grain === 'exact';
}

/** What everybody sees, with how exact it is. */
function shownLines({
  question,
  result,
  source,
}: {
  readonly question: QuestionResult;
  readonly result: ShownScale;
  readonly source: FigureSource;
}): readonly DetailLine[] {
  const { level, favour, band, together, grain, shape } = result;
  const { low, high } = question;
  const shapeLine = line({
    name: said('shape'),
    value: shapeWord(shape),
    reading: said('shape.read'),
  });
  if (level === null || favour === null || band === null || together === null) return [shapeLine];
  return [
    shapeLine,
    line({
      name: said('level', { low, high }),
      value: figure(level),
      interval: levelInterval({ question, source }),
      reading: said(`level.read.${grain}`),
    }),
    line({
      name: said('favour'),
      value: said('of-100', { value: rounded(100 * favour, 0) }),
      reading: said('favour.read'),
    }),
    line({
      name: said('together'),
      value: said('of-100', { value: rounded(100 * together, 0) }),
      reading: said(`together.read.${grain}`),
      citation: grain === 'fine' || grain === 'exact' ? 'Tastle & Wierman 2007' : null,
    }),
  ];
}

function fullGroups(of: {
  readonly counts: readonly number[];
  readonly points: number;
  readonly invited: number;
  readonly named: boolean;
}): readonly DetailGroup[] {
  const group = (title: DetailMessage, lead: DetailMessage | null, lines: readonly DetailLine[]): DetailGroup => ({
    title,
    lead,
    lines,
    rules: [],
  });
  return [
    group(said('group.close'), null, agreementOfCounts(of)),
    group(said('group.nulls'), said('group.nulls.lead'), againstNulls(of)),
  ];
}
