import { z } from 'zod';
import type { JsonObject } from '@plumbline/shared/kernel/json';

/** What the channel needs to know a chat again, and nothing that differs from turn to turn or tells who spoke last. */
const form = z.object({
  channelId: z.string(),
  serviceUrl: z.string(),
  bot: z.object({ id: z.string() }),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().nullable(),
    tenantId: z.string(),
  }),
});

export type Reference = z.infer<typeof form>;

/** Where an activity came from. */
interface Origin {
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly recipient: { readonly id: string };
  readonly conversation: { readonly id: string; readonly conversationType?: string | undefined };
  readonly tenant: string;
}

/** How the chat of an activity that the gate let in is reached later. */
export function referenceOf(activity: Origin): JsonObject {
  const { channelId, serviceUrl, recipient, conversation, tenant } = activity;
  return {
    channelId,
    serviceUrl,
    bot: { id: recipient.id },
    conversation: { id: conversation.id, conversationType: conversation.conversationType ?? null, tenantId: tenant },
  };
}

/** Reads what was kept; `null` for what leads to no chat. */
export function readReference(kept: JsonObject): Reference | null {
  const parsed = form.safeParse(kept);
  return parsed.success ? parsed.data : null;
}
