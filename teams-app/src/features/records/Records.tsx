import { TeamLog } from './TeamLog.tsx';
import { YourData } from './YourData.tsx';

/** What is kept: of a team, or of the person who looks. */
export default function Records({ team }: { readonly team: string | undefined }) {
  return team === undefined ? <YourData /> : <TeamLog team={team} />;
}
