import { z } from 'zod';
import type { JsonObject } from '../kernel/json.ts';
import type { CommitmentId, TeamId } from '../kernel/ids.ts';
import { id } from './id-form.ts';
import type { RecordKind } from './record.ts';

/** Something that a button would send: which verb, and what goes with it. */
export interface Errand {
  readonly verb: string;
  readonly data: JsonObject;
}

/** What a conversation remembers of one person: pointers to things, never what they say. */
export interface ChatMemory {
  readonly team: TeamId | null;
  readonly last: string | null;
  readonly commitments: readonly CommitmentId[];
  readonly waiting:
    | null
    | { readonly for: 'yes'; readonly errand: Errand }
    | { readonly for: 'pick'; readonly errands: readonly Errand[] };
  readonly undo: Errand | null;
}

const errand: z.ZodType<Errand> = z.object({ verb: z.string(), data: z.record(z.string(), z.json()) });

const chatMemory: z.ZodType<ChatMemory> = z.object({
  /** The team that was talked about last. */
  team: id('team').nullable(),
  /** What was asked last. */
  last: z.string().nullable(),
  /** Those that were listed last, in their order: what "the second one is done" means. */
  commitments: z.array(id('commitment')),
  /** A question of the bot's that waits for a yes, or for one of several things. */
  waiting: z
    .discriminatedUnion('for', [
      z.object({ for: z.literal('yes'), errand }),
      z.object({ for: z.literal('pick'), errands: z.array(errand) }),
    ])
    .nullable(),
  /** What takes back what was done last. */
  undo: errand.nullable(),
});

/** That an activity is worked on since then, or was. */
const delivery = z.object({ since: z.number(), done: z.boolean() });

/** What the bot keeps of its conversations. */
export const chatRecords: {
  readonly memory: RecordKind<ChatMemory>;
  readonly delivery: RecordKind<z.infer<typeof delivery>>;
} = {
  memory: { name: 'chat memory', form: chatMemory, migrations: [] },
  delivery: { name: 'delivery', form: delivery, migrations: [] },
};
