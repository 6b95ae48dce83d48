import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { BallotForm } from './BallotForm.tsx';
import { useLook } from './look.ts';

/** Guessing what the team answered. */
export function Predicting({ prediction }: { readonly prediction: RoundView | null }) {
  const look = useLook();
  const { t } = useTranslation('leader');
  const [done, setDone] = useState(false);
  if (!prediction || prediction.questions.length === 0) return <p className={look.quiet}>{t('predict.wait')}</p>;
  if (!done) {
    return (
      <BallotForm
        key={prediction.id}
        round={prediction}
        prompt={t('predict.prompt')}
        onDone={() => {
          setDone(true);
        }}
      />
    );
  }
  return (
    <section className={look.tight}>
      <h2 className={look.title}>{t('predict.done')}</h2>
      <p className={look.quiet}>{t('predict.editable')}</p>
      <Button
        className={look.start}
        onClick={() => {
          setDone(false);
        }}
      >
        {t('predict.change')}
      </Button>
    </section>
  );
}
