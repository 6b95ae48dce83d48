import { useMemo } from 'react';
import type { DocumentSource } from '@plumbline/shared/ooxml/exhibits/source';
import { useView, type ClientError } from '../../app/api.ts';
import type { FoundMeeting } from '../find/found-meetings.ts';

/** What the figures of a meeting are made of, once all of it is here. */
export interface SourceView {
  readonly source: DocumentSource | null;
  readonly error: ClientError | null;
  readonly refetch: () => void;
}

/** Looks up all that the reader is shown of a meeting, its results and its team. */
export function useSource({ id, teamId }: FoundMeeting): SourceView {
  const meeting = useView('viewMeeting', { meeting: id });
  const results = useView('viewResults', { meeting: id });
  const team = useView('viewTeam', { team: teamId });
  const source = useMemo(
    () =>
      meeting.data && results.data && team.data
        ? { meeting: meeting.data, results: results.data, team: team.data }
        : null,
    [meeting.data, results.data, team.data],
  );
  return {
    source,
    error: meeting.error ?? results.error ?? team.error,
    refetch() {
      for (const view of [meeting, results, team]) if (view.error !== null) void view.refetch();
    },
  };
}
