import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '../../app/FaultNote.tsx';
import { Rows } from '../../app/rows.tsx';
import { useThing } from '../../app/services.ts';
import type { HostFault } from '../../host/host-fault.ts';
import type { Care } from '../../host/standing.ts';
import type { UndoStore } from '../../undo/undo-store.ts';
import { useEarlier, type EarlierChange } from './use-earlier.ts';

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
  readonly care: Care;
  readonly store: UndoStore;
  /** The ids of ways back that the list offers itself. */
  readonly listed: ReadonlySet<string>;
  readonly isBusy: boolean;
  /** Looks anew once one of them is undone: the list is another then. */
  readonly again: () => void;
}) {
  const { care, store, listed, isBusy, again } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  const earlier = useEarlier(care, store);
  const [isAtWork, setAtWork] = useState(false);
  const [fault, setFault] = useState<HostFault | null>(null);
  const changes = earlier.changes.filter(({ record }) => !listed.has(record.back.id));
  const { unread, readAgain } = earlier;
  if (changes.length === 0 && unread === null) return null;
  const undo = ({ record: { back }, place }: EarlierChange) => {
    setAtWork(true);
    void care
      .undo({ ...back, place })
      .then(async (result) => {
        if (!result.ok) {
          setFault(result.error);
          return;
        }
        await earlier.forget(back.id);
        again();
      })
      .finally(() => setAtWork(false));
  };
  return (
    <>
      <Text as="h2" size={300} weight="semibold" className={styles.title}>
        {t('check.earlier')}
      </Text>
      {unread === null ? (
        <Rows items={changes} keyOf={({ record }) => record.back.id}>
          {(change) => {
            const { position } = change.place;
            const what = t(`check.earlier.${change.record.deed}`, { where: t(`check.place.${thing}`, { position }) });
            return (
              <div className={styles.row}>
                <Text size={200}>{what}</Text>
                <Button
                  size="small"
                  disabledFocusable={isBusy || isAtWork}
                  aria-label={t('check.undo.what', { what })}
                  onClick={() => undo(change)}
                >
                  {t('check.undo')}
                </Button>
              </div>
            );
          }}
        </Rows>
      ) : (
        <FaultNote fault={unread} action={<Button onClick={readAgain}>{t('retry')}</Button>} />
      )}
      {fault === null ? null : <FaultNote fault={fault} onDismiss={() => setFault(null)} />}
    </>
  );
}
