import { csvText, type CsvCell } from '@plumbline/shared/figures/results-file/csv';

/** For Excel, in the reader's language as a whole, or for programs, alike in every language. */
export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A table, the names of its columns first. */
export interface Table {
  readonly title: string;
  readonly rows: readonly (readonly CsvCell[])[];
}

/** A table as a file. */
export async function tableFile(format: TableFormat, { title, rows }: Table): Promise<Blob> {
  switch (format) {
    case 'xlsx': {
      const { workbookBytes } = await import('@plumbline/shared/ooxml/workbook/workbook');
      const bytes = workbookBytes([{ name: title, rows, hasHeader: true }]);
      return new Blob([new Uint8Array(bytes)], {
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      });
    }
    case 'csv':
      return new Blob([csvText(rows)], { type: 'text/csv;charset=utf-8' });
  }
}
