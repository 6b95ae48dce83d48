import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Vote } from './Vote.tsx';

/** Was it worth the time? */
export function Closing({ worth }: { readonly worth: RoundView | null }) {
  const { view } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  if (!worth) return <p className={look.quiet}>{t('worth.wait')}</p>;
  return (
    <section className={look.column}>
      <h2 className={look.title}>{t('worth.title')}</h2>
      <Vote key={worth.id} round={worth} words="worth" />
      <p className={look.quiet}>{t(view.mode === 'named' ? 'named.worth' : 'worth.then')}</p>
    </section>
  );
}
