import type { Persona } from '../../entra/persona.ts';
import { meetingIdOf, type Call } from './bot-call.ts';
import type { Chat, Delivery } from './chat-types.ts';

/** A window that is loaded again is no end of a meeting. */
const END_AFTER_MS = 2_000;

/** A window of somebody in a meeting. */
interface MeetingWindow {
  /** Different for each window. */
  readonly id: string;
  readonly from: Persona;
  readonly chat: Chat;
  readonly locale: string;
}

export interface MeetingWindows {
  readonly enter: (window: MeetingWindow) => Promise<Delivery | null>;
  readonly leave: (id: string) => void;
}

/**
 * Who is in which meeting, by their open windows. As Teams does, it tells the bot in a meeting's chat when the first one
 * comes, and when the last one has left.
 */
export function createMeetingWindows(options: {
  readonly call: (call: Call) => Promise<Delivery>;
  readonly now: () => number;
}): MeetingWindows {
  const { call, now } = options;
  const open = new Map<string, MeetingWindow>();
  const begun = new Map<string, number>();

  function tell(what: 'Start' | 'End', { from, chat, locale }: MeetingWindow): Promise<Delivery> {
    const value = {
      Id: meetingIdOf(chat),
      Title: chat.name,
      MeetingType: 'Scheduled',
      JoinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chat.id)}/0`,
      [`${what}Time`]: new Date(now()).toISOString(),
    };
    return call({
      from,
      chat,
      locale,
      activity: { type: 'event', name: `application/vnd.microsoft.meeting${what}`, value },
    });
  }

  function isEmpty({ id }: Chat): boolean {
    return ![...open.values()].some(({ chat }) => chat.id === id);
  }

  return {
    async enter(window) {
      open.set(window.id, window);
      if (begun.has(window.chat.id)) return null;
      begun.set(window.chat.id, now());
      return tell('Start', window);
    },
    leave(id) {
      const window = open.get(id);
      if (!window) return;
      open.delete(id);
      setTimeout(() => {
        if (isEmpty(window.chat) && begun.delete(window.chat.id)) void tell('End', window);
      }, END_AFTER_MS).unref();
    },
  };
}
