import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { ownAnswers } from './own-answers.ts';
import { Vote } from './Vote.tsx';

/** The second vote on a question, over the answer that stands. */
export function Revote({ revote }: { readonly revote: RoundView }) {
  const { view, mine } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const earlier = ownAnswers(view, mine);
  const asked = revote.questions[0];
  const before = asked ? earlier[asked.id] : undefined;
  return (
    <section className={look.card}>
      <h2 className={look.section}>{t('revote.title')}</h2>
      <p className={look.quiet}>{before ? t('revote.stands') : t('revote.first')}</p>
      <Vote round={revote} earlier={earlier} titled={false} />
    </section>
  );
}
