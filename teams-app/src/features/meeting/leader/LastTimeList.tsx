import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';

/** What was promised last time, how it stands, and whether its question moved. */
export function LastTimeList() {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  const { t: results } = useTranslation('results');
  const format = useFormat();
  return (
    <ul className={look.list}>
      {view.lastTime.map(({ commitment, moved }) => (
        <li key={commitment.id} className={look.card}>
          <p className={look.text}>{commitment.sentence}</p>
          <p className={look.small}>
            {commitment.owner.name} · {results(`status.${commitment.status}`)} ·{' '}
            {commitment.overdue
              ? t('commitment.overdue', { due: format.day(commitment.due) })
              : t('commitment.due', { due: format.day(commitment.due) })}
          </p>
          {commitment.question === null ? null : (
            <p className={look.small}>
              {moved === null ? t('last.not-known') : results(`moved.${moved}`)}:{' '}
              {format.quote(commitment.question.text)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
