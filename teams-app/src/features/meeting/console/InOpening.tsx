import { Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';

/** What the facilitator sees to in the first minutes; the marks are for this screen alone. */
export function InOpening() {
  const { view } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const count = view.lastTime.length;
  const lines = ['panels', 'purpose', 'promise', ...(count > 0 ? (['last-time'] as const) : [])] as const;
  return (
    <section className={look.tight}>
      <h2 className={look.section}>{t('in-opening.title')}</h2>
      {lines.map((line) => (
        <Checkbox
          key={line}
          label={t(`in-opening.${line}`, { count })}
          checked={done.has(line)}
          onChange={(_event, { checked }) => {
            setDone(new Set(checked === true ? [...done, line] : [...done].filter((one) => one !== line)));
          }}
        />
      ))}
    </section>
  );
}
