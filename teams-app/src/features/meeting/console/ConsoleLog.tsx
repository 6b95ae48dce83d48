import { useTranslation } from 'react-i18next';
import { useLook } from '../leader/look.ts';
import { WholeLogLine } from '../stage/LogLine.tsx';
import { useConsole } from './console-context.ts';

/** What was logged, as everybody can see it. */
export function ConsoleLog() {
  const { view } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  if (view.log.length === 0) return null;
  return (
    <section className={look.tight}>
      <h2 className={look.section}>{t('log.title')}</h2>
      <ul className={look.list} style={{ rowGap: 4 }}>
        {view.log.map((entry, index) => (
          <li key={index} className={look.small}>
            <WholeLogLine entry={entry} view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}
