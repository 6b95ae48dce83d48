import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import { beforeAfterFigure } from '@plumbline/shared/figures/before-after';
import { BeforeAfter } from '../../../charts/BeforeAfter.tsx';
import { figureSource } from './figure-source.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import type { Topic } from './screen-now.ts';

/** What the talk changed: the first vote against the second. */
export function Compared({ topic, results }: { readonly topic: Topic; readonly results: ResultsView }) {
  const { view, layout } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const revote = results.revotes.find(({ question }) => question === topic.question);
  if (!revote) return <p className={look.quiet}>{t('revote.none')}</p>;
  if (revote.status === 'held') return <p className={look.text}>{t('picture.held', { count: revote.needed })}</p>;
  if (revote.status === 'unchanged') return <p className={look.text}>{t('revote.unchanged')}</p>;
  return (
    <BeforeAfter
      figure={beforeAfterFigure({ source: figureSource(view, results), questions: [{ text: topic.text, revote }] })}
      size={layout}
      heading="finding"
    />
  );
}
