import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { FaultNote } from '../../app/FaultNote.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { useThing } from '../../app/services.ts';
import type { WayBack } from '../../host/way-back.ts';
import type { Item, ItemState } from './items.ts';
import type { Order } from './use-deeds.ts';

const useStyles = makeStyles({
  done: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  icon: { flexShrink: 0, fontSize: '16px', color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, minWidth: 0 },
});

interface OutcomeProps {
  readonly item: Item;
  readonly isBusy: boolean;
  readonly act: (order: Order) => void;
  readonly undo: (back: WayBack) => void;
}

/** What came of what was asked for, and the way back or on. */
export function Outcome({ item, isBusy, act, undo }: OutcomeProps) {
  const { state, standing } = item;
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  switch (state.step) {
    case 'standing':
    case 'working':
      return null;
    case 'done': {
      const { deed, isBeside, undoFault } = state;
      const back = state.undo;
      // A Word without bookmarks can't be told where it stood.
      const isWords = back === null && deed === 'detach' && thing === 'blocks';
      return (
        <>
          <div role="status" className={styles.done}>
            <CheckmarkCircleRegular aria-hidden className={styles.icon} />
            <Text size={200} className={styles.words}>
              {t(isWords ? 'check.done.detach.word' : isBeside ? `check.done.${deed}.beside` : `check.done.${deed}`)}
            </Text>
            {back === null ? null : (
              <Button size="small" disabledFocusable={isBusy} onClick={() => undo(back)}>
                {t('check.undo')}
              </Button>
            )}
          </div>
          {undoFault === null ? null : <FaultNote fault={undoFault} />}
        </>
      );
    }
    case 'undone':
      return (
        <Text role="status" size={200}>
          {t(state.keptBoth ? 'check.undone.both' : 'check.undone')}
        </Text>
      );
    case 'refused':
      return <Refused state={state} wasEdited={standing.condition.status === 'edited'} isBusy={isBusy} act={act} />;
  }
}

function Refused(
  props: Pick<OutcomeProps, 'isBusy' | 'act'> & {
    readonly state: ItemState & { step: 'refused' };
    readonly wasEdited: boolean;
  },
) {
  const { state, wasEdited, isBusy, act } = props;
  const { t } = useTranslation();
  const { deed, fault } = state;
  if (fault.kind === 'place.caution') {
    const { caution } = fault;
    const manner = caution === 'caution.fonts' ? 'knowing' : 'beside';
    return (
      <ProblemNote
        words={{ title: t(`${caution}.title`), detail: t(`${caution}.detail`) }}
        code={caution}
        action={
          <Button
            size="small"
            disabledFocusable={isBusy}
            // Whoever comes here with an edited one has asked for that already.
            onClick={() => act({ deed, manner, replaceEdited: wasEdited })}
          >
            {t(`caution.${manner}`)}
          </Button>
        }
      />
    );
  }
  if ('code' in fault) return <FaultNote fault={fault} />;
  const { kind } = fault;
  return <ProblemNote words={{ title: t(`${kind}.title`), detail: t(`${kind}.detail`) }} code={kind} />;
}
