import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useView, type ClientError } from '../../app/api.ts';
import { useLive } from '../../app/live.ts';
import { Page } from '../../app/Page.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Empty, Pending } from '../../app/screens.tsx';
import { DimensionEditor } from './DimensionEditor.tsx';
import {
  addDimension,
  draftFaults,
  draftOf,
  isChanged,
  MOST_DIMENSIONS,
  sentDraft,
  type Instrument,
} from './instrument-draft.ts';
import { newestVersions } from './newest.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  faults: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  send: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  start: { alignSelf: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Edits a team's own set; saving makes its next version. */
export default function EditInstrument(props: { readonly team: string; readonly instrument: string }) {
  const { t } = useTranslation(['instruments', 'app']);
  const [, go] = useLocation();
  const view = useView('viewTeam', { team: props.team });
  useLive([props.team]);
  if (view.data === undefined) return <Pending view={view} what={t('app:loading.team')} />;
  const back = `/teams/${props.team}/questions`;
  const newest = newestVersions(view.data.instruments).own.find(({ id }) => id === props.instrument);
  // One that was copied a moment ago comes with the look-up that is under way.
  if (newest === undefined && view.isFetching) return <Pending view={view} what={t('app:loading.team')} />;
  if (newest === undefined || !view.data.abilities.editInstruments) {
    return (
      <main>
        <Empty
          level={1}
          title={t('instruments:unknown.title')}
          detail={t('instruments:unknown.detail')}
          action={
            <Button appearance="primary" onClick={() => go(back)}>
              {t('instruments:unknown.back')}
            </Button>
          }
        />
      </main>
    );
  }
  return <Editor newest={newest} team={props.team} back={back} />;
}

function Editor({ newest, team, back }: { readonly newest: Instrument; readonly team: string; readonly back: string }) {
  const styles = useStyles();
  const { t } = useTranslation('instruments');
  const [, go] = useLocation();
  const editInstrument = useCommand('editInstrument');
  const [based, setBased] = useState(newest);
  const [draft, setDraft] = useState(() => draftOf(newest));
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<ClientError | null>(null);
  const faults = draftFaults(draft);
  const next = newest.version + 1;
  const changed = isChanged(draft, based);

  async function save(): Promise<void> {
    setTried(true);
    if (faults.length > 0 || !changed) return;
    const input = { basedOn: newest.version, ...sentDraft(draft) };
    const saved = await editInstrument.run({ params: { team, instrument: newest.id }, input });
    if (saved.ok) {
      go(back);
      return;
    }
    setProblem(saved.error);
    // A refusal may mean that somebody else was quicker: what is typed stays, on top of what is newest now.
    setBased(newest);
  }

  return (
    <Page
      title={t('edit.title', { title: newest.title })}
      lead={t('edit.lead', { version: next })}
      back={{ to: back, label: t('title') }}
      width="narrow"
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {based.version < newest.version ? (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>{t('edit.newer', { version: newest.version, based: based.version })}</MessageBarBody>
          </MessageBar>
        ) : null}
        <Field label={t('edit.name')} required>
          <Input
            value={draft.title}
            maxLength={120}
            onChange={(_event, data) => setDraft({ ...draft, title: data.value })}
          />
        </Field>
        {draft.dimensions.map((dimension, index) => (
          <DimensionEditor
            key={dimension.key}
            draft={draft}
            dimension={dimension}
            number={index + 1}
            onChange={setDraft}
          />
        ))}
        {draft.dimensions.length < MOST_DIMENSIONS ? (
          <Button className={styles.start} onClick={() => setDraft(addDimension(draft))}>
            {t('edit.dimension.add')}
          </Button>
        ) : null}
        {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
        <div role="alert">
          {tried && faults.length > 0 ? (
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <ul className={styles.faults}>
                  {faults.map((fault) => (
                    <li key={fault}>{t(`edit.fault.${fault}`)}</li>
                  ))}
                </ul>
              </MessageBarBody>
            </MessageBar>
          ) : null}
        </div>
        <div className={styles.send}>
          <Button type="submit" appearance="primary" disabledFocusable={editInstrument.running || !changed}>
            {t('edit.save', { version: next })}
          </Button>
          {changed ? null : <Text className={styles.quiet}>{t('edit.unchanged')}</Text>}
        </div>
      </form>
    </Page>
  );
}
