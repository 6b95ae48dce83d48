import { z } from 'zod';
import type { Operation } from './operation.ts';
import { routes } from './routes.ts';
import { idOf } from './schemas.ts';

const directoryId = z.guid().meta({ description: 'the GUID that Microsoft Teams gives a team' });

/** Who could be added to a team, as the organisation's directory tells the person who asks. */
export const directoryOperations = {
  viewDirectory: {
    ...routes.viewDirectory,
    name: 'viewDirectory',
    summary: 'My teams of Microsoft Teams, whose people could be added to a team',
    params: z.object({ team: idOf('team') }),
    input: null,
    output: z.object({ teams: z.array(z.object({ id: directoryId, name: z.string() })) }),
  },
  viewDirectoryTeam: {
    ...routes.viewDirectoryTeam,
    name: 'viewDirectoryTeam',
    summary: 'The people of one of my teams of Microsoft Teams',
    params: z.object({ team: idOf('team'), directoryTeam: directoryId }),
    input: null,
    output: z.object({
      people: z.array(z.object({ person: idOf('person'), name: z.string(), isGuest: z.boolean() })),
    }),
  },
} as const satisfies Record<string, Operation>;
