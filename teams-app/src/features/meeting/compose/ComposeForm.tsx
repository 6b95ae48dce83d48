import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_IN_PAIRS } from '@plumbline/shared/domain/meeting/meeting';
import type { View } from '../../../app/api.ts';
import { useServerNow } from '../../../app/live.ts';
import { Page } from '../../../app/Page.tsx';
import { Card, Section } from '../../../app/Section.tsx';
import { Audience } from './Audience.tsx';
import { Choice } from './Choice.tsx';
import { ComposeActions } from './ComposeActions.tsx';
import { InstrumentPicker } from './InstrumentPicker.tsx';
import { OpeningNote } from './OpeningNote.tsx';
import {
  closingFault,
  MOST_PRIORITIES,
  MOST_STATEMENTS,
  openingFault,
  pairsOf,
  planFaults,
  type PlanDraft,
} from './plan-draft.ts';
import { PrioritiesAs } from './PrioritiesAs.tsx';
import { TextList } from './TextList.tsx';
import { TimePlan } from './TimePlan.tsx';
import { useNaming } from './use-naming.ts';
import { usePlan } from './use-plan.ts';
import { When } from './When.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
});

/** The plan: what it is, what it asks, how long it takes, who is asked and what they are promised. */
export function ComposeForm(props: {
  readonly team: View<'viewTeam'>;
  readonly meeting: View<'viewMeeting'> | null;
  readonly saved: PlanDraft;
  readonly quarter: number;
  readonly refetch: () => Promise<View<'viewMeeting'> | null>;
}) {
  const { team, meeting, saved, quarter, refetch } = props;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const plan = usePlan(`${team.id}|${meeting?.id ?? 'new'}`, saved);
  const { draft, change } = plan;
  const naming = useNaming(meeting?.id ?? null);
  const [checked, setChecked] = useState<'no' | 'saving' | 'opening'>('no');
  const form = useRef<HTMLDivElement>(null);
  const now = useServerNow(60_000);
  const faults = checked === 'no' ? {} : planFaults(draft);
  const closes = checked === 'opening' ? closingFault(draft, now) : null;
  const opens = checked === 'opening' ? openingFault(draft, now) : null;
  const prioritiesFault = wrongPriorities(faults);
  const pulse = draft.format === 'pulse';
  const isNew = meeting === null;

  function choose(format: PlanDraft['format']): void {
    // A title that nobody touched follows what it is the title of.
    const untouched = draft.title === t(`default.${draft.format}`, { quarter });
    change({ format, ...(untouched ? { title: t(`default.${format}`, { quarter }) } : {}) });
  }

  function check(what: 'saving' | 'opening'): boolean {
    setChecked(what);
    const moments = what === 'saving' ? null : (openingFault(draft, now) ?? closingFault(draft, now));
    const fine = Object.keys(planFaults(draft)).length === 0 && moments === null;
    if (!fine) {
      // The fields show their faults with the next picture; the first of them is where to go on.
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    }
    return fine;
  }

  return (
    <Page
      title={isNew ? t(pulse ? 'title.new-pulse' : 'title.new') : t('title.edit')}
      back={{ to: `/teams/${team.id}`, label: team.name }}
      width="narrow"
    >
      {plan.restored ? (
        <MessageBar layout="multiline">
          <MessageBarBody>{t('restored')}</MessageBarBody>
          <MessageBarActions>
            <Button onClick={plan.drop}>{t(isNew ? 'restored.drop-new' : 'restored.drop')}</Button>
          </MessageBarActions>
        </MessageBar>
      ) : null}
      {meeting?.opening ? <OpeningNote meeting={meeting} opening={meeting.opening} plan={plan} /> : null}
      <div ref={form} className={styles.form}>
        <Section title={t('what')}>
          <Card>
            <div className={styles.fields}>
              {isNew ? (
                <Field label={t('format')}>
                  <RadioGroup
                    value={draft.format}
                    onChange={(_, { value }) => choose(value === 'pulse' ? 'pulse' : 'meeting')}
                  >
                    <Radio
                      value="meeting"
                      label={<Choice name={t('format.meeting')} hint={t('format.meeting.hint')} />}
                    />
                    <Radio value="pulse" label={<Choice name={t('format.pulse')} hint={t('format.pulse.hint')} />} />
                  </RadioGroup>
                </Field>
              ) : null}
              <Field
                label={t('name')}
                required
                {...(faults.title === undefined ? {} : { validationMessage: t('fault.title.missing') })}
              >
                <Input value={draft.title} maxLength={120} onChange={(_, { value }) => change({ title: value })} />
              </Field>
              <Field label={t('purpose')} hint={t('purpose.hint')}>
                <Textarea
                  value={draft.purpose}
                  maxLength={500}
                  rows={3}
                  resize="vertical"
                  onChange={(_, { value }) => change({ purpose: value })}
                />
              </Field>
              {pulse ? (
                <When
                  label={t('closes')}
                  dayLabel={t('closes.day')}
                  hint={t('closes.hint')}
                  day={draft.closesDay}
                  time={draft.closesTime}
                  fault={closes === null ? null : t(`fault.closes.${closes}`)}
                  onChange={({ day, time }) => change({ closesDay: day, closesTime: time })}
                />
              ) : (
                <When
                  label={t('when')}
                  dayLabel={t('when.day')}
                  hint={null}
                  day={draft.day}
                  time={draft.time}
                  fault={faults.when === undefined ? null : t('fault.when.half')}
                  onChange={({ day, time }) => change({ day, time })}
                />
              )}
              <When
                label={t('opens')}
                dayLabel={t('opens.day')}
                hint={t('opens.hint')}
                day={draft.opensDay}
                time={draft.opensTime}
                fault={opens === null ? null : t(`fault.opens.${opens}`)}
                onChange={({ day, time }) => change({ opensDay: day, opensTime: time })}
              />
            </div>
          </Card>
        </Section>
        <Section title={t('ask')}>
          <Card>
            <div className={styles.fields}>
              <InstrumentPicker
                team={team}
                chosen={draft.instrument}
                fault={faults.instrument === undefined ? null : t('fault.instrument.missing')}
                onChoose={(instrument) => change({ instrument })}
              />
              <TextList
                title={t('statements')}
                hint={t('statements.hint', { most: MOST_STATEMENTS })}
                add={t('statements.add')}
                nameOf={(place) => t('statements.one', { place })}
                lines={draft.statements}
                most={MOST_STATEMENTS}
                letters={300}
                fault={null}
                onChange={(statements) => change({ statements })}
              />
              <TextList
                title={t('priorities')}
                hint={t('priorities.hint', { most: MOST_PRIORITIES })}
                add={t('priorities.add')}
                nameOf={(place) => t('priorities.one', { place })}
                lines={draft.priorities}
                most={MOST_PRIORITIES}
                letters={120}
                fault={
                  prioritiesFault === null ? null : t(`fault.priorities.${prioritiesFault}`, { most: MOST_IN_PAIRS })
                }
                onChange={(priorities) => change({ priorities })}
              />
              {pairsOf(draft).options < 2 ? null : (
                <PrioritiesAs draft={draft} onChange={(prioritiesAs) => change({ prioritiesAs })} />
              )}
            </div>
          </Card>
        </Section>
        {pulse ? null : <TimePlan draft={draft} faults={faults} onChange={(minutes) => change({ minutes })} />}
        <Audience
          team={team}
          meeting={meeting}
          format={draft.format}
          mode={draft.mode}
          naming={naming}
          refetch={refetch}
          onChange={(mode) => change({ mode })}
        />
        <ComposeActions
          team={team}
          meeting={meeting}
          plan={plan}
          naming={naming.state.status !== 'idle'}
          check={check}
          refetch={refetch}
        />
      </div>
    </Page>
  );
}

function wrongPriorities({ priorities }: ReturnType<typeof planFaults>): 'one' | 'twice' | 'many' | null {
  return priorities === 'one' || priorities === 'twice' || priorities === 'many' ? priorities : null;
}
