import { makeStyles, tokens } from '@fluentui/react-components';
import type { NeededTable } from '@plumbline/shared/figures/details/figure-details';
import type { ReactNode } from 'react';
import { useFormat } from '../../app/format.ts';
import { useSayDetails } from './use-say-details.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%', maxWidth: '420px', fontVariantNumeric: 'tabular-nums' },
  caption: { textAlign: 'start', color: tokens.colorNeutralForeground2, paddingBlockEnd: tokens.spacingVerticalXS },
  cell: {
    padding: `${tokens.spacingVerticalXXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: tokens.fontWeightRegular,
  },
  start: { textAlign: 'start' },
  end: { textAlign: 'end' },
});

/** How much agreement is needed, by number of answers and length of scale. */
export function NeededView({ table }: { readonly table: NeededTable }): ReactNode {
  const styles = useStyles();
  const say = useSayDetails();
  const format = useFormat();
  const cellClass = (column: number) => `${styles.cell} ${styles[table.columns[column]?.align ?? 'end']}`;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{say(table.caption)}</caption>
      <thead>
        <tr>
          {table.columns.map(({ label }, column) => (
            <th key={column} scope="col" className={cellClass(column)}>
              {say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => {
              const words = typeof cell === 'number' ? format.decimal(cell) : say(cell);
              return column === 0 ? (
                <th key={column} scope="row" className={cellClass(column)}>
                  {words}
                </th>
              ) : (
                <td key={column} className={cellClass(column)}>
                  {words}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
