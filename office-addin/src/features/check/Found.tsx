import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { plainList } from '../../app/plain-list.ts';
import { useThing } from '../../app/services.ts';
import type { Care, Checked, Standing } from '../../host/standing.ts';
import { ItemCard } from './ItemCard.tsx';
import { Earlier } from './Earlier.tsx';
import { Later } from './Later.tsx';
import type { Instead } from './later-meetings.ts';
import type { UndoStore } from '../../undo/undo-store.ts';
import { roundsOf, undosIn, waitsForFonts } from './items.ts';
import { useDeeds, type Deeds } from './use-deeds.ts';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  cards: { ...plainList, gap: tokens.spacingVerticalM },
});

/** What was found, one under the other, and what can be done to all of it. */
export function Found(props: {
  readonly care: Care;
  readonly checked: Checked;
  readonly again: () => void;
  readonly find: () => void;
  readonly store: UndoStore;
  readonly instead: Instead;
  /** Looks anew, with other meetings asked instead. */
  readonly ask: (instead: Instead) => void;
}) {
  const { care, checked, again, find, store, instead, ask } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  const deeds = useDeeds(care, checked.standing, store);
  const { items, isBusy, act, undo } = deeds;
  const [one, ...others] = new Set(items.map(({ standing }) => meetingOf(standing, t)));
  const isOneMeeting = one !== undefined && one !== '' && others.length === 0;
  const unread = checked.unread.map(({ position }) => position);
  return (
    <>
      <div className={styles.head}>
        <Text role="status">{t('check.found', { count: items.length })}</Text>
        {isOneMeeting ? <Text className={styles.line}>{one}</Text> : null}
        {checked.read < checked.of ? (
          <Text className={styles.line}>{t(`check.stopped.${thing}`, { done: checked.read, of: checked.of })}</Text>
        ) : null}
        {unread.length === 0 ? null : (
          <Text className={styles.line}>
            {t(`check.unread.${thing}`, { count: unread.length, list: unread.join(', ') })}
          </Text>
        )}
        <Later standing={checked.standing} instead={instead} isBusy={isBusy} ask={ask} />
        <All deeds={deeds} again={again} />
      </div>
      <ul className={styles.cards}>
        {items.map((item) => (
          <li key={item.key}>
            <ItemCard
              item={item}
              twins={items
                .filter((twin) => twin !== item && twin.standing.identity.id === item.standing.identity.id)
                .map((twin) => twin.standing.place.position)}
              namesMeeting={!isOneMeeting}
              isBusy={isBusy}
              act={(order) => act(item, order)}
              undo={undo}
              show={() => void care.show(item.standing.place)}
              find={find}
              again={again}
            />
          </li>
        ))}
      </ul>
      <Earlier care={care} store={store} listed={undosIn(items)} isBusy={isBusy} again={again} />
    </>
  );
}

function meetingOf({ identity }: Standing, t: TFunction): string {
  return identity.provenance === null
    ? ''
    : t('check.from', { meeting: identity.provenance.meeting, team: identity.provenance.team });
}

function All({ deeds, again }: { readonly deeds: Deeds; readonly again: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  const { all, items, isBusy, isFleeting, refreshAll, stop } = deeds;
  const count = roundsOf(items).reduce((sum, { keys }) => sum + keys.length, 0);
  const waiting = items.filter(waitsForFonts).length;
  if (all.step === 'running') {
    return (
      <>
        <Text role="status">{t('check.all.running', { done: all.done, of: all.of })}</Text>
        <ProgressBar aria-label={t('check.all.label')} value={all.done} max={all.of} thickness="large" />
        <div className={styles.buttons}>
          <Button onClick={stop}>{t('check.stop')}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      {all.step === 'over' ? <Text role="status">{t('check.all.over', { done: all.done, count: all.of })}</Text> : null}
      {all.step === 'over' && thing === 'blocks' ? (
        <Text className={styles.line}>{t('check.all.sentences')}</Text>
      ) : null}
      {isFleeting ? <Text role="status">{t('check.fleeting')}</Text> : null}
      <div className={styles.buttons}>
        {count === 0 ? null : (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => refreshAll('careful')}>
            {t('check.all', { count })}
          </Button>
        )}
        {waiting === 0 ? null : (
          <Button disabledFocusable={isBusy} onClick={() => refreshAll('knowing')}>
            {t('check.all.knowing', { count: waiting })}
          </Button>
        )}
        <Button disabledFocusable={isBusy} onClick={again}>
          {t('check.again')}
        </Button>
      </div>
    </>
  );
}
