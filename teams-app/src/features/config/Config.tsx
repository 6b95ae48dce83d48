import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../app/api.ts';
import { useFormat } from '../../app/format.ts';
import { Page } from '../../app/Page.tsx';
import { Empty, Pending } from '../../app/screens.tsx';
import { Card, Section } from '../../app/Section.tsx';
import { offerTab } from '../../host/config-page.ts';
import { entityId } from '@plumbline/shared/contract/entity';
import { choicesOf } from './tab-choices.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Adds Plumbline to a channel or a meeting: one of my teams, or one of their meetings. */
export default function Config() {
  const styles = useStyles();
  const { t } = useTranslation(['config', 'results', 'app']);
  const format = useFormat();
  const view = useView('viewHome', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const teams = choicesOf(view.data?.teams ?? []);
  const choice = teams.flatMap(({ choices }) => choices).find(({ entity }) => entityId(entity) === chosen) ?? null;
  useEffect(() => offerTab(choice), [choice]);

  if (view.data === undefined) return <Pending view={view} what={t('app:loading.home')} />;
  return (
    <Page title={t('config:title')} lead={t('config:lead')} width="narrow">
      {teams.length === 0 ? (
        <Card>
          <Empty title={t('config:none.title')} detail={t('config:none.detail')} />
        </Card>
      ) : (
        <div className={styles.form}>
          {teams.map(({ team, choices }) => (
            <Section key={team.id} title={team.name}>
              <Card>
                <Field label={t('config:choose')}>
                  <RadioGroup value={chosen ?? ''} onChange={(_event, { value }) => setChosen(value)}>
                    {choices.map(({ entity, meeting }) => (
                      <Radio
                        key={entityId(entity)}
                        value={entityId(entity)}
                        label={
                          meeting === null
                            ? t('config:team')
                            : t('config:meeting', {
                                title: meeting.title,
                                state: format.inside(t(`results:meeting.${meeting.status}`)),
                              })
                        }
                      />
                    ))}
                  </RadioGroup>
                </Field>
              </Card>
            </Section>
          ))}
          <Text role="status" className={styles.quiet}>
            {t(choice === null ? 'config:choose-first' : 'config:ready')}
          </Text>
        </div>
      )}
    </Page>
  );
}
