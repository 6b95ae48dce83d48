import { Button, makeStyles } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeader } from './leader-context.ts';
import { useLook } from './look.ts';
import { Terms } from './Terms.tsx';

const useStyles = makeStyles({
  icon: { verticalAlign: 'text-bottom', marginInlineEnd: '4px' },
  why: { minHeight: '36px', minWidth: '36px', paddingInline: 0 },
});

/** The promise in one line, and why it can be relied on behind "why?". */
export function PrivacyLine() {
  const { view } = useLeader();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={look.tight}>
      <div className={look.actions}>
        <p className={look.small}>
          <LockClosedRegular className={styles.icon} />
          {t('privacy.line', { minimum: view.minimumGroup })}
        </p>
        <Button
          appearance="transparent"
          size="small"
          className={styles.why}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? t('privacy.less') : t('privacy.why')}
        </Button>
      </div>
      <div id={id} hidden={!open}>
        {open ? <Terms /> : null}
      </div>
    </div>
  );
}
