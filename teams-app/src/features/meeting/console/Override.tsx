import { Button, Checkbox, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';
import { latest } from './primary-action.ts';

/** At most so many topics are talked about in one meeting. */
const MOST_TOPICS = 3;

const useStyles = makeStyles({
  box: { maxHeight: '320px', overflowY: 'auto' },
  line: { display: 'flex' },
});

/** Choosing topics by hand: those that have begun stay, the rest is the facilitator's, and everybody can see it. */
export function Override({ onClose }: { readonly onClose: () => void }) {
  const { view, results, direct, running } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const begun = view.topics.filter(({ step }) => step !== 'waiting').map(({ question }) => question);
  const [picked, setPicked] = useState<readonly string[]>(() =>
    view.topics.filter(({ step }) => step === 'waiting').map(({ question }) => question),
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const room = MOST_TOPICS - begun.length - picked.length;
  // Furthest apart first where that may be shown, else as they were asked.
  const shown = results?.rating?.questions ?? [];
  const asked = (latest(view, 'rating')?.questions ?? []).filter(
    ({ kind }) => kind === 'agreement' || kind === 'frequency',
  );
  const offered = shown.length > 0 ? shown.map(({ question, text }) => ({ id: question, text })) : asked;

  async function choose(): Promise<void> {
    const questions = [...begun, ...picked];
    if (await direct({ type: 'choose-topics', questions })) onClose();
  }

  return (
    <section className={look.card}>
      <h3 ref={heading} tabIndex={-1} className={look.strong} style={{ outline: 'none' }}>
        {t('override.title')}
      </h3>
      <p className={look.text}>{t('override.why')}</p>
      <p className={look.small} role="status">
        {room > 0 ? t('override.pick', { count: room }) : t('override.full', { most: MOST_TOPICS })}
      </p>
      <div className={styles.box} role="group" aria-label={t('override.title')}>
        {offered.map(({ id, text }) => {
          const stays = begun.includes(id);
          const on = stays || picked.includes(id);
          return (
            <div key={id} className={styles.line}>
              <Checkbox
                checked={on}
                disabled={stays || (!on && room <= 0)}
                label={stays ? `${text} (${t('override.begun')})` : text}
                onChange={(_, { checked }) =>
                  setPicked(checked === true ? [...picked, id] : picked.filter((other) => other !== id))
                }
              />
            </div>
          );
        })}
      </div>
      <div className={look.actions}>
        <Button
          className={look.target}
          disabledFocusable={running || begun.length + picked.length === 0}
          onClick={() => void choose()}
        >
          {t('override.do')}
        </Button>
        <Button appearance="subtle" className={look.target} onClick={onClose}>
          {t('keep')}
        </Button>
      </div>
    </section>
  );
}
