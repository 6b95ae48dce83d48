import { useCallback } from 'react';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { Identity } from '@plumbline/shared/ooxml/refresh/found';
import { useLookUp, type ClientError } from '../../app/api.ts';
import { useSay } from '../../app/use-say.ts';
import type { Fresh, LostReason } from '../../host/standing.ts';

type Told =
  | { readonly status: 'told'; readonly exhibits: readonly Exhibit[] }
  | { readonly status: 'lost'; readonly why: LostReason };

/** Makes, for each look through a document, what asks the meetings anew: each of them once. */
export function useFresh(): () => (identity: Identity) => Promise<Fresh> {
  const lookUp = useLookUp();
  const say = useSay();
  return useCallback(() => {
    const told = new Map<string, Promise<Told>>();
    const tell = async (ids: { readonly team: string; readonly meeting: string }): Promise<Told> => {
      const [meeting, results, team] = await Promise.all([
        lookUp('viewMeeting', { meeting: ids.meeting }),
        lookUp('viewResults', { meeting: ids.meeting }),
        lookUp('viewTeam', { team: ids.team }),
      ]);
      if (!meeting.ok) return lostBy(meeting.error);
      if (!results.ok) return lostBy(results.error);
      if (!team.ok) return lostBy(team.error);
      const source = { meeting: meeting.value, results: results.value, team: team.value };
      return { status: 'told', exhibits: allExhibits(source, say) };
    };
    return async ({ key, provenance }) => {
      const ids = provenance?.ids;
      if (!ids) return { status: 'lost', why: 'unnamed' };
      const asked = told.get(ids.meeting) ?? tell(ids);
      told.set(ids.meeting, asked);
      const answer = await asked;
      if (answer.status === 'lost') return answer;
      const exhibit = answer.exhibits.find((one) => one.key.figure === key.figure && one.key.of === key.of);
      return exhibit ? { status: 'found', exhibit } : { status: 'lost', why: 'no-figure' };
    };
  }, [lookUp, say]);
}

/** What is gone and what is not hers look the same from outside. */
function lostBy({ status }: ClientError): Told {
  const isRefused = status === 403 || status === 404 || status === 410 || status === 400;
  return { status: 'lost', why: isRefused ? 'not-shown' : 'unreachable' };
}
