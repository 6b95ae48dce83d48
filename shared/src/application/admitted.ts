import type { OperationName, Operations } from '../contract/operations.ts';
import { fail } from '../kernel/result.ts';
import { access, type Relation } from './access.ts';
import type { UseCase } from './use-case.ts';

/** Somebody of the organisation, who is nothing to any team or meeting. */
export const NOBODY: Relation = {
  role: null,
  facilitates: false,
  invited: false,
  participates: false,
  owns: false,
  administers: false,
};

/** A use case that is about no team and no meeting, behind its rule: there is nothing to ask who somebody is to but the organisation. */
export function admitted<N extends OperationName>(name: N, useCase: UseCase<Operations[N]>): UseCase<Operations[N]> {
  return (ports, call) =>
    access[name]({ ...NOBODY, administers: call.actor.administers })
      ? useCase(ports, call)
      : Promise.resolve(fail({ kind: 'access.denied' }));
}
