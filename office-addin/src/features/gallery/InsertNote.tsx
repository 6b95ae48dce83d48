import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '../../app/FaultNote.tsx';
import { useThing } from '../../app/services.ts';
import type { Place } from '../../host/host.ts';
import type { InsertState } from './use-insert.ts';

const useStyles = makeStyles({
  // Stays in sight, wherever in the gallery one is.
  note: { position: 'sticky', bottom: tokens.spacingVerticalS, zIndex: 1 },
  working: {
    padding: tokens.spacingVerticalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
  },
  bar: { alignItems: 'start', paddingBlock: tokens.spacingVerticalS, boxShadow: tokens.shadow8 },
  body: { whiteSpace: 'normal' },
});

/** What became of the last thing that was put into the document. */
export function InsertNote(props: {
  readonly state: InsertState;
  readonly undo: (places: readonly Place[]) => void;
  readonly dismiss: () => void;
}) {
  const styles = useStyles();
  return (
    <div role="status" className={styles.note}>
      <Note {...props} />
    </div>
  );
}

function Note(props: Parameters<typeof InsertNote>[0]) {
  const { state, undo, dismiss } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  const close = (
    <Button appearance="transparent" icon={<DismissRegular />} aria-label={t('dismiss')} onClick={dismiss} />
  );
  switch (state.step) {
    case 'idle':
      return null;
    case 'working':
      return (
        <div className={styles.working}>
          <Spinner size="tiny" label={t(`working.${thing}`, { count: state.count })} />
        </div>
      );
    case 'done':
      return (
        <MessageBar intent="success" layout="multiline" className={styles.bar}>
          <MessageBarBody className={styles.body}>
            {state.isReport
              ? t('done.report')
              : t(`done.${thing}`, { count: state.places.length, position: state.places[0]?.position ?? 1 })}
          </MessageBarBody>
          <MessageBarActions containerAction={close}>
            <Button size="small" onClick={() => undo(state.places)}>
              {t('done.undo')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      );
    case 'undone':
      return (
        <MessageBar intent="info" className={styles.bar}>
          <MessageBarBody className={styles.body}>{t('done.undone')}</MessageBarBody>
          <MessageBarActions containerAction={close} />
        </MessageBar>
      );
    case 'failed':
      return <FaultNote fault={state.fault} onDismiss={dismiss} />;
  }
}
