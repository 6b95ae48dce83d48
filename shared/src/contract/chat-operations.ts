import { z } from 'zod';
import type { Operation } from './operation.ts';
import { routes } from './routes.ts';
import { idOf } from './schemas.ts';
import { text } from './text.ts';

/** What is about the chats that meetings are held in. */
export const chatOperations = {
  tieChat: {
    ...routes.tieChat,
    name: 'tieChat',
    summary:
      'Say in which chat of Teams a meeting is held, so that it is told there when it begins and what came of it',
    params: z.object({ meeting: idOf('meeting') }),
    input: z.object({ chat: text(300).meta({ description: 'the id that Teams gives the chat of its meeting' }) }),
    /** `false`: the meeting is closed, or a pulse. */
    output: z.object({ tied: z.boolean() }),
  },
} as const satisfies Record<string, Operation>;
