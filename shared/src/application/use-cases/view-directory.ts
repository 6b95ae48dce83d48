import type { Operations } from '../../contract/operations.ts';
import { fail, ok } from '../../kernel/result.ts';
import { enterTeam } from '../in-team.ts';
import type { UseCase } from '../use-case.ts';

const OFF = { kind: 'directory.off' } as const;

export const viewDirectory: UseCase<Operations['viewDirectory']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'viewDirectory', call);
  if (!entered.ok) return entered;
  const found = ports.directory ? await ports.directory.teams() : fail(OFF);
  return found.ok ? ok({ output: { teams: [...found.value] }, revision: null }) : found;
};

export const viewDirectoryTeam: UseCase<Operations['viewDirectoryTeam']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'viewDirectoryTeam', call);
  if (!entered.ok) return entered;
  const found = ports.directory ? await ports.directory.members(call.params.directoryTeam) : fail(OFF);
  return found.ok ? ok({ output: { people: [...found.value] }, revision: null }) : found;
};
