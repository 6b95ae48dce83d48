/** A change of a block by the marks of what stood there before and after it; the empty one where that can't be told. */
interface MarkedChange {
  readonly before: string;
  readonly after: string;
}

/**
 * Which changes of a block, the newest first, can be undone where it has a mark now: those that left it so. One that none
 * of them has left or found was worked on since, and the newest is undone beside what was made of it.
 */
export function leadBack(mark: string, changes: readonly MarkedChange[]): readonly boolean[] {
  const isKnown = mark !== '' && changes.some(({ before, after }) => before === mark || after === mark);
  return changes.map(({ after }, at) => (isKnown ? after === mark : at === 0));
}
