import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { PackKind, Say } from '@plumbline/shared/ooxml/exhibits/content';
import { packOf } from '@plumbline/shared/ooxml/exhibits/packs';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import { Rows } from '../../app/rows.tsx';
import { useServices } from '../../app/services.ts';

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
}) {
  const { source, say, isBusy, insert } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const { host } = useServices();
  const thing = host.program === 'powerpoint' ? 'slides' : 'blocks';
  const packs = useMemo(() => KINDS.map((kind) => ({ kind, slides: packOf(kind, source, say).slides })), [source, say]);
  return (
    <Rows items={packs} keyOf={({ kind }) => kind}>
      {({ kind, slides }) => {
        const title = t(`packs.${kind}`);
        const size = t(`packs.${thing}`, { count: slides.length });
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
              onClick={() => insert(slides)}
            >
              {t('gallery.insert')}
            </Button>
          </div>
        );
      }}
    </Rows>
  );
}
