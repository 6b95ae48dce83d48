import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { DocumentColours } from '../../preview/document-colours.ts';
import { ExhibitPicture } from '../../preview/ExhibitPicture.tsx';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    height: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { margin: 0 },
  subject: { color: tokens.colorNeutralForeground2 },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBlockStart: 'auto',
    color: tokens.colorNeutralForeground2,
  },
});

/** A figure to take: how it looks, what it says, and the button that takes it. */
export const ExhibitCard = memo(function ExhibitCard(props: {
  readonly exhibit: Exhibit;
  readonly colours: DocumentColours;
  readonly isBusy: boolean;
  readonly insert: () => void;
}) {
  const { exhibit, colours, isBusy, insert } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <article className={styles.card}>
      <ExhibitPicture exhibit={exhibit} colours={colours} />
      <Text as="h3" size={300} weight="semibold" className={styles.title}>
        {exhibit.title}
      </Text>
      {exhibit.subject === null ? null : (
        <Text size={200} className={styles.subject}>
          {exhibit.subject}
        </Text>
      )}
      <div className={styles.foot}>
        <Text size={200}>{t(`gallery.kind.${exhibit.body.form}`)}</Text>
        <Button
          icon={<AddRegular />}
          size="small"
          disabledFocusable={isBusy}
          aria-label={t('gallery.insert.what', { title: exhibit.title })}
          onClick={insert}
        >
          {t('gallery.insert')}
        </Button>
      </div>
    </article>
  );
});
