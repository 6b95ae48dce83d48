import { z } from 'zod';
import { MOST_NAMED_AT_ONCE, MOST_STAKEHOLDER_GROUPS, MOST_STAKEHOLDERS } from '../domain/meeting/meeting.ts';
import type { Operation } from './operation.ts';
import { routes } from './routes.ts';
import { idOf } from './schemas.ts';
import { text } from './text.ts';
import { meetingView } from './views.ts';

const ofMeeting = z.object({ meeting: idOf('meeting') });

/** Whom a pulse asks beside its team, or instead of it. */
export const askedOperations = {
  nameParticipants: {
    ...routes.nameParticipants,
    name: 'nameParticipants',
    summary: 'Name people whom a pulse asks beside the leaders of its team, up to 1,000 at once',
    params: ofMeeting,
    input: z.object({ people: z.array(idOf('person')).min(1).max(MOST_NAMED_AT_ONCE) }),
    output: meetingView,
  },
  clearParticipants: {
    ...routes.clearParticipants,
    name: 'clearParticipants',
    summary: 'Ask nobody beside the leaders of the team again',
    params: ofMeeting,
    input: null,
    output: meetingView,
  },
  nameStakeholders: {
    ...routes.nameStakeholders,
    name: 'nameStakeholders',
    summary: 'Say which stakeholders, in which groups, a pulse asks instead of its team; none: the team',
    params: ofMeeting,
    input: z.object({
      groups: z
        .array(z.object({ group: text(40), people: z.array(idOf('person')).min(1).max(MOST_STAKEHOLDERS) }))
        .max(MOST_STAKEHOLDER_GROUPS),
    }),
    output: meetingView,
  },
} as const satisfies Record<string, Operation>;
