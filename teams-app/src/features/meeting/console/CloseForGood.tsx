import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';

/** The question before closing, in its place: what it does and that it can't be undone. */
export function CloseForGood() {
  const { view, direct, running, open } = useConsole();
  const look = useLook();
  const { t } = useTranslation(['console', 'results']);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const stillOpen = view.rounds
    .filter(({ status }) => status === 'open')
    .map(({ purpose }) => t(`console:count.${purpose}`));
  const early = view.format === 'meeting' && view.phase !== null && view.phase !== 'closing';
  return (
    <div className={look.tight} role="group" aria-label={t('console:close.title')}>
      <h2 ref={heading} tabIndex={-1} className={look.section} style={{ outline: 'none' }}>
        {t('console:close.title')}
      </h2>
      {early ? (
        <p className={look.text}>{t('console:close.early', { phase: t(`results:phase.${view.phase}`) })}</p>
      ) : null}
      <ul className={look.text} style={{ paddingInlineStart: 20, margin: 0 }}>
        <li>{t('console:close.saves')}</li>
        {stillOpen.length === 0 ? null : <li>{t('console:close.open', { what: stillOpen.join(', ') })}</li>}
        <li>{t(view.mode === 'named' ? 'console:named.close' : 'console:close.answers')}</li>
        <li>{t('console:close.summary')}</li>
      </ul>
      <div className={look.actions}>
        <Button
          appearance="primary"
          className={look.target}
          disabledFocusable={running}
          onClick={() => void direct({ type: 'close' })}
        >
          {t('console:close.yes')}
        </Button>
        <Button className={look.target} onClick={() => open(null)}>
          {t('console:keep')}
        </Button>
      </div>
    </div>
  );
}
