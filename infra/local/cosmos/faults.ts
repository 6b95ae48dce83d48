import { z } from 'zod';
import type { Operation, Target } from './wire-request.ts';

/** Whether it happens instead of the operation, or instead of its answer, when what it wrote is already kept. */
const When = z.enum(['before', 'after']).default('before');

const Fault = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('answer'),
    status: z.literal([404, 408, 410, 429, 449, 500, 503]),
    substatus: z.int().min(0).default(0),
    /** Sent as `x-ms-retry-after-ms`; not at all if not given. */
    retryAfterMs: z.int().min(0).optional(),
    /** What a gateway or a load balancer would send. */
    body: z.enum(['json', 'html', 'empty']).default('json'),
    when: When,
  }),
  /** The connection is reset without an answer. */
  z.strictObject({ type: z.literal('reset'), when: When }),
  /** The operation is done, and the connection ends in the middle of its answer. */
  z.strictObject({ type: z.literal('truncate') }),
  /** No answer comes until the client goes away or the double is closed. */
  z.strictObject({ type: z.literal('hang'), when: When }),
  /** The operation is done, and answered, so much later. */
  z.strictObject({ type: z.literal('slow'), ms: z.int().min(0).max(600_000) }),
]);

/** Something that goes wrong on the wire. */
export type Fault = z.output<typeof Fault>;

export const FaultRule = z.strictObject({
  fault: Fault,
  /** Which requests it is for; any if not given. */
  match: z
    .strictObject({
      method: z.string().optional(),
      operation: z.string().optional(),
      container: z.string().optional(),
    })
    .default({}),
  /** It is for so many of them, and gone then; for all if not given. */
  times: z.int().min(1).optional(),
  /** It happens to each of them with this probability; the same seed gives the same run. */
  chance: z.strictObject({ probability: z.number().min(0).max(1), seed: z.int() }).optional(),
});

/** How a script says a rule. */
export type ScriptedFault = z.input<typeof FaultRule>;

/** What a fault is decided by. */
export interface FaultyRequest {
  readonly method: string;
  readonly operation: Operation;
  readonly container: string;
}

/** What goes wrong on the wire, until it is told otherwise. */
export interface Faults {
  /** How many writes the replica is behind that serves readers without a session, at most 1,000. */
  lag: number;
  /** The most documents that a page of a query or the feed has, whatever the client asks for; null for no such limit. */
  pageDocuments: number | null;
  /** Whether every list begins with a page that has nothing but a continuation. */
  emptyPages: boolean;
  /** Adds a rule; the first one that fits a request is taken. Throws when the rule is not one. */
  add(rule: ScriptedFault): void;
  /** Asks this function first, before all rules. */
  decide(by: ((request: FaultyRequest) => z.input<typeof Fault> | null) | null): void;
  /** Ends all faults, the lag, and short and empty pages. */
  clear(): void;
  /** The faults that happened, in order. */
  readonly happened: readonly (FaultyRequest & { readonly fault: Fault })[];
}

/** The faults of one double, with the question that its server asks. */
export interface FaultScript extends Faults {
  /** What goes wrong with this request, or null. */
  next(method: string, target: Target): Fault | null;
}

/** A script in which nothing goes wrong yet. */
export function createFaults(): FaultScript {
  let rules: { readonly rule: z.output<typeof FaultRule>; left: number; readonly random: () => number }[] = [];
  let decider: ((request: FaultyRequest) => z.input<typeof Fault> | null) | null = null;
  const happened: (FaultyRequest & { readonly fault: Fault })[] = [];
  const chosen = (request: FaultyRequest): Fault | null => {
    const decided = decider?.(request) ?? null;
    if (decided !== null) return Fault.parse(decided);
    for (const one of rules) {
      if (one.left === 0 || !fits(one.rule.match, request)) continue;
      if (one.rule.chance !== undefined && one.random() >= one.rule.chance.probability) continue;
      one.left -= 1;
      return one.rule.fault;
    }
    return null;
  };
  return {
    lag: 0,
    pageDocuments: null,
    emptyPages: false,
    happened,
    add(scripted) {
      const rule = FaultRule.parse(scripted);
      rules.push({ rule, left: rule.times ?? Infinity, random: randomFrom(rule.chance?.seed ?? 0) });
    },
    decide(by) {
      decider = by;
    },
    clear() {
      rules = [];
      decider = null;
      this.lag = 0;
      this.pageDocuments = null;
      this.emptyPages = false;
    },
    next(method, { operation, container }) {
      const request = { method, operation, container };
      const fault = chosen(request);
      if (fault !== null) happened.push({ ...request, fault });
      return fault;
    },
  };
}

function fits(match: z.output<typeof FaultRule>['match'], request: FaultyRequest): boolean {
  return (
    (match.method ?? request.method) === request.method &&
    (match.operation ?? request.operation) === request.operation &&
    (match.container ?? request.container) === request.container
  );
}

/** Numbers in [0, 1) that one seed gives again and again (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
