import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from './api.ts';
import { TakeControls } from './TakeControls.tsx';

const SIDES = ['mine', 'console'] as const;

const useStyles = makeStyles({
  whole: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  side: {
    minHeight: '36px',
    // Narrower than its longest word, it would cut that off.
    minWidth: 'min-content',
    '&[aria-current="page"]': {
      color: tokens.colorNeutralForeground1Selected,
      backgroundColor: tokens.colorNeutralBackground1Selected,
      borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

/**
 * For whoever runs the meeting: their own answers on one side, the controls on the other. Two links and no tab list: each
 * side is a page of its own, and tabs would bring a fifth of the panel's code with them.
 */
export function MeetingSwitch(props: {
  readonly meeting: View<'viewMeeting'>;
  readonly side: (typeof SIDES)[number];
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const [, go] = useLocation();
  const { id, me, status } = props.meeting;
  if (!me.abilities.direct) {
    return (
      <>
        {props.children}
        {status === 'open' && me.abilities.facilitate ? <TakeControls meeting={props.meeting} /> : null}
      </>
    );
  }
  return (
    <div className={styles.whole}>
      <nav className={styles.bar} aria-label={t('meeting.sides')}>
        {SIDES.map((side) => (
          <Button
            key={side}
            appearance="subtle"
            className={styles.side}
            {...(side === props.side ? { 'aria-current': 'page' } : {})}
            onClick={() => go(side === 'console' ? `/meetings/${id}/console` : `/meetings/${id}`)}
          >
            {t(`meeting.${side}`)}
          </Button>
        ))}
      </nav>
      {props.children}
    </div>
  );
}
