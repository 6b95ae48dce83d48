import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import type { Commitment } from './commitment-draft.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { latestRound } from './screen-now.ts';

/** A commitment in full: what, who, by when, how it will show, what stops for it, which question it should move. */
export function CommitmentWords({ commitment }: { readonly commitment: Commitment }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const format = useFormat();
  const question = latestRound(view, 'rating')?.questions.find(({ id }) => id === commitment.question);
  return (
    <>
      <h3 className={look.strong}>{commitment.sentence}</h3>
      <p className={look.text}>
        {commitment.owner.name} · {t('commitment.due', { due: format.day(commitment.due) })}
      </p>
      <p className={look.small}>{t('commitment.evidence', { evidence: commitment.evidence })}</p>
      <p className={look.small}>
        {commitment.displaces === ''
          ? t('commitment.displaces-nothing')
          : t('commitment.displaces', { displaces: commitment.displaces })}
      </p>
      {question ? <p className={look.small}>{t('commitment.question', { question: question.text })}</p> : null}
    </>
  );
}
