import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '../../app/FaultNote.tsx';
import { Rows } from '../../app/rows.tsx';
import { useThing } from '../../app/services.ts';
import type { HostFault } from '../../host/host-fault.ts';
import type { Kept } from './kept.ts';

const useStyles = makeStyles({
  title: { margin: 0 },
  row: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
});

/** What was done before this look, each with its way back. */
export function Earlier(props: {
  readonly kept: readonly Kept[];
  readonly isBusy: boolean;
  /** Told once one of them is undone: the list is another then. */
  readonly undone: (one: Kept) => void;
}) {
  const { kept, isBusy, undone } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  const [isAtWork, setAtWork] = useState(false);
  const [fault, setFault] = useState<HostFault | null>(null);
  if (kept.length === 0) return null;
  const undo = (one: Kept) => {
    setAtWork(true);
    void one
      .undo()
      .then((result) => {
        if (result.ok) undone(one);
        else setFault(result.error);
      })
      .finally(() => setAtWork(false));
  };
  return (
    <>
      <Text as="h2" size={300} weight="semibold" className={styles.title}>
        {t('check.earlier')}
      </Text>
      <Rows items={kept} keyOf={(one) => String(kept.indexOf(one))}>
        {(one) => {
          const what = t(`check.earlier.${one.deed}`, {
            where: t(`check.place.${thing}`, { position: one.place.position }),
          });
          return (
            <div className={styles.row}>
              <Text size={200}>{what}</Text>
              <Button
                size="small"
                disabledFocusable={isBusy || isAtWork}
                aria-label={t('check.undo.what', { what })}
                onClick={() => undo(one)}
              >
                {t('check.undo')}
              </Button>
            </div>
          );
        }}
      </Rows>
      {fault === null ? null : <FaultNote fault={fault} onDismiss={() => setFault(null)} />}
    </>
  );
}
