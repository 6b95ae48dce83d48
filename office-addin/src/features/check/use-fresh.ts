import { useCallback } from 'react';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { Identity } from '@plumbline/shared/ooxml/refresh/found';
import { useLookUp, type ClientError } from '../../app/api.ts';
import { sayIn } from '../../app/use-say.ts';
import { useWriting } from '../../app/use-writing.ts';
import type { Fresh, LostReason } from '../../host/standing.ts';
import { localeOf } from '../../work/written-as.ts';
import type { Instead } from './later-meetings.ts';

/** What a meeting says in one locale. */
type Told =
  | { readonly status: 'told'; readonly exhibits: readonly Exhibit[] }
  | { readonly status: 'lost'; readonly why: LostReason };

/**
 * Makes, for each look through a document, what asks the meetings anew, or others instead of them: each once for each locale
 * that insertions of it are written in, which they keep.
 */
export function useFresh(instead: Instead): () => (identity: Identity) => Promise<Fresh> {
  const lookUp = useLookUp();
  const { language: reader } = useWriting();
  return useCallback(() => {
    const told = new Map<string, Promise<Told>>();
    const tell = async (ids: { readonly team: string; readonly meeting: string }, locale: string): Promise<Told> => {
      const [meeting, results, team] = await Promise.all([
        lookUp('viewMeeting', { meeting: ids.meeting }, locale),
        lookUp('viewResults', { meeting: ids.meeting }, locale),
        lookUp('viewTeam', { team: ids.team }, locale),
      ]);
      if (!meeting.ok) return lostBy(meeting.error);
      if (!results.ok) return lostBy(results.error);
      if (!team.ok) return lostBy(team.error);
      const source = { meeting: meeting.value, results: results.value, team: team.value };
      // The words of a language may not be fetched.
      const say = await sayIn(locale).catch(() => null);
      return say ? { status: 'told', exhibits: allExhibits(source, say) } : { status: 'lost', why: 'unreachable' };
    };
    return async ({ key, provenance, language }) => {
      const ids = provenance?.ids;
      if (!ids) return { status: 'lost', why: 'unnamed' };
      const locale = localeOf({ language }, reader);
      const other = instead.get(ids.meeting);
      const meeting = other ?? ids.meeting;
      const asked = `${meeting} ${locale}`;
      const telling = told.get(asked) ?? tell({ team: ids.team, meeting }, locale);
      told.set(asked, telling);
      const answer = await telling;
      if (answer.status === 'lost') return answer;
      const exhibit = answer.exhibits.find((one) => one.key.figure === key.figure && one.key.of === key.of);
      if (exhibit) return { status: 'found', exhibit };
      return { status: 'lost', why: other === undefined ? 'no-figure' : 'not-in-later' };
    };
  }, [lookUp, reader, instead]);
}

/** What is gone and what is not hers look the same from outside. */
function lostBy({ status }: ClientError): Told {
  const isRefused = status === 403 || status === 404 || status === 410 || status === 400;
  return { status: 'lost', why: isRefused ? 'not-shown' : 'unreachable' };
}
