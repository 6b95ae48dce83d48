import { mergeClasses } from '@fluentui/react-components';
import type { ResultsView, RoundView } from '@plumbline/shared/contract/views';
import type { FigureSource } from '@plumbline/shared/figures/figure';
import { OptionChart } from '../../../charts/OptionChart.tsx';
import type { NamedAnswers } from '../named/by-point.ts';
import { TableOfNames } from '../named/TableOfNames.tsx';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { optionFigures } from './option-figures.ts';

/** What the team answered about its priorities, in whichever way it was asked. */
export function Priorities(props: {
  readonly rating: NonNullable<ResultsView['rating']>;
  readonly source: FigureSource;
  readonly asked: RoundView['questions'];
  /** Who answered what, in a named meeting. */
  readonly answers: NamedAnswers | null;
}) {
  const { rating, source, asked, answers } = props;
  const { layout } = useLeader();
  const look = useLook();
  return optionFigures(rating, source).map(({ question, figure }) => (
    <section key={question} className={mergeClasses(look.tight, look.rule)}>
      <OptionChart figure={figure} size={layout} level={2} />
      {answers
        ? asked
            .filter(({ id }) => id === question)
            .map((each) => <TableOfNames key={each.id} question={each} answers={answers} />)
        : null}
    </section>
  ));
}
