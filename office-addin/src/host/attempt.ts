import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { hostFaultOf, type HostFault } from './host-fault.ts';

/** Asks Office for something; what it throws becomes a named fault. */
export async function attempt<T>(run: () => Promise<T>): Promise<Result<T, HostFault>> {
  try {
    return ok(await run());
  } catch (cause) {
    return fail(hostFaultOf(cause));
  }
}
