import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Cell, FigureTable } from '@plumbline/shared/figures/figure';
import { message } from '@plumbline/shared/figures/message';
import type { FigureSize } from '@plumbline/shared/figures/scene';
import type { ReactElement, ReactNode } from 'react';
import { useFormat } from '../app/format.ts';
import { useSay } from './use-canvas.ts';

const useStyles = makeStyles({
  // A table wider than the panel scrolls by itself, so that the page never does.
  scroll: { overflowX: 'auto', maxWidth: '100%' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontFamily: tokens.fontFamilyBase,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
  },
  panel: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  page: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  stage: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    ':first-child': { paddingInlineStart: 0 },
    ':last-child': { paddingInlineEnd: 0 },
  },
  roomy: { paddingInlineStart: tokens.spacingHorizontalM, paddingInlineEnd: tokens.spacingHorizontalM },
  head: { fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom' },
  caption: { textAlign: 'start', color: tokens.colorNeutralForeground2, paddingBottom: tokens.spacingVerticalXS },
  // A question keeps lines that can be read; a number keeps to one line.
  name: { minWidth: '128px' },
  number: { whiteSpace: 'nowrap' },
  start: { textAlign: 'start' },
  end: { textAlign: 'end' },
});

/** A first cell with more letters than this is a question, not a name. */
const LONG = 32;

/** The numbers of a figure as a table; `labelledBy` is the id of the figure's title. */
export function ChartTable(props: {
  readonly table: FigureTable;
  readonly size: FigureSize;
  readonly labelledBy: string;
}): ReactElement {
  const { table, size, labelledBy } = props;
  const styles = useStyles();
  const say = useSay();
  const cellClass = (column: number) =>
    mergeClasses(styles.cell, size !== 'panel' && styles.roomy, styles[table.columns[column]?.align ?? 'start']);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must take the keyboard
    <div className={styles.scroll} role="group" aria-labelledby={labelledBy} tabIndex={0}>
      <table className={mergeClasses(styles.table, styles[size])} aria-labelledby={labelledBy}>
        {table.caption !== null && <caption className={styles.caption}>{say(table.caption)}</caption>}
        <thead>
          <tr>
            {table.columns.map(({ label }, column) => (
              <th key={column} scope="col" className={mergeClasses(cellClass(column), styles.head)}>
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row" className={mergeClasses(cellClass(column), isLong(cell) && styles.name)}>
                    <CellView cell={cell} />
                  </th>
                ) : (
                  <td key={column} className={mergeClasses(cellClass(column), isShort(cell) && styles.number)}>
                    <CellView cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isLong(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length > LONG;
}

function isShort(cell: Cell): boolean {
  return cell === null || typeof cell === 'number' || (typeof cell === 'object' && cell.key.startsWith('cell.'));
}

function CellView({ cell }: { readonly cell: Cell }): ReactNode {
  const say = useSay();
  const format = useFormat();
  if (cell === null) {
    return (
      <span role="img" aria-label={say(message('not-shown'))}>
        –
      </span>
    );
  }
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' ? format.decimal(cell) : say(cell);
}
