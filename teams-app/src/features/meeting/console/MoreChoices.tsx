import { Button, Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';
import { phasesToSkipTo } from './phase-order.ts';

/** Skipping ahead, handing over, ending early. */
export function MoreChoices() {
  const { view, opened, open } = useConsole();
  const look = useLook();
  const { t } = useTranslation('console');
  const timed = view.format === 'meeting';
  return (
    <div className={look.column}>
      {timed ? <Skip key={view.phase} /> : null}
      <HandOver key={view.facilitator.person} />
      {timed && view.phase !== 'closing' && opened !== 'close' ? (
        <Button appearance="subtle" className={look.start} onClick={() => open('close')}>
          {t('close.early-do')}
        </Button>
      ) : null}
    </div>
  );
}

function Skip() {
  const { view, direct, running } = useConsole();
  const look = useLook();
  const { t } = useTranslation(['console', 'results']);
  const later = view.phase === null ? [] : phasesToSkipTo(view.phase);
  const [chosen, setChosen] = useState(later[0]);
  const to = later.find((phase) => phase === chosen);
  if (to === undefined) return null;
  return (
    <section className={look.tight}>
      <h3 className={look.strong}>{t('console:skip.title')}</h3>
      <p className={look.small}>{t('console:skip.logged')}</p>
      <Field label={t('console:skip.to')}>
        <Select value={to} onChange={(_, { value }) => setChosen(later.find((phase) => phase === value))}>
          {later.map((phase) => (
            <option key={phase} value={phase}>
              {t(`results:phase.${phase}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button className={look.start} disabledFocusable={running} onClick={() => void direct({ type: 'move', to })}>
        {t('console:skip.do', { phase: t(`results:phase.${to}`) })}
      </Button>
    </section>
  );
}

function HandOver() {
  const { view, direct, running } = useConsole();
  const look = useLook();
  const { t } = useTranslation(['console', 'results']);
  const format = useFormat();
  const [to, setTo] = useState('');
  const able = view.people.filter(
    ({ person, role }) => (role === 'leader' || role === 'coach') && person !== view.facilitator.person,
  );
  return (
    <section className={look.tight}>
      <h3 className={look.strong}>{t('console:hand.title')}</h3>
      <p className={look.small}>{able.length === 0 ? t('console:hand.nobody') : t('console:hand.why')}</p>
      {able.length === 0 ? null : (
        <>
          <Field label={t('console:hand.to')}>
            <Select value={to} onChange={(_, { value }) => setTo(value)}>
              <option value="">{t('console:hand.choose')}</option>
              {able.map(({ person, name, role }) => (
                <option key={person} value={person}>
                  {name}, {format.inside(t(`results:role.${role}`))}
                </option>
              ))}
            </Select>
          </Field>
          <Button
            className={look.start}
            disabledFocusable={running || to === ''}
            onClick={() => void direct({ type: 'hand-over', to })}
          >
            {t('console:hand.do')}
          </Button>
        </>
      )}
    </section>
  );
}
