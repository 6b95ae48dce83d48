import type { TeamView } from '@plumbline/shared/contract/views';

interface Choice {
  readonly title: string;
  readonly value: string;
}

/** The dimensions of every set of questions that the team can be asked, each once, for a card. */
export function dimensionsOf({ instruments }: Pick<TeamView, 'instruments'>): readonly Choice[] {
  const all = instruments.flatMap(({ dimensions }) => dimensions);
  return [...new Map(all.map(({ id, title }) => [id, { title, value: id }])).values()];
}

/** What a dimension is called; its id where no set of questions has it any more. */
export function titleOf(team: Pick<TeamView, 'instruments'>, dimension: string): string {
  return dimensionsOf(team).find(({ value }) => value === dimension)?.title ?? dimension;
}
