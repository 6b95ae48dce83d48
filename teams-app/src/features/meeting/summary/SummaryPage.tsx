import { Button, FluentProvider, makeStyles, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { PrintRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { heatmapFigure } from '@plumbline/shared/figures/heatmap';
import { importanceFigure } from '@plumbline/shared/figures/importance';
import { perceptionFigure } from '@plumbline/shared/figures/perception';
import { profileFigure } from '@plumbline/shared/figures/profile';
import { useFormat } from '../../../app/format.ts';
import { Page } from '../../../app/Page.tsx';
import { Card, Section } from '../../../app/Section.tsx';
import { useFluentTheme } from '../../../app/theme.ts';
import { DimensionProfile } from '../../../charts/DimensionProfile.tsx';
import { GroupHeatmap } from '../../../charts/GroupHeatmap.tsx';
import { ImportanceMap } from '../../../charts/ImportanceMap.tsx';
import { OptionChart } from '../../../charts/OptionChart.tsx';
import { PerceptionGap } from '../../../charts/PerceptionGap.tsx';
import { useSay } from '../../../charts/use-canvas.ts';
import { Camps } from '../leader/Camps.tsx';
import { optionFigures } from '../leader/option-figures.ts';
import { LastTimeList } from '../leader/LastTimeList.tsx';
import { WholeLogLine } from '../stage/LogLine.tsx';
import { toldAfter } from '../last-time.ts';
import { Commitments } from './Commitments.tsx';
import { EveryAnswer } from './EveryAnswer.tsx';
import { guessGroups, talksFinding } from './findings.ts';
import { Message, Worth } from './Message.tsx';
import { Method } from './Method.tsx';
import { Questions } from './Questions.tsx';
import { ResultsFile } from './ResultsFile.tsx';
import { useSummary } from './summary-context.ts';
import { Talks } from './Talks.tsx';
import { usePrinting } from './use-printing.ts';
import './print.css';

const useStyles = makeStyles({
  finding: { ...typographyStyles.title3, margin: 0, textWrap: 'balance', overflowWrap: 'anywhere' },
  and: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground2 },
  top: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL, minWidth: 0 },
  log: { margin: 0, paddingInlineStart: '20px' },
});

