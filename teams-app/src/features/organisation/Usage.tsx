import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../app/format.ts';
import { Empty } from '../../app/screens.tsx';
import { Card } from '../../app/Section.tsx';
import { useNarrow } from '../../app/use-narrow.ts';
import type { Table, TableFormat } from './table-file.ts';
import { TableFiles } from './TableFiles.tsx';
import { monthIn, type UsageMonth } from './usage.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  month: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontVariantNumeric: 'tabular-nums',
  },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
  },
  value: { margin: 0, textAlign: 'end' },
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

const IN_FILE = ['month', 'meetings', 'pulses', 'asked', 'answered'] as const;
/** Who answered is told as so many of so many: a column less. */
const COLUMNS = ['meetings', 'pulses', 'answered'] as const;

/** How much was used, month by month. */
export function Usage({ months }: { readonly months: readonly UsageMonth[] }) {
  const styles = useStyles();
  const { t } = useTranslation('organisation');
  const narrow = useNarrow();
  if (months.length === 0) {
    return (
      <Card>
        <Empty title={t('usage.none.title')} detail={t('usage.none.detail')} />
      </Card>
    );
  }
  function table(format: TableFormat): Promise<Table> {
    const head = IN_FILE.map((column) => (format === 'csv' ? column : t(`usage.${column}`)));
    const rows = months.map((month) => IN_FILE.map((column) => month[column]));
    return Promise.resolve({ title: t('usage'), rows: [head, ...rows] });
  }
  return (
    <Card>
      <div className={styles.lines}>
        <Text className={styles.quiet}>{t('usage.caption')}</Text>
        {narrow ? <MonthList months={months} /> : <MonthTable months={months} />}
        <TableFiles name={t('save.usage')} table={table} />
      </div>
    </Card>
  );
}

/** In a panel that has no room for four columns, a month under the other. */
function MonthList({ months }: { readonly months: readonly UsageMonth[] }) {
  const styles = useStyles();
  const { t, i18n } = useTranslation('organisation');
  const shown = useShown();
  return (
    <ul className={styles.list} aria-label={t('usage')}>
      {months.map((month) => (
        <li key={month.month} className={styles.month}>
          <Text weight="semibold">{monthIn(i18n.language, month.month)}</Text>
          <dl className={styles.figures}>
            {COLUMNS.map((column) => (
              <Fragment key={column}>
                <dt className={styles.quiet}>{t(`usage.${column}`)}</dt>
                <dd className={styles.value}>{shown(month, column)}</dd>
              </Fragment>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function MonthTable({ months }: { readonly months: readonly UsageMonth[] }) {
  const styles = useStyles();
  const { t, i18n } = useTranslation('organisation');
  const shown = useShown();
  return (
    <table className={styles.table} aria-label={t('usage')}>
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
  );
}

/** What stands in a cell: a number, or so many of so many. */
function useShown(): (month: UsageMonth, column: (typeof COLUMNS)[number]) => string {
  const { t } = useTranslation('organisation');
  const format = useFormat();
  return (month, column) => {
    if (column !== 'answered') return format.number(month[column]);
    if (month.asked === 0) return t('usage.few');
    return t('usage.of', { answered: format.number(month.answered), asked: format.number(month.asked) });
  };
}
