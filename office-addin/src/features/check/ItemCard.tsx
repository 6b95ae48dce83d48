import { Badge, Button, Link, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ExhibitKey } from '@plumbline/shared/ooxml/exhibit';
import { useThing } from '../../app/services.ts';
import type { Condition } from '../../host/standing.ts';
import { Changes } from './Changes.tsx';
import type { WayBack } from '../../host/way-back.ts';
import { isOpen, type Item } from './items.ts';
import { Outcome } from './Outcome.tsx';
import type { Order } from './use-deeds.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  where: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  title: { margin: 0 },
  line: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  // Its words, not its edge, stand in line where it is the only one.
  quiet: {
    minWidth: 'auto',
    ':first-child': { marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})` },
  },
});

type Status = Condition['status'];

/** A figure by its kind; of answers there are two in every summary, which have names of their own. */
function nameOf(key: ExhibitKey | null) {
  if (key === null) return 'check.figure.unknown';
  const { figure, of } = key;
  if (figure === 'likert' && of === null) return 'check.figure.likert.divides';
  if (figure === 'likert' && of === 'holds') return 'check.figure.likert.holds';
  return `check.figure.${figure}` as const;
}

const BADGES: Readonly<Record<Status, 'success' | 'warning' | 'informative'>> = {
  current: 'success',
  stale: 'warning',
  edited: 'warning',
  held: 'informative',
  apart: 'informative',
  broken: 'informative',
  lost: 'informative',
};

/** One thing of ours: where it stands, how it stands with its meeting, and what can be done. */
export function ItemCard(props: {
  readonly item: Item;
  /** Where its copies stand. */
  readonly twins: readonly number[];
  /** Whether it says of which meeting it is: not where all are of one. */
  readonly namesMeeting: boolean;
  readonly isBusy: boolean;
  readonly act: (order: Order) => void;
  readonly undo: (back: WayBack) => void;
  readonly show: () => void;
  readonly find: () => void;
  readonly again: () => void;
}) {
  const { item, twins, namesMeeting, isBusy, act, undo, show } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  const { standing, state } = item;
  const { condition, identity, place } = standing;
  const isDone = state.step === 'done';
  const name = t(nameOf(identity.key));
  const where = t(`check.place.${thing}`, { position: place.position });
  return (
    <article className={styles.card} aria-label={`${where}: ${name}`}>
      <div className={styles.top}>
        <Link inline className={styles.where} aria-label={t('check.show.what', { where })} onClick={show}>
          {where}
        </Link>
        {isDone ? null : (
          <Badge appearance="tint" color={BADGES[condition.status]}>
            {t(`check.status.${condition.status}`)}
          </Badge>
        )}
      </div>
      <Text as="h2" size={300} weight="semibold" className={styles.title}>
        {name}
      </Text>
      {identity.provenance === null || !namesMeeting ? null : (
        <Text size={200} className={styles.line}>
          {t('check.from', { meeting: identity.provenance.meeting, team: identity.provenance.team })}
        </Text>
      )}
      {isDone ? null : <Told condition={condition} />}
      {twins.length === 0 || isDone ? null : (
        <Text size={200}>
          {t(twins.some((twin) => Math.abs(twin - place.position) === 1) ? 'check.copy.next' : 'check.copy', {
            where: twins.map((position) => t(`check.place.${thing}`, { position })).join(', '),
          })}
        </Text>
      )}
      {standing.lacksAltText ? <Text size={200}>{t('check.alt')}</Text> : null}
      <Outcome item={item} isBusy={isBusy} act={act} undo={undo} />
      {state.step === 'working' ? (
        <Spinner size="tiny" label={t('check.working')} labelPosition="after" />
      ) : (
        <div className={styles.buttons}>
          <Deeds {...props} where={where} />
        </div>
      )}
    </article>
  );
}

/** What is to be known of it before anything is done. */
function Told({ condition }: { readonly condition: Condition }) {
  const { t } = useTranslation();
  switch (condition.status) {
    case 'current':
      return null;
    case 'stale':
      return <Changes preview={condition.preview} />;
    case 'edited':
      return <Changes preview={condition.preview} edits={condition.edits} />;
    case 'held':
      return (
        <Text size={200}>
          {condition.reason === null ? t('check.held') : t('check.held.reason', { reason: condition.reason })}
        </Text>
      );
    case 'apart':
      return <Text size={200}>{t(`check.apart.${condition.why}`)}</Text>;
    case 'broken':
      return <Text size={200}>{t(`check.broken.${condition.why}`)}</Text>;
    case 'lost':
      return <Text size={200}>{t(`check.lost.${condition.why}`)}</Text>;
  }
}

type DeedsProps = Pick<Parameters<typeof ItemCard>[0], 'item' | 'isBusy' | 'act' | 'find' | 'again'> & {
  readonly where: string;
};

/** What can be done to it. */
function Deeds({ item, where, isBusy, act, find, again }: DeedsProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { standing, state } = item;
  const { condition } = standing;
  if (!isOpen(item)) return null;
  const lostBy = condition.status === 'lost' ? condition.why : null;
  const needsAnew =
    condition.status === 'apart' ||
    // What is locked or tracked is set free in Word, and checked again.
    (condition.status === 'broken' && !/^refresh\.(?:tracked|locked)$/.test(condition.why)) ||
    lostBy === 'unnamed' ||
    lostBy === 'no-figure';
  return (
    <>
      {condition.status === 'stale' && !isCautioned(state) ? (
        <Button
          size="small"
          disabledFocusable={isBusy}
          aria-label={t('check.refresh.what', { where })}
          onClick={() => act({ deed: 'refresh', manner: 'careful', replaceEdited: false })}
        >
          {t('check.refresh')}
        </Button>
      ) : null}
      {condition.status === 'edited' && !isCautioned(state) ? (
        <Button
          size="small"
          disabledFocusable={isBusy}
          onClick={() => act({ deed: 'refresh', manner: 'careful', replaceEdited: true })}
        >
          {t('check.replace')}
        </Button>
      ) : null}
      {lostBy === 'unreachable' ? (
        <Button size="small" disabledFocusable={isBusy} onClick={again}>
          {t('retry')}
        </Button>
      ) : null}
      {needsAnew ? (
        <Button size="small" disabledFocusable={isBusy} onClick={find}>
          {t('check.anew')}
        </Button>
      ) : null}
      <Button
        size="small"
        appearance="subtle"
        className={styles.quiet}
        disabledFocusable={isBusy}
        aria-label={t('check.detach.what', { where })}
        onClick={() => act({ deed: 'detach', manner: 'careful', replaceEdited: false })}
      >
        {t('check.detach')}
      </Button>
    </>
  );
}

/** Whether it was asked already, and waits for a decision. */
function isCautioned(state: Item['state']): boolean {
  return state.step === 'refused' && state.deed === 'refresh' && state.fault.kind === 'place.caution';
}
