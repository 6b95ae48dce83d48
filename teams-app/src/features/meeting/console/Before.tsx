import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, CircleRegular, CopyRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useFormat } from '../../../app/format.ts';
import { deepLink } from '@plumbline/shared/contract/deep-link';
import { useHost } from '../../../host/host-context.ts';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';

const LOOK_AGAIN = 5_000;

const useStyles = makeStyles({
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '8px', alignItems: 'start' },
  done: { color: tokens.colorBrandForeground1, fontSize: '20px' },
  toDo: { color: tokens.colorNeutralForeground3, fontSize: '20px' },
});

/** Before the start: what is ready, and the invitation to send. */
export function Before() {
  const { view } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const [, go] = useLocation();
  const format = useFormat();
  const { leaders: count, participants, minimumGroup: minimum } = view;
  const asked = count + (participants?.people ?? 0);
  const enough = asked >= minimum;
  const leaders = t(enough ? 'before.leaders' : 'before.leaders-few', { count, minimum });
  const purpose = view.composition.purpose !== '';
  return (
    <>
      <section className={look.tight}>
        <h2 className={look.section}>{t('before.title')}</h2>
        <ul className={look.list}>
          <Line done={purpose} words={t(purpose ? 'before.purpose' : 'before.purpose-missing')} />
          <Line
            done={enough}
            words={participants === null ? leaders : t('before.people', { people: format.number(asked), minimum })}
          />
          <Line
            done={view.status === 'open'}
            words={t(view.status === 'open' ? 'before.opened' : 'before.not-opened')}
          />
          <Told />
        </ul>
        {view.status === 'draft' && !purpose ? (
          <Button
            appearance="subtle"
            className={look.start}
            onClick={() => go(`/teams/${view.team.id}/plan/${view.id}`)}
          >
            {t('before.plan')}
          </Button>
        ) : null}
      </section>
      {view.status === 'open' ? <Invitation /> : null}
    </>
  );
}

/** How many of the people beside the team have been told of a pulse; they are told in the background. */
function Told() {
  const { view, refetch } = useConsole();
  const { t } = useTranslation('console');
  const format = useFormat();
  const { people, told } = view.participants ?? { people: 0, told: 0 };
  const coming = view.status === 'open' && told !== null && told < people;
  useEffect(() => {
    if (!coming) return undefined;
    // Telling somebody changes nothing of the pulse, so that no news of it arrives.
    const timer = setInterval(() => void refetch(), LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [coming, refetch]);
  if (people === 0 || told === null || view.status === 'draft') return null;
  const values = { told: format.number(told), people: format.number(people) };
  return <Line done={!coming} words={t(coming ? 'before.telling' : 'before.told', values)} />;
}

function Line({ done, words }: { readonly done: boolean; readonly words: string }) {
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  return (
    <li className={styles.line}>
      {done ? (
        <CheckmarkCircleRegular className={styles.done} aria-label={t('before.done')} />
      ) : (
        <CircleRegular className={styles.toDo} aria-label={t('before.to-do')} />
      )}
      <span className={look.text}>{words}</span>
    </li>
  );
}

function Invitation() {
  const { view } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const format = useFormat();
  const { appId } = useHost();
  const [copied, setCopied] = useState<'no' | 'yes' | 'refused'>('no');
  const { title, purpose, scheduledFor } = view.composition;
  const when =
    view.closesAt !== null
      ? t('invite.closes', { when: format.dateTime(view.closesAt) })
      : scheduledFor === null
        ? ''
        : t('invite.when', { when: format.dateTime(scheduledFor) });
  const link = deepLink(appId, { kind: 'meeting', id: view.id }, title) ?? t('invite.link-none');
  const words = t(view.mode === 'named' ? 'named.invite' : view.format === 'pulse' ? 'invite.pulse' : 'invite.text', {
    title,
    purpose,
    when,
    link,
    minimum: view.minimumGroup,
  });
  // Without a purpose or a time no gap is left where they would stand.
  const text = words.replaceAll(/\n{3,}/g, '\n\n');

  function copy(): void {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('refused'),
    );
  }

  return (
    <section className={look.tight}>
      <h2 className={look.section}>{t('before.invite')}</h2>
      <p className={look.small}>{t('before.invite-how')}</p>
      <Textarea readOnly value={text} rows={7} resize="vertical" aria-label={t('before.invite')} />
      <Button icon={<CopyRegular />} className={look.start} onClick={copy}>
        {t(copied === 'yes' ? 'before.copied' : 'before.copy')}
      </Button>
      <p className={look.small} role="status">
        {copied === 'refused' ? t('before.copy-failed') : ''}
      </p>
    </section>
  );
}
