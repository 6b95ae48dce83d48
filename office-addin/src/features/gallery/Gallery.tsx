import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import { useFocusRing } from '../../app/focus-ring.ts';
import { Page } from '../../app/Page.tsx';
import { Pending } from '../../app/screens.tsx';
import type { FoundMeeting } from '../find/found-meetings.ts';
import { ExhibitCard } from './ExhibitCard.tsx';
import { InsertNote } from './InsertNote.tsx';
import { Packs } from './Packs.tsx';
import { useColours } from './use-colours.ts';
import { useInsert } from './use-insert.ts';
import { useSay } from '../../app/use-say.ts';
import { useSource } from './use-source.ts';

const useStyles = makeStyles({
  cards: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 256px), 1fr))',
    gap: tokens.spacingVerticalM,
  },
  heading: { margin: 0 },
  summary: { cursor: 'pointer', minHeight: '32px', alignContent: 'center', marginBlockEnd: tokens.spacingVerticalS },
});

/** Every figure of a meeting, each as it would look in this document. */
export default function Gallery(props: { readonly meeting: FoundMeeting; readonly back: () => void }) {
  const { meeting, back } = props;
  const { t } = useTranslation();
  const view = useSource(meeting);
  return (
    <Page title={meeting.title} line={meeting.team} back={{ label: t('gallery.back'), go: back }}>
      {view.source === null ? <Pending view={view} what={t('loading.figures')} /> : <Exhibits source={view.source} />}
    </Page>
  );
}

function Exhibits({ source }: { readonly source: DocumentSource }) {
  const styles = useStyles();
  const ring = useFocusRing();
  const { t } = useTranslation();
  const say = useSay();
  const exhibits = useMemo(() => allExhibits(source, say), [source, say]);
  const colours = useColours();
  const { state, insert, insertReport, undo, dismiss } = useInsert();
  const isBusy = state.step === 'working';
  const cards = (shown: typeof exhibits) => (
    <ul className={styles.cards}>
      {shown.map((exhibit) => (
        <li key={`${exhibit.key.figure}:${exhibit.key.of ?? ''}`}>
          <ExhibitCard exhibit={exhibit} colours={colours} isBusy={isBusy} insert={() => insert([exhibit])} />
        </li>
      ))}
    </ul>
  );
  const [whole, single] = [exhibits.filter((one) => !isSingle(one)), exhibits.filter(isSingle)];
  return (
    <>
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {t('packs.title')}
      </Text>
      <Packs source={source} say={say} isBusy={isBusy} insert={insert} insertReport={insertReport} />
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {t('figures.title')}
      </Text>
      {cards(whole)}
      {single.length === 0 ? null : (
        <details>
          <summary className={`${styles.summary} ${ring}`}>{t('gallery.questions', { count: single.length })}</summary>
          {cards(single)}
        </details>
      )}
      <InsertNote state={state} undo={undo} dismiss={dismiss} />
    </>
  );
}

/** The pictures of single questions are many, and looked for one at a time. */
function isSingle({ key }: { readonly key: { readonly figure: string } }): boolean {
  return key.figure === 'agreement';
}
