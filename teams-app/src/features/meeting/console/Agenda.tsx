import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { MINUTE } from '@plumbline/shared/kernel/instant';
import { useServerNow } from '../../../app/live.ts';
import { useLook } from '../leader/look.ts';
import { agenda, minutesBehind, plannedMinutes, type AgendaLine } from './agenda.ts';
import { useConsole } from './console-context.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  line: {
    display: 'grid',
    // A phase’s name is never broken; the minutes beside it may take two lines.
    gridTemplateColumns: '16px minmax(min-content, 1fr) auto',
    columnGap: '8px',
    alignItems: 'baseline',
    padding: '6px 0',
    ...typographyStyles.body1,
  },
  now: { ...typographyStyles.body1Strong },
  later: { color: tokens.colorNeutralForeground2 },
  dot: {
    width: '8px',
    height: '8px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  dotOver: { border: `2px solid ${tokens.colorNeutralForeground3}`, backgroundColor: tokens.colorNeutralForeground3 },
  dotNow: { border: `2px solid ${tokens.colorBrandStroke1}`, backgroundColor: tokens.colorBrandStroke1 },
  minutes: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  bar: { display: 'flex', columnGap: '2px', height: '4px' },
  part: { backgroundColor: tokens.colorNeutralStroke2, borderRadius: '2px', minWidth: '4px' },
  partOver: { backgroundColor: tokens.colorNeutralForeground3 },
  partNow: { backgroundColor: tokens.colorBrandStroke1 },
});

/** The phases with their planned and their real minutes. */
export function Agenda() {
  const { view } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation(['console', 'results']);
  const now = useServerNow(10_000);
  if (view.format === 'pulse') return <div />;
  return (
    <nav className={look.tight} aria-label={t('console:agenda.title')}>
      <ol className={styles.list}>
        {agenda(view, now).map((line) => (
          <li
            key={line.phase}
            className={mergeClasses(
              styles.line,
              line.state === 'now' && styles.now,
              (line.state === 'ahead' || line.state === 'skipped') && styles.later,
            )}
            {...(line.state === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <span
              className={mergeClasses(
                styles.dot,
                line.state === 'over' && styles.dotOver,
                line.state === 'now' && styles.dotNow,
              )}
            />
            <span>{t(`results:phase.${line.phase}`)}</span>
            <span className={styles.minutes}>
              <Minutes line={line} />
            </span>
          </li>
        ))}
      </ol>
      <p className={look.small}>
        {t('console:agenda.total', { count: plannedMinutes(view.composition.minutes) })}
        <Behind now={now} />
      </p>
    </nav>
  );
}

function Minutes({ line }: { readonly line: AgendaLine }) {
  const { t } = useTranslation('console');
  if (line.state === 'skipped') return t('agenda.skipped');
  if (line.real === null) return t('agenda.planned', { count: line.planned });
  return t('agenda.real', { real: Math.floor(line.real / MINUTE), count: line.planned });
}

function Behind({ now }: { readonly now: number }) {
  const { view } = useConsole();
  const { t } = useTranslation('console');
  const behind = minutesBehind(view, now);
  if (behind === null) return null;
  if (behind === 0) return <> · {t('time.on-plan')}</>;
  return <> · {behind > 0 ? t('time.behind', { count: behind }) : t('time.ahead', { count: -behind })}</>;
}

/** The agenda as one line for a narrow panel: a bar of the phases, and how far we are. */
export function AgendaLineShort() {
  const { view } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const now = useServerNow(10_000);
  const lines = agenda(view, now);
  const at = lines.findIndex(({ state }) => state === 'now');
  const line = lines[at];
  if (view.format === 'pulse' || view.status !== 'open') return null;
  return (
    <div className={look.tight} role="group" aria-label={t('agenda.title')}>
      <div className={styles.bar} aria-hidden="true">
        {lines.map(({ phase, planned, state }) => (
          <div
            key={phase}
            className={mergeClasses(
              styles.part,
              (state === 'over' || state === 'skipped') && styles.partOver,
              state === 'now' && styles.partNow,
            )}
            style={{ flexGrow: Math.max(1, planned) }}
          />
        ))}
      </div>
      <p className={look.small}>
        {line === undefined ? (
          t('agenda.total', { count: plannedMinutes(view.composition.minutes) })
        ) : (
          <>
            {t('agenda.place', { place: at + 1, count: lines.length })} · <Minutes line={line} />
            <Behind now={now} />
          </>
        )}
      </p>
    </div>
  );
}
