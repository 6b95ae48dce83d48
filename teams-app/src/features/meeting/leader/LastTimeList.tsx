import { useTranslation } from 'react-i18next';
import type { LastTime, MeetingView } from '@plumbline/shared/contract/views';
import { useFormat } from '../../../app/format.ts';
import { movementOf } from '../last-time.ts';
import { useLook } from './look.ts';

/** What was promised last time, how it stands, and whether its question moved. */
export function LastTimeList({ view, of }: { readonly view: MeetingView; readonly of: readonly LastTime[] }) {
  const look = useLook();
  return (
    <ul className={look.list}>
      {of.map((one) => (
        <li key={one.commitment.id} className={look.card}>
          <Promised view={view} one={one} />
        </li>
      ))}
    </ul>
  );
}

function Promised({ view, one }: { readonly view: MeetingView; readonly one: LastTime }) {
  const look = useLook();
  const { t } = useTranslation(['leader', 'results']);
  const format = useFormat();
  const { sentence, owner, status, overdue, due, question } = one.commitment;
  const movement = movementOf(view, one);
  return (
    <>
      <p className={look.text}>{sentence}</p>
      <p className={look.small}>
        {owner.name} · {t(`results:status.${status}`)} ·{' '}
        {t(overdue ? 'leader:commitment.overdue' : 'leader:commitment.due', { due: format.day(due) })}
      </p>
      {question === null ? null : (
        <p className={look.small}>
          {movement === null
            ? t('leader:commitment.question', { question: question.text })
            : `${t(`results:moved.${movement}`)}: ${format.quote(question.text)}`}
        </p>
      )}
    </>
  );
}
