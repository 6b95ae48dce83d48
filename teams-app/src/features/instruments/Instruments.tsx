import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { languageOf } from '@plumbline/shared/kernel/languages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCommand, useView, type ClientError, type View } from '../../app/api.ts';
import { useLive } from '../../app/live.ts';
import { Page } from '../../app/Page.tsx';
import { ProblemNote } from '../../app/ProblemNote.tsx';
import { Pending } from '../../app/screens.tsx';
import { Card, CardList, Section } from '../../app/Section.tsx';
import type { Instrument } from './instrument-draft.ts';
import { newestVersions, questionCount } from './newest.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { display: 'flex', flexDirection: 'column', flex: '1 1 200px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  look: { marginBlockStart: tokens.spacingVerticalS },
  summary: { cursor: 'pointer', width: 'fit-content', color: tokens.colorNeutralForeground2 },
  list: { marginBlock: tokens.spacingVerticalXS, paddingInlineStart: tokens.spacingHorizontalXL },
  dimension: { margin: `${tokens.spacingVerticalM} 0 0` },
});

type TeamView = View<'viewTeam'>;

/** The question sets a team can use: its own, and those it can copy. */
export default function Instruments({ team: id }: { readonly team: string }) {
  const styles = useStyles();
  const { t } = useTranslation(['instruments', 'app']);
  const view = useView('viewTeam', { team: id });
  useLive([id]);
  if (view.data === undefined) return <Pending view={view} what={t('app:loading.team')} />;
  const team = view.data;
  const { own, builtIn } = newestVersions(team.instruments);
  return (
    <Page
      title={t('instruments:title')}
      lead={t('instruments:lead')}
      back={{ to: `/teams/${team.id}`, label: team.name }}
      width="narrow"
    >
      <Section title={t('instruments:own')}>
        {own.length === 0 ? (
          <Card>
            <Text className={styles.quiet}>{t('instruments:own.none')}</Text>
          </Card>
        ) : (
          <CardList items={own} keyOf={(instrument) => instrument.id}>
            {(instrument) => <InstrumentRow team={team} instrument={instrument} />}
          </CardList>
        )}
      </Section>
      <Section title={t('instruments:built-in')}>
        <CardList items={builtIn} keyOf={(instrument) => instrument.id}>
          {(instrument) => <InstrumentRow team={team} instrument={instrument} />}
        </CardList>
      </Section>
    </Page>
  );
}

function InstrumentRow({ team, instrument }: { readonly team: TeamView; readonly instrument: Instrument }) {
  const styles = useStyles();
  const { t, i18n } = useTranslation('instruments');
  const [, go] = useLocation();
  const copyInstrument = useCommand('copyInstrument');
  const [problem, setProblem] = useState<ClientError | null>(null);
  const { id, version, title, dimensions } = instrument;
  const facts = [
    t('questions', { count: questionCount(instrument) }),
    ...(instrument.team === null ? [] : [t('version', { version })]),
  ];

  async function copy(): Promise<void> {
    const input = { from: { id, version }, title: t('copy.name', { title }), language: languageOf(i18n.language) };
    const made = await copyInstrument.run({ params: { team: team.id }, input });
    if (made.ok) go(`/teams/${team.id}/questions/${made.value.value.id}`);
    else setProblem(made.error);
  }

  return (
    <>
      <div className={styles.row}>
        <div className={styles.words}>
          <Text weight="semibold">{title}</Text>
          <Text size={200} className={styles.quiet}>
            {facts.join(' · ')}
          </Text>
        </div>
        {!team.abilities.editInstruments ? null : instrument.team === null ? (
          <Button
            aria-label={t('copy-of', { title })}
            disabledFocusable={copyInstrument.running}
            onClick={() => void copy()}
          >
            {t('copy')}
          </Button>
        ) : (
          <Button aria-label={t('edit-of', { title })} onClick={() => go(`/teams/${team.id}/questions/${id}`)}>
            {t('edit')}
          </Button>
        )}
      </div>
      <details className={styles.look}>
        <summary className={styles.summary}>{t('look')}</summary>
        {dimensions.map((dimension) => (
          <div key={dimension.id}>
            <Text as="h3" weight="semibold" block className={styles.dimension}>
              {dimension.title}
            </Text>
            <ul className={styles.list}>
              {dimension.questions.map((question) => (
                <li key={question.id}>{question.text}</li>
              ))}
            </ul>
          </div>
        ))}
      </details>
      {problem === null ? null : <ProblemNote error={problem} onDismiss={() => setProblem(null)} />}
    </>
  );
}
