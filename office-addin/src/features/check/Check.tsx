import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '../../app/FaultNote.tsx';
import { Page } from '../../app/Page.tsx';
import { Empty } from '../../app/screens.tsx';
import { useThing } from '../../app/services.ts';
import type { Care } from '../../host/standing.ts';
import { Earlier } from './Earlier.tsx';
import { Found } from './Found.tsx';
import { useUndoStore } from '../../undo/use-undo-store.ts';
import { NONE_INSTEAD } from './later-meetings.ts';
import { useCheck } from './use-check.ts';

const useStyles = makeStyles({
  room: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  foot: { display: 'flex' },
});

const NOTHING: ReadonlySet<string> = new Set();

/** Everything of ours in the document, and how it stands with what the meetings say now. */
export default function Check(props: { readonly care: Care; readonly back: () => void; readonly find: () => void }) {
  const { care, back, find } = props;
  const { t } = useTranslation();
  const thing = useThing();
  const [instead, setInstead] = useState(NONE_INSTEAD);
  const check = useCheck(care, instead);
  const { state, again } = check;
  const store = useUndoStore();
  return (
    <Page title={t(`check.title.${thing}`)} back={{ label: t('gallery.back'), go: back }}>
      {state.step === 'reading' ? <Reading done={state.done} of={state.of} stop={check.stop} /> : null}
      {state.step === 'failed' ? (
        <FaultNote fault={state.fault} action={<Button onClick={again}>{t('retry')}</Button>} />
      ) : null}
      {state.step === 'read' && state.checked.standing.length > 0 ? (
        <Found
          care={care}
          checked={state.checked}
          store={store}
          again={again}
          find={find}
          instead={instead}
          ask={(others) => {
            setInstead(others);
            again();
          }}
        />
      ) : null}
      {state.step === 'read' && state.checked.standing.length === 0 ? (
        <Empty
          title={t(state.checked.read < state.checked.of ? 'check.none.stopped' : `check.none.${thing}`)}
          detail={t('check.none.detail')}
          action={<Button onClick={find}>{t('check.none.find')}</Button>}
        >
          <Button appearance="subtle" onClick={again}>
            {t('check.again')}
          </Button>
        </Empty>
      ) : null}
      {state.step === 'read' && state.checked.standing.length === 0 ? (
        <Earlier care={care} store={store} listed={NOTHING} isBusy={false} again={again} />
      ) : null}
    </Page>
  );
}

function Reading({ done, of, stop }: { readonly done: number; readonly of: number; readonly stop: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  return (
    <div className={styles.room}>
      <Text role="status">{of === 0 ? t('check.starting') : t(`check.reading.${thing}`, { done, of })}</Text>
      <ProgressBar
        aria-label={t(`check.title.${thing}`)}
        {...(of === 0 ? {} : { value: done, max: of })}
        thickness="large"
      />
      <div className={styles.foot}>
        <Button onClick={stop}>{t('check.stop')}</Button>
      </div>
    </div>
  );
}
