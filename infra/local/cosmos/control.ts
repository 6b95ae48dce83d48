import { z } from 'zod';
import { bareAnswer, jsonAnswer, refusal, refusalAnswer, type Answer } from './answer.ts';
import { FaultRule, type Faults } from './faults.ts';
import { parseJson } from './json.ts';
import { REMEMBERED_WRITES } from './storage.ts';
import type { WireRequest } from './wire-request.ts';

/** Where another process scripts the double. */
export const CONTROL_PATH = '/_double';

const Script = z.strictObject({
  rules: z.array(FaultRule).default([]),
  lag: z.int().min(0).max(REMEMBERED_WRITES).default(0),
  pageDocuments: z.int().min(1).nullable().default(null),
  emptyPages: z.boolean().default(false),
});

/** Scripts the double (`PUT`), ends the script (`DELETE`), or tells what was asked and what went wrong so far (`GET`). */
export function control(
  request: WireRequest,
  { secret, faults, unknown }: { secret: string; faults: Faults; unknown: readonly unknown[] },
): Answer {
  if (request.headers.get('x-double-control') !== secret) {
    return refusalAnswer(refusal(403, 'Send the control secret of the double as x-double-control.'));
  }
  switch (request.method) {
    case 'GET':
      return jsonAnswer(200, JSON.stringify({ unknown, happened: faults.happened }));
    case 'DELETE':
      faults.clear();
      return bareAnswer(204);
    case 'PUT': {
      const script = Script.safeParse(parseJson(request.body));
      if (!script.success) return refusalAnswer(refusal(400, `Not a script: ${z.prettifyError(script.error)}`));
      faults.clear();
      faults.lag = script.data.lag;
      faults.pageDocuments = script.data.pageDocuments;
      faults.emptyPages = script.data.emptyPages;
      for (const rule of script.data.rules) faults.add(rule);
      return bareAnswer(204);
    }
    default:
      return refusalAnswer(refusal(400, 'Send a script with PUT, end it with DELETE, or read with GET.'));
  }
}
