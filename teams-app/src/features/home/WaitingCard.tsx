import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { View } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { CheckIn } from '../commitments/CheckIn.tsx';
import { CommitmentLine } from '../commitments/CommitmentLine.tsx';

type Waiting = View<'viewHome'>['waiting'][number];

const useStyles = makeStyles({
  card: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  words: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, flex: '1 1 200px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Names what waits: a meeting may wait in two ways, never twice in one. */
export function waitingKey(item: Waiting): string {
  return `${item.kind} ${item.kind === 'check-in' ? item.commitment.id : item.meeting.id}`;
}

/** One thing that waits for me, and the one way to go on with it; the first on the page is its main action. */
export function WaitingCard({ item, first }: { readonly item: Waiting; readonly first: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation(['home', 'results']);
  const format = useFormat();
  const [, go] = useLocation();
  if (item.kind === 'check-in') {
    return (
      <>
        <Text block size={200} className={styles.quiet}>
          {t('home:waiting.of', { what: t('home:waiting.check-in'), team: item.team })}
        </Text>
        <CommitmentLine commitment={item.commitment} />
        <CheckIn commitment={item.commitment} />
      </>
    );
  }

  const { what, detail, action } = words(item);
  return (
    <div className={styles.card}>
      <div className={styles.words}>
        <Text size={200} className={styles.quiet}>
          {t('home:waiting.of', { what, team: item.team })}
        </Text>
        <Text size={400} weight="semibold">
          {item.meeting.title}
        </Text>
        <Text className={styles.quiet}>{detail}</Text>
      </div>
      <Button
        appearance={first ? 'primary' : 'secondary'}
        aria-label={`${action}: ${item.meeting.title}`}
        onClick={() => go(`/meetings/${item.meeting.id}`)}
      >
        {action}
      </Button>
    </div>
  );

  function planDetail({ opening, scheduledFor }: Extract<Waiting, { kind: 'plan' }>['meeting']): string {
    if (opening !== null) {
      const key = opening.missed ? 'home:waiting.plan.missed' : 'home:waiting.plan.opens';
      return t(key, { date: format.dateTime(opening.at) });
    }
    return scheduledFor === null
      ? t('home:waiting.plan.undated')
      : t('home:waiting.plan.detail', { date: format.dateTime(scheduledFor) });
  }

  function words(of: Exclude<Waiting, { kind: 'check-in' }>): Record<'what' | 'detail' | 'action', string> {
    const { phase, closesAt } = of.meeting;
    switch (of.kind) {
      case 'ballot': {
        const kind = of.meeting.mode === 'named' ? 'named' : 'ballot';
        const detail = kind === 'named' ? 'home:waiting.named.detail' : 'home:waiting.ballot.detail';
        const progress = t(detail, { answered: of.answered, count: of.questions });
        const until = closesAt === null ? [] : [t('home:waiting.ballot.closes', { date: format.dateTime(closesAt) })];
        return {
          what: t(`home:waiting.${kind}`),
          detail: [progress, ...until].join(' '),
          action: t(of.answered === 0 ? 'home:waiting.ballot.start' : 'home:waiting.ballot.resume'),
        };
      }
      case 'meeting':
        return {
          what: t('home:waiting.meeting'),
          detail: phase === null ? '' : t(`results:phase.${phase}`),
          action: t('home:waiting.meeting.join'),
        };
      case 'plan':
        return {
          what: t('home:waiting.plan'),
          detail: planDetail(of.meeting),
          action: t('home:waiting.plan.go'),
        };
    }
  }
}
