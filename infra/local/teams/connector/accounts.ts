import type { Persona } from '../../entra/persona.ts';
import type { Chat } from './chat-types.ts';

/** The bot as a member of chats. */
export interface Bot {
  /** Its app id in the channel. */
  readonly id: string;
  readonly name: string;
}

/** How Teams names a person in the bot's world: not by the directory's id, which is beside it. */
export function accountOf({ oid, name, userPrincipalName, tid }: Persona) {
  const [givenName = '', ...rest] = name.split(' ');
  return {
    id: `29:${oid}`,
    name,
    aadObjectId: oid,
    objectId: oid,
    givenName,
    surname: rest.join(' '),
    email: userPrincipalName,
    userPrincipalName,
    tenantId: tid,
    userRole: 'user',
  };
}

/** How Teams names the bot. */
export function botAccount({ id, name }: Bot) {
  return { id: `28:${id}`, name };
}

/** Finds a persona by any name that a bot may use: Teams' id, the directory's, or the sign-in name. */
export function personaBy(personas: readonly Persona[], name: string): Persona | undefined {
  const id = name.replace(/^29:/, '').toLowerCase();
  return personas.find(({ oid, userPrincipalName }) => oid.toLowerCase() === id || userPrincipalName === id);
}

/** The id of a chat in the forms that Teams has for them. */
export function chatIdOf(kind: Chat['kind'], subject: string): string {
  switch (kind) {
    case 'personal':
      return `a:${subject}`;
    case 'group':
      return `19:chat-${subject}@thread.v2`;
    case 'channel':
      return `19:general-${subject}@thread.tacv2`;
    case 'meeting':
      return `19:meeting_${subject}@thread.v2`;
  }
}
