import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { WorkbookEdit } from '@plumbline/shared/ooxml/refresh/found';
import type { Change } from '@plumbline/shared/ooxml/refresh/changes';
import type { RefreshPreview } from '@plumbline/shared/ooxml/refresh/preview-refresh';
import { useFocusRing } from '../../app/focus-ring.ts';
import { plainList } from '../../app/plain-list.ts';
import { useServices } from '../../app/services.ts';

/** More than these nobody reads in a pane; the slide shows all. */
const MOST = 40;

const useStyles = makeStyles({
  summary: { cursor: 'pointer', minHeight: '24px', alignContent: 'center', width: 'fit-content' },
  list: { ...plainList, gap: tokens.spacingVerticalXS },
  change: { display: 'flex', flexDirection: 'column' },
  where: { color: tokens.colorNeutralForeground2 },
  values: { fontVariantNumeric: 'tabular-nums' },
});

/** What a refresh would change, number by number, and what somebody typed. */
export function Changes(props: { readonly preview: RefreshPreview; readonly edits?: readonly WorkbookEdit[] }) {
  const { preview, edits = [] } = props;
  const styles = useStyles();
  const ring = useFocusRing();
  const { t } = useTranslation();
  const value = useValue();
  const { changes, added, gone, title } = preview;
  const hasOneSeries = new Set(changes.map(({ series }) => series)).size < 2;
  const isEmpty = changes.length + added.length + gone.length === 0;
  const lines = [
    ...(added.length === 0 ? [] : [t('changes.added', { list: added.join('; ') })]),
    ...(gone.length === 0 ? [] : [t('changes.gone', { list: gone.join('; ') })]),
    ...(title.change === 'follows' ? [t('changes.title.follows', { title: title.after })] : []),
    ...(title.change === 'kept' ? [t('changes.title.kept')] : []),
  ];
  return (
    <>
      {edits.length === 0 ? null : (
        <details>
          <summary className={`${styles.summary} ${ring}`}>
            <Text size={200}>{t('changes.edits', { count: edits.length })}</Text>
          </summary>
          <ul className={styles.list}>
            {edits.slice(0, MOST).map(({ where, shown, typed }, at) => (
              <li key={String(at)} className={styles.change}>
                <Text size={200} className={styles.where}>
                  {shown === null && typed === null ? t('changes.edits.in', { where }) : where}
                </Text>
                {shown === null && typed === null ? null : (
                  <Text size={200} className={styles.values}>
                    {t('changes.move', { before: value(shown), after: value(typed) })}
                  </Text>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {isEmpty ? (
        <Text size={200}>{t(edits.length === 0 ? 'changes.words' : 'changes.none')}</Text>
      ) : (
        <details>
          <summary className={`${styles.summary} ${ring}`}>
            <Text size={200}>{t('changes.count', { count: changes.length + added.length + gone.length })}</Text>
          </summary>
          <ul className={styles.list}>
            {changes.slice(0, MOST).map((change, at) => (
              <li key={String(at)} className={styles.change}>
                <Text size={200} className={styles.where}>
                  {hasOneSeries ? change.category : t('changes.where', placeIn(change))}
                </Text>
                <Text size={200} className={styles.values}>
                  {t('changes.move', { before: value(change.before), after: value(change.after) })}
                </Text>
              </li>
            ))}
            {changes.length <= MOST ? null : (
              <li>
                <Text size={200}>{t('changes.more', { count: changes.length - MOST })}</Text>
              </li>
            )}
          </ul>
        </details>
      )}
      {lines.map((line) => (
        <Text key={line} size={200}>
          {line}
        </Text>
      ))}
    </>
  );
}

function placeIn({ series, category }: Change): { readonly series: string; readonly category: string } {
  return { series: series.trim(), category };
}

function useValue(): (value: string | number | null) => string {
  const { t } = useTranslation();
  const { info } = useServices();
  return (value) => {
    if (value === null || value === '') return t('changes.nothing');
    return typeof value === 'number' ? value.toLocaleString(info.locale, { maximumFractionDigits: 2 }) : value;
  };
}
