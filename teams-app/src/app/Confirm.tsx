import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  asked: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, flexBasis: '100%' },
  question: { flex: '1 1 200px' },
});

/** Asks once more in place, without a dialog, before something that can't be taken back. */
export function Confirm(props: {
  readonly action: string;
  readonly label?: string;
  readonly question: string;
  readonly yes: string;
  readonly running: boolean;
  readonly size?: 'small' | 'medium';
  readonly onYes: () => void;
}) {
  const styles = useStyles();
  const { t } = useTranslation('app');
  const [asked, setAsked] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);

  useEffect(() => {
    // The way out is the last button of the question; afterwards the one that asked it is there again.
    if (asked || wasAsked.current) [...(place.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
    wasAsked.current = asked;
  }, [asked]);

  if (!asked) {
    return (
      <div ref={place}>
        <Button
          appearance="subtle"
          size={props.size ?? 'medium'}
          aria-label={props.label ?? props.action}
          onClick={() => setAsked(true)}
        >
          {props.action}
        </Button>
      </div>
    );
  }
  return (
    <div ref={place} className={styles.asked} role="group" aria-label={props.question}>
      <Text className={styles.question}>{props.question}</Text>
      <Button
        disabledFocusable={props.running}
        onClick={() => {
          setAsked(false);
          props.onYes();
        }}
      >
        {props.yes}
      </Button>
      <Button appearance="subtle" onClick={() => setAsked(false)}>
        {t('keep')}
      </Button>
    </div>
  );
}
