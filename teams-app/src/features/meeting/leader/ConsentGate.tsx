import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { PeopleEyeRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Terms } from './Terms.tsx';
import { useFocusWhenLost } from './use-focus-when-lost.ts';

const useStyles = makeStyles({
  heading: { outline: 'none' },
  room: { minWidth: 0, outline: 'none' },
  icon: { verticalAlign: 'text-bottom', marginInlineEnd: '8px' },
});

/** Asks in a named meeting, once and before the first question, whether a person answers with their name. */
export function ConsentGate(props: { readonly round: RoundView; readonly children: ReactNode }) {
  const { round, children } = props;
  const { consent } = useLeader();
  const styles = useStyles();
  const state = consent.to(round.id);
  const room = useRef<HTMLDivElement>(null);
  useFocusWhenLost(state, room);
  if (state === 'not-asked') return children;
  return (
    <div ref={room} tabIndex={-1} className={styles.room}>
      {state === 'given' ? children : state === 'open' ? <ConsentScreen round={round} /> : <Declined />}
    </div>
  );
}

function ConsentScreen({ round }: { readonly round: RoundView }) {
  const { consent } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // A vote may begin while somebody is writing a note below it.
    if (document.hasFocus() && document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <section className={look.column}>
      <div className={look.tight}>
        <h2 ref={heading} tabIndex={-1} className={mergeClasses(look.title, styles.heading)}>
          <PeopleEyeRegular className={styles.icon} />
          {t('consent.title')}
        </h2>
        <p className={look.text}>{t('consent.lead')}</p>
      </div>
      <div className={look.tight}>
        <h3 className={look.section}>{t('named.title')}</h3>
        <Terms />
      </div>
      <div className={look.actions}>
        <Button appearance="primary" size="large" className={look.target} onClick={consent.give}>
          {t('consent.agree')}
        </Button>
        <Button
          size="large"
          className={look.target}
          onClick={() => {
            consent.decline(round.id);
          }}
        >
          {t('consent.not-now')}
        </Button>
      </div>
    </section>
  );
}

function Declined() {
  const { consent } = useLeader();
  const look = useLook();
  const { t } = useTranslation('leader');
  return (
    <section className={look.card}>
      <h2 className={look.section}>{t('consent.out')}</h2>
      <p className={look.quiet}>{t('consent.out-how')}</p>
      <Button className={look.start} onClick={consent.askAgain}>
        {t('consent.again')}
      </Button>
    </section>
  );
}
