import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../app/api.ts';
import { Page } from '../../app/Page.tsx';
import { RowButton, Rows } from '../../app/rows.tsx';
import { Empty, Pending } from '../../app/screens.tsx';
import { useThing } from '../../app/services.ts';
import { meetingsWithResults, searched, type FoundMeeting } from './found-meetings.ts';

const useStyles = makeStyles({
  order: { color: tokens.colorNeutralForeground2 },
});

/** Finds the meeting or pulse whose results are wanted. */
export function Find(props: {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly choose: (meeting: FoundMeeting) => void;
  /** Looks after what is in the document already; `null` where that is not had. */
  readonly check: (() => void) | null;
}) {
  const { search, onSearch, choose, check } = props;
  const thing = useThing();
  const styles = useStyles();
  const { t } = useTranslation();
  const view = useView('viewHome', {});
  const all = useMemo(() => (view.data === undefined ? null : meetingsWithResults(view.data.teams)), [view.data]);
  if (all === null) return <Pending view={view} what={t('loading.meetings')} />;
  if (all.length === 0) return <Empty level={1} title={t('find.empty.title')} detail={t('find.empty.detail')} />;
  const shown = searched(all, search);
  return (
    <Page title={t('find.title')}>
      {check === null ? null : (
        <Rows items={[check]} keyOf={() => 'check'}>
          {(go) => <RowButton title={t(`check.title.${thing}`)} line={t('check.line')} onClick={go} />}
        </Rows>
      )}
      <Input
        type="search"
        value={search}
        onChange={(_event, { value }) => onSearch(value)}
        contentBefore={<SearchRegular />}
        placeholder={t('find.search')}
        aria-label={t('find.search')}
      />
      <Text size={200} className={styles.order} role="status">
        {search === '' ? t('find.recent') : t('find.count', { count: shown.length })}
      </Text>
      {shown.length === 0 ? (
        <Empty
          title={t('find.none.title')}
          detail={t('find.none.detail')}
          action={<Button onClick={() => onSearch('')}>{t('find.none.clear')}</Button>}
        />
      ) : (
        <Rows items={shown} keyOf={({ id }) => id}>
          {(meeting) => <MeetingRow meeting={meeting} choose={choose} />}
        </Rows>
      )}
    </Page>
  );
}

function MeetingRow(props: { readonly meeting: FoundMeeting; readonly choose: (meeting: FoundMeeting) => void }) {
  const { meeting, choose } = props;
  const { t } = useTranslation();
  const { team, closedAt } = meeting;
  const line = closedAt === null ? t('find.line.open', { team }) : t('find.line', { team, date: new Date(closedAt) });
  return (
    <RowButton
      title={meeting.title}
      line={meeting.format === 'pulse' ? `${line} · ${t('find.pulse')}` : line}
      onClick={() => choose(meeting)}
    />
  );
}
