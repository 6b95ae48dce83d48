import { useCallback } from 'react';
import { allExhibits } from '@plumbline/shared/ooxml/exhibits/all-exhibits';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import type { Identity } from '@plumbline/shared/ooxml/refresh/found';
import { useLookUp, type ClientError } from '../../app/api.ts';
import { sayIn } from '../../app/use-say.ts';
import { useWriting } from '../../app/use-writing.ts';
import type { Fresh, LostReason } from '../../host/standing.ts';
import { localeOf } from '../../work/written-as.ts';

/** What a meeting says, in as many languages as insertions of it are written in. */
type Told =
  | { readonly status: 'told'; readonly exhibitsIn: (locale: string) => Promise<readonly Exhibit[] | null> }
  | { readonly status: 'lost'; readonly why: LostReason };

/** Makes, for each look through a document, what asks the meetings anew: each of them once. Insertions keep their language. */
export function useFresh(): () => (identity: Identity) => Promise<Fresh> {
  const lookUp = useLookUp();
  const { language: reader } = useWriting();
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
      return { status: 'told', exhibitsIn: remembering((locale) => exhibitsIn(source, locale)) };
    };
    return async ({ key, provenance, language }) => {
      const ids = provenance?.ids;
      if (!ids) return { status: 'lost', why: 'unnamed' };
      const asked = told.get(ids.meeting) ?? tell(ids);
      told.set(ids.meeting, asked);
      const answer = await asked;
      if (answer.status === 'lost') return answer;
      const exhibits = await answer.exhibitsIn(localeOf({ language }, reader));
      if (exhibits === null) return { status: 'lost', why: 'unreachable' };
      const exhibit = exhibits.find((one) => one.key.figure === key.figure && one.key.of === key.of);
      return exhibit ? { status: 'found', exhibit } : { status: 'lost', why: 'no-figure' };
    };
  }, [lookUp, reader]);
}

/** `null` where the words of a language can't be fetched. */
async function exhibitsIn(source: DocumentSource, locale: string): Promise<readonly Exhibit[] | null> {
  const say = await sayIn(locale).catch(() => null);
  return say && allExhibits(source, say);
}

function remembering<Made>(make: (locale: string) => Promise<Made>): (locale: string) => Promise<Made> {
  const made = new Map<string, Promise<Made>>();
  return (locale) => {
    const one = made.get(locale) ?? make(locale);
    made.set(locale, one);
    return one;
  };
}

/** What is gone and what is not hers look the same from outside. */
function lostBy({ status }: ClientError): Told {
  const isRefused = status === 403 || status === 404 || status === 410 || status === 400;
  return { status: 'lost', why: isRefused ? 'not-shown' : 'unreachable' };
}
