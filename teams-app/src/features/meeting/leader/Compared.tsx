import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import { beforeAfterFigure } from '@plumbline/shared/figures/before-after';
import { BeforeAfter } from '../../../charts/BeforeAfter.tsx';
import { namedAnswers } from '../named/by-point.ts';
import { revotedPeople } from '../named/revoted-people.ts';
import { TableOfNames } from '../named/TableOfNames.tsx';
import { WhoAnswered } from '../named/WhoAnswered.tsx';
import { figureSource } from './figure-source.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { scaleOfQuestion } from './scale-of-question.ts';
import type { Topic } from './screen-now.ts';

/** What the talk changed: the first vote against the second, and in a named meeting who stands where now. */
export function Compared({ topic, results }: { readonly topic: Topic; readonly results: ResultsView }) {
  const { view, layout } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const revote = results.revotes.find(({ question }) => question === topic.question);
  const answers = namedAnswers(results, { id: topic.revote });
  const asked = view.rounds.find(({ id }) => id === topic.revote)?.questions[0];
  const scale = asked && scaleOfQuestion(asked)?.scale;
  const people = revotedPeople(results, topic);
  if (!revote) return <p className={look.quiet}>{t('revote.none')}</p>;
  if (revote.status === 'held') return <p className={look.text}>{t('picture.held', { count: revote.needed })}</p>;
  return (
    <>
      {revote.status === 'unchanged' ? (
        <p className={look.text}>{t(view.mode === 'named' ? 'named.unchanged' : 'revote.unchanged')}</p>
      ) : (
        <BeforeAfter
          figure={beforeAfterFigure({
            source: figureSource(view, results),
            questions: [{ text: topic.text, revote, ...(people === null ? {} : { people }) }],
          })}
          size={layout}
          heading="finding"
        />
      )}
      {asked && scale && answers ? (
        <>
          <WhoAnswered
            title={t('who.now')}
            answers={answers}
            question={asked.id}
            low={scale.low}
            high={scale.high}
            size="small"
          />
          <TableOfNames question={asked} answers={answers} />
        </>
      ) : null}
    </>
  );
}
