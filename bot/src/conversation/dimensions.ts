interface Dimension {
  readonly id: string;
  readonly title: string;
}

/** The sets of questions that a team can be asked. */
interface AskedOf {
  readonly instruments: readonly { readonly dimensions: readonly Dimension[] }[];
}

/** The dimensions of every set of questions that the team can be asked, each once. */
export function dimensionsOf({ instruments }: AskedOf): readonly Dimension[] {
  const all = instruments.flatMap(({ dimensions }) => dimensions);
  return [...new Map(all.map(({ id, title }) => [id, { id, title }])).values()];
}

/** The same, for a card to choose from. */
export function dimensionChoices(team: AskedOf) {
  return dimensionsOf(team).map(({ id, title }) => ({ title, value: id }));
}

/** What a dimension is called; its id where no set of questions has it any more. */
export function titleOf(team: AskedOf, dimension: string): string {
  return dimensionsOf(team).find(({ id }) => id === dimension)?.title ?? dimension;
}
