/** One cell: a text of anybody's, or a number of our own. */
export type CsvCell = string | number;

/**
 * A table as CSV that Excel and R read alike: RFC 4180 with UTF-8's mark before it, commas, decimal points and CRLF. A
 * text that a spreadsheet would take for a formula begins with an apostrophe.
 */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return MARK + rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

/**
 * A text that no spreadsheet works out. A file with commas that is read with semicolons or tabs is cut inside of its
 * texts, and each piece is a cell then; so what follows a separator is treated like a beginning.
 */
export function defused(text: string): string {
  return text.replaceAll(FORMULA, "'");
}

/** Without it Excel takes UTF-8 for the machine's own alphabet. */
const MARK = '\uFEFF';

/** Where a formula could begin, quotes, spaces and invisible characters aside; wide signs count in some languages. */
const FORMULA = /(?<=^|[;\t\r\n])(?=["\s\p{C}]*[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu;

function written(cell: CsvCell): string {
  if (typeof cell === 'number') return String(cell);
  const text = defused(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
