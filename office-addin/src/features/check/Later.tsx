import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../app/api.ts';
import type { Standing } from '../../host/standing.ts';
import { meetingsWithResults, type FoundMeeting } from '../find/found-meetings.ts';
import { asked, laterMeetings, NONE_INSTEAD, type Instead, type LaterMeeting } from './later-meetings.ts';

const useStyles = makeStyles({
  later: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: tokens.spacingVerticalS },
});

/** Offers to compare what the document has with a later meeting of the team, and tells where that was done. */
export function Later(props: {
  readonly standing: readonly Standing[];
  readonly instead: Instead;
  readonly isBusy: boolean;
  readonly ask: (instead: Instead) => void;
}) {
  const { standing, instead, isBusy, ask } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  const { data } = useView('viewHome', {});
  const meetings = useMemo(() => (data === undefined ? [] : meetingsWithResults(data.teams)), [data]);
  const offers = useMemo(
    () =>
      laterMeetings(
        standing.map(({ identity }) => identity.provenance),
        meetings,
      ),
    [standing, meetings],
  );
  if (instead.size === 0 && offers.length === 0) return null;
  const now = new Set(instead.values());
  const isCompared = ({ id }: FoundMeeting) => now.has(id);
  return (
    <div className={styles.later}>
      {meetings.filter(isCompared).map(({ id, title }) => (
        <Text key={id} role="status">
          {t('check.later.compared', { meeting: title })}
        </Text>
      ))}
      {instead.size === 0 ? null : (
        <Button size="small" disabledFocusable={isBusy} onClick={() => ask(NONE_INSTEAD)}>
          {t('check.later.own')}
        </Button>
      )}
      {offers
        .filter(({ meeting }) => !isCompared(meeting))
        .map((offer) => (
          <div key={offer.meeting.id} className={styles.later}>
            <Text>{t(...sentence(offer))}</Text>
            <Button size="small" disabledFocusable={isBusy} onClick={() => ask(new Map([...instead, ...asked(offer)]))}>
              {t('check.later.compare')}
            </Button>
          </div>
        ))}
    </div>
  );
}

function sentence({ meeting: { team, title, format }, closedAt }: LaterMeeting) {
  const words = { team, meeting: title, date: new Date(closedAt) };
  return [format === 'pulse' ? 'check.later.pulse' : 'check.later', words] as const;
}
