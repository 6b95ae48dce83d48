import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { PackKind, Report, Say } from '@plumbline/shared/ooxml/exhibits/content';
import { packOf } from '@plumbline/shared/ooxml/exhibits/packs';
import { reportOf } from '@plumbline/shared/ooxml/exhibits/report';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import { exhibitsOf } from '@plumbline/shared/ooxml/word/report-parts';
import { Rows } from '../../app/rows.tsx';
import { useThing } from '../../app/services.ts';

const KINDS: readonly PackKind[] = ['executive-summary', 'one-pager', 'quarterly-review'];

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  size: { color: tokens.colorNeutralForeground2 },
});

/** The exhibits of whole decks, to take all of one at once. */
export function Packs(props: {
  readonly source: DocumentSource;
  readonly say: Say;
  readonly isBusy: boolean;
  readonly insert: (exhibits: readonly Exhibit[]) => void;
  readonly insertReport: ((report: Report) => void) | null;
}) {
  const { source, say, isBusy, insert, insertReport } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const thing = useThing();
  const packs = useMemo(() => {
    const decks = KINDS.map((kind) => {
      const { slides } = packOf(kind, source, say);
      return { kind, count: slides.length, put: () => insert(slides) };
    });
    if (!insertReport) return decks;
    const report = reportOf(source, say);
    // A text is read: its report goes first.
    return [{ kind: 'report' as const, count: exhibitsOf(report).length, put: () => insertReport(report) }, ...decks];
  }, [source, say, insert, insertReport]);
  return (
    <Rows items={packs} keyOf={({ kind }) => kind}>
      {({ kind, count, put }) => {
        const title = t(`packs.${kind}`);
        const size = t(`packs.${thing}`, { count });
        return (
          <div className={styles.row}>
            <span className={styles.words}>
              <Text weight="semibold">{title}</Text>
              <Text size={200} className={styles.size}>
                {size}
              </Text>
            </span>
            <Button
              icon={<AddRegular />}
              size="small"
              disabledFocusable={isBusy}
              aria-label={t('packs.insert', { title, size })}
              onClick={put}
            >
              {t('gallery.insert')}
            </Button>
          </div>
        );
      }}
    </Rows>
  );
}
