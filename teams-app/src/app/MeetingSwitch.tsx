import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from './api.ts';

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** For whoever runs the meeting: their own answers on one side, the controls on the other. */
export function MeetingSwitch(props: {
  readonly meeting: View<'viewMeeting'>;
  readonly side: 'mine' | 'console';
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const [, go] = useLocation();
  const { id, me } = props.meeting;
  if (!me.abilities.direct) return props.children;
  return (
    <div className={styles.whole}>
      <nav className={styles.bar} aria-label={t('meeting.sides')}>
        <TabList
          selectedValue={props.side}
          onTabSelect={(_event, { value }) => go(value === 'console' ? `/meetings/${id}/console` : `/meetings/${id}`)}
        >
          <Tab value="mine">{t('meeting.mine')}</Tab>
          <Tab value="console">{t('meeting.console')}</Tab>
        </TabList>
      </nav>
      {props.children}
    </div>
  );
}
