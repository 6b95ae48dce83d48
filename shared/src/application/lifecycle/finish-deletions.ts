import type { Ports } from '../use-case.ts';
import { allDeletions } from './deletions.ts';
import { forgetPerson } from './forget-person.ts';
import { forgetTeam } from './forget-team.ts';

/**
 * Goes on with every deletion that a crash cut short, or that waited for a meeting to be over. One that fails is told to
 * whoever runs the service, and keeps none of the others waiting.
 */
export async function finishDeletions(ports: Ports): Promise<void> {
  for (const deletion of await allDeletions(ports)) {
    try {
      if (deletion.of === 'person') await forgetPerson(ports, deletion);
      else await forgetTeam(ports, deletion);
    } catch (fault) {
      ports.tellFault(fault);
    }
  }
}
