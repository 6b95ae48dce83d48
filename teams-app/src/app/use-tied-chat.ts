import { useEffect } from 'react';
import { useHost } from '../host/host-context.ts';
import type { View } from './api.ts';
import { useServices } from './services.ts';

/**
 * Tells the service in which chat a meeting is held, where it is opened in a meeting of Teams by somebody who may say so.
 * Nobody waits for it: what fails is told the next time that somebody opens it there.
 */
export function useTiedChat(view: View<'viewMeeting'> | undefined): void {
  const { meetingChat } = useHost();
  const { client } = useServices();
  const meeting = view !== undefined && isHeldHere(view) ? view.id : null;
  useEffect(() => {
    if (meeting === null || meetingChat === null) return;
    client.call('tieChat', { params: { meeting }, input: { chat: meetingChat } }).catch(() => undefined);
  }, [client, meeting, meetingChat]);
}

function isHeldHere({ format, status, me }: View<'viewMeeting'>): boolean {
  return format === 'meeting' && status !== 'closed' && me.abilities.facilitate;
}
