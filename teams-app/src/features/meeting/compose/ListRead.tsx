import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import type { PeopleList } from './people-list.ts';

/** So many wrong lines are shown; whoever has more looks at the file. */
const MOST_SHOWN = 5;
const MOST_LETTERS = 40;

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
  lines: { margin: 0, paddingInlineStart: '20px', overflowWrap: 'anywhere' },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** What was understood of a list, before anything of it is sent. */
export function ListRead(props: {
  readonly list: PeopleList;
  readonly onName: () => void;
  readonly onOther: () => void;
}) {
  const { list, onName, onOther } = props;
  const { twice, leaders, heading, wrong } = list;
  const styles = useStyles();
  const { t } = useTranslation('compose');
  const format = useFormat();
  const count = list.people.length;
  const people = format.number(count);
  return (
    <>
      <div role="status" className={styles.column}>
        <Text weight="semibold" size={400}>
          {t('more.people', { count, people })}
        </Text>
        {wrong.length === 0 ? null : (
          <>
            <Text>{t('more.wrong', { count: wrong.length, number: format.number(wrong.length) })}</Text>
            <ul className={styles.lines}>
              {wrong.slice(0, MOST_SHOWN).map(({ line, text }) => (
                <li key={line}>
                  {text === ''
                    ? t('more.line.empty', { line: format.number(line) })
                    : t('more.line', { line: format.number(line), text: shortened(text) })}
                </li>
              ))}
              {wrong.length > MOST_SHOWN ? (
                <li>{t('more.lines', { number: format.number(wrong.length - MOST_SHOWN) })}</li>
              ) : null}
            </ul>
          </>
        )}
        {twice === 0 ? null : <Text>{t('more.twice', { count: twice, number: format.number(twice) })}</Text>}
        {leaders === 0 ? null : <Text>{t('more.leaders', { count: leaders, number: format.number(leaders) })}</Text>}
        {heading === null ? null : <Text>{t('more.heading', { text: shortened(heading) })}</Text>}
        <Text className={styles.quiet}>{t('more.unsent')}</Text>
      </div>
      <div className={styles.row}>
        <Button appearance="primary" onClick={onName}>
          {t('more.name', { count, people })}
        </Button>
        <Button onClick={onOther}>{t('more.other')}</Button>
      </div>
    </>
  );
}

function shortened(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
