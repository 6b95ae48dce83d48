import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { Empty } from '../../app/screens.tsx';
import { Card } from '../../app/Section.tsx';
import { CsvFile } from './CsvFile.tsx';
import { monthIn, type UsageMonth } from './usage.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // A table wider than the panel scrolls by itself, so that the page never does.
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
    '@media (max-width: 400px)': { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'end',
    ':first-child': { paddingInlineStart: 0, textAlign: 'start' },
    ':last-child': { paddingInlineEnd: 0 },
  },
  head: { fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom' },
});

const IN_FILE = ['meetings', 'pulses', 'asked', 'answered'] as const;
/** Who answered is told as so many of so many: a column less, in a panel that has room for four. */
const COLUMNS = ['meetings', 'pulses', 'answered'] as const;

/** How much was used, month by month. */
export function Usage({ months }: { readonly months: readonly UsageMonth[] }) {
  const styles = useStyles();
  const { t, i18n } = useTranslation('organisation');
  const format = useFormat();
  if (months.length === 0) {
    return (
      <Card>
        <Empty title={t('usage.none.title')} detail={t('usage.none.detail')} />
      </Card>
    );
  }
  function shown(month: UsageMonth, column: (typeof COLUMNS)[number]): string {
    if (column !== 'answered') return format.number(month[column]);
    if (month.asked === 0) return t('usage.few');
    return t('usage.of', { answered: format.number(month.answered), asked: format.number(month.asked) });
  }
  const rows = [
    [t('usage.month'), ...IN_FILE.map((column) => t(`usage.${column}`))],
    ...months.map((month) => [month.month, ...IN_FILE.map((column) => month[column])]),
  ];
  return (
    <Card>
      <div className={styles.lines}>
        <Text className={styles.quiet}>{t('usage.caption')}</Text>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must take the keyboard */}
        <div className={styles.scroll} role="group" aria-label={t('usage')} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {['month' as const, ...COLUMNS].map((column) => (
                  <th key={column} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                    {t(`usage.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map((month) => (
                <tr key={month.month}>
                  <th scope="row" className={styles.cell}>
                    {monthIn(i18n.language, month.month)}
                  </th>
                  {COLUMNS.map((column) => (
                    <td key={column} className={styles.cell}>
                      {shown(month, column)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <CsvFile name={t('save.usage')} rows={() => Promise.resolve(rows)} />
      </div>
    </Card>
  );
}