/** The finding first, then what it stands on. */
export function SummaryPage() {
  const { view, results } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const format = useFormat();
  const printing = usePrinting();
  const light = useFluentTheme('default');
  const { team, facilitator, composition, closedAt } = view;
  const before = toldAfter(view);
  return (
    // Paper is white, whatever the screen is.
    <FluentProvider className="plumbline-print" {...(printing && light !== null ? { theme: light } : {})}>
      <Page
        title={composition.title}
        lead={t('lead', {
          team: team.name,
          organisation: team.organisation,
          date: closedAt === null ? '' : format.date(closedAt),
          facilitator: facilitator.name,
        })}
        back={{ to: `/teams/${team.id}`, label: t('back') }}
        action={
          <Button data-print="no" icon={<PrintRegular />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      >
        <Finding />
        {results.depth === 'dimensions' ? <Text>{t('dimensions-only')}</Text> : null}
        <Pictures />
        {results.depth === 'full' ? <Details /> : null}
        {view.format === 'meeting' ? (
          <Section title={t('section.commitments')}>
            <Card>
              <Commitments />
            </Card>
          </Section>
        ) : null}
        {before.length === 0 ? null : (
          <Section title={t('section.last-time')}>
            <LastTimeList view={view} of={before} />
          </Section>
        )}
        {view.message === null ? null : (
          <Section title={t('section.message')}>
            <Card>
              <Message message={view.message} />
            </Card>
          </Section>
        )}
        {results.worth === null ? null : (
          <Section title={t('section.worth')}>
            <Card>
              <Worth worth={results.worth} />
            </Card>
          </Section>
        )}
        {results.named.length === 0 ? null : (
          <Section title={t('section.every')}>
            <Card>
              <EveryAnswer />
            </Card>
          </Section>
        )}
        {results.rating === null ? null : (
          <div data-print="no">
            <Section title={t('section.file')}>
              <Card>
                <ResultsFile />
              </Card>
            </Section>
          </div>
        )}
        <Section title={t('section.method')}>
          <Card>
            <Method />
          </Card>
        </Section>
        {view.format === 'pulse' ? null : (
          <Section title={t('section.log')}>
            <Card>
              {view.log.length === 0 ? (
                <Text>{t('log.none')}</Text>
              ) : (
                <ul className={styles.log}>
                  {view.log.map((entry, index) => (
                    <li key={index}>
                      <WholeLogLine entry={entry} view={view} />
                    </li>
                  ))}
                </ul>
              )}
            </Card>
          </Section>
        )}
      </Page>
    </FluentProvider>
  );
}

/** The whole meeting in a sentence, each part of it a rule with its figures. */
function Finding() {
  const { view, results, source } = useSummary();
  const styles = useStyles();
  const say = useSay();
  const { t } = useTranslation('summary');
  const dimensions = results.rating?.dimensions ?? [];
  const talked = talksFinding(results);
  return (
    <div className={styles.top}>
      <p className={styles.finding}>
        {dimensions.length === 0
          ? t('finding.held')
          : say(profileFigure({ source, now: dimensions, before: null }).title)}
        .
      </p>
      <p className={styles.and}>
        {talked === null ? null : `${t(talked.rule, { ...talked })} `}
        {view.format === 'meeting' && view.commitments.length > 0
          ? t('commits', { count: view.commitments.length })
          : null}
      </p>
    </div>
  );
}

function Pictures() {
  const { results, source, size } = useSummary();
  const { t } = useTranslation('summary');
  const { rating } = results;
  const dimensions = rating?.dimensions ?? [];
  if (dimensions.length === 0) return null;
  const ranked = dimensions.some(({ importance }) => importance !== null);
  return (
    <>
      <Section title={t('section.stand')}>
        <Card>
          <DimensionProfile
            figure={profileFigure({
              source,
              now: dimensions,
              before: null,
              questions: rating?.questions ?? [],
            })}
            size={size}
            heading="silent"
          />
        </Card>
      </Section>
      {rating === null || rating.groups.length === 0 ? null : (
        <Section title={t('section.groups')}>
          <Card>
            <GroupHeatmap
              figure={heatmapFigure({ source, dimensions, groups: rating.groups })}
              size={size}
              heading="finding"
            />
          </Card>
        </Section>
      )}
      {ranked ? (
        <Section title={t('section.matters')}>
          <Card>
            <ImportanceMap figure={importanceFigure({ source, dimensions })} size={size} heading="finding" />
          </Card>
        </Section>
      ) : null}
    </>
  );
}

function Details() {
  const { view, results, source, size } = useSummary();
  const styles = useStyles();
  const { t } = useTranslation('summary');
  const groups = guessGroups(results);
  const options = results.rating === null ? [] : optionFigures(results.rating, source);
  const divided = results.rating !== null && results.rating.camps !== null ? results.rating : null;
  return (
    <>
      {divided === null ? null : (
        <Card>
          <Camps rating={divided} source={source} size={size} />
        </Card>
      )}
      <Section title={t('section.questions')}>
        <Card>
          <Questions />
        </Card>
      </Section>
      {view.format === 'meeting' ? (
        <Section title={t('section.talks')}>
          <Card>
            <Talks />
          </Card>
        </Section>
      ) : null}
      {groups.length === 0 ? null : (
        <Section title={t('section.guesses')}>
          <Card>
            <div className={styles.column}>
              {groups.map(({ low, high, questions }) => (
                <PerceptionGap
                  key={`${String(low)} ${String(high)}`}
                  figure={perceptionFigure({ source, scale: { low, high }, questions })}
                  size={size}
                  heading="finding"
                />
              ))}
            </div>
          </Card>
        </Section>
      )}
      {options.length === 0 ? null : (
        <Section title={t('section.priorities')}>
          <Card>
            <div className={styles.column}>
              {options.map(({ question, figure }) => (
                <OptionChart key={question} figure={figure} size={size} />
              ))}
            </div>
          </Card>
        </Section>
      )}
    </>
  );
}
