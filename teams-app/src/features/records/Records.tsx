import { lazy } from 'react';
import { TeamLog } from './TeamLog.tsx';
import { YourData } from './YourData.tsx';

const Organisation = lazy(() => import('../organisation/Organisation.tsx'));

/** What is kept: of a team, of the organisation, or of the person who looks. */
export default function Records({ team }: { readonly team: string | undefined }) {
  // No team has such an id.
  if (team === 'organisation') return <Organisation />;
  return team === undefined ? <YourData /> : <TeamLog team={team} />;
}
