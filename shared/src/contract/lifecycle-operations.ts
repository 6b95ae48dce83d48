import { z } from 'zod';
import { auditPage, auditView, myData } from './my-data.ts';
import type { Operation } from './operation.ts';
import { routes } from './routes.ts';
import { idOf } from './schemas.ts';
import { text } from './text.ts';

const ofNothing = z.object({});
const ofTeam = z.object({ team: idOf('team') });

/** What was done with what is kept, and how it is taken out or deleted. */
export const lifecycleOperations = {
  viewAudit: {
    ...routes.viewAudit,
    name: 'viewAudit',
    summary: 'Who did and saw what in a team, without content; the page `first`, then what `next` says',
    params: ofTeam.extend({ page: auditPage }),
    input: null,
    output: auditView,
  },
  deleteTeam: {
    ...routes.deleteTeam,
    name: 'deleteTeam',
    summary: 'Delete a team with all that belongs to it; takes its name, so that it is not done by mistake',
    params: ofTeam,
    input: z.object({ name: text(80) }),
    output: z.object({ deleted: z.literal(true) }),
  },
  exportMine: {
    ...routes.exportMine,
    name: 'exportMine',
    summary: 'Everything that is mine, as one document',
    params: ofNothing,
    input: null,
    output: myData,
  },
  deleteMine: {
    ...routes.deleteMine,
    name: 'deleteMine',
    summary: 'Delete what is mine; my name leaves everything that stays',
    params: ofNothing,
    input: z.object({ confirmed: z.literal(true) }),
    output: z.object({
      deleted: z.literal(true),
      /** Open meetings in which the rest is done once they are over. */
      openMeetings: z.int(),
    }),
  },
} as const satisfies Record<string, Operation>;
