/**
 * What an operation on so many bytes is said to cost. These are straight lines through the documented figures for 1 and 16 KB, indexed by
 * id and partition only; they are there so that a charge is a plausible number, and are no measure of what Azure bills.
 */
export function readCharge(bytes: number): number {
  return rounded(1 + 0.0447 * (kilobytes(bytes) - 1));
}

/** What writing so many bytes is said to cost; a replaced document costs twice. */
export function writeCharge(bytes: number): number {
  return rounded(4.95 + 0.305 * (kilobytes(bytes) - 1));
}

/** What a query or a page of the feed is said to cost that looked at documents of so many bytes in all. */
export function pageCharge(bytes: number): number {
  return rounded(2.3 + 0.05 * kilobytes(bytes));
}

/** What is said to be taken for requests that find or do nothing, and for the account's own resources. */
export const SMALL_CHARGE = 1;

function kilobytes(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

function rounded(charge: number): number {
  return Math.round(charge * 100) / 100;
}
