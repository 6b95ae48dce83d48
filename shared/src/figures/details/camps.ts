import type { QuestionResult, ShownCamps } from '../../domain/results/shown.ts';
import type { FigureSource } from '../figure.ts';
import type { DetailParts } from './figure-details.ts';
import { line } from './lines.ts';
import { uncertaintyOfTeam } from './uncertainty.ts';
import { casesOf100, chance, figure, said } from './words.ts';

/** What stands behind two groups over the whole sheet. */
export function campsDetails({
  camps,
  questions,
  source,
}: {
  readonly camps: ShownCamps;
  readonly questions: readonly QuestionResult[];
  readonly source: FigureSource;
}): DetailParts {
  const texts = camps.questions.flatMap((id) => questions.find(({ question }) => question === id)?.text ?? []);
  const [smaller, larger] = camps.sizes;
  const named = questions.some(({ result }) => result.status === 'shown' && result.grain === 'exact');
  return {
    groups: [
      {
        title: said('group.camps'),
        lead: null,
        lines: [
          line({
            name: said('camps.sizes'),
            value: said('camps.sizes.value', { smaller, larger }),
            reading: named ? null : said('camps.sizes.read'),
          }),
          line({
            name: said('silhouette'),
            value: figure(camps.silhouette),
            reading: said('silhouette.read'),
            citation: 'Rousseeuw 1987',
          }),
          line({
            name: said('camps.chance'),
            value: chance(camps.p),
            reading: said('camps.chance.read', { cases: casesOf100(camps.p) }),
          }),
        ],
        rules: [said('rule.camps'), ...texts.map((text) => said('camps.question', { text }))],
      },
    ],
    uncertainty: uncertaintyOfTeam(source),
    held: [said(named ? 'held.named' : 'held.camps')],
    method: [said('method.camps')],
    usesAgreement: false,
    cites: [],
  };
}
