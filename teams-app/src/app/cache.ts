import type { QueryClient } from '@tanstack/react-query';
import type { OperationName } from '@plumbline/shared/contract/operations';
import type { LiveNews } from '@plumbline/shared/client/watch-live';

/** How a view is filed: its operation, then the parts of its path. */
export type ViewKey = readonly [name: string, params: Readonly<Record<string, string>>];

/** Files a view. */
export function viewKey(name: OperationName, params: Readonly<Record<string, string>>): ViewKey {
  return [name, params];
}

/** Commands whose reply is a whole view, and the operation that reads the same. */
const REPLIES: Readonly<Partial<Record<OperationName, { readonly view: OperationName; readonly param: string }>>> = {
  foundTeam: { view: 'viewTeam', param: 'team' },
  addMember: { view: 'viewTeam', param: 'team' },
  changeRole: { view: 'viewTeam', param: 'team' },
  removeMember: { view: 'viewTeam', param: 'team' },
  changeTeam: { view: 'viewTeam', param: 'team' },
  raiseMinimumGroup: { view: 'viewTeam', param: 'team' },
  composeMeeting: { view: 'viewMeeting', param: 'meeting' },
  recompose: { view: 'viewMeeting', param: 'meeting' },
  openMeeting: { view: 'viewMeeting', param: 'meeting' },
  planOpening: { view: 'viewMeeting', param: 'meeting' },
  callOffOpening: { view: 'viewMeeting', param: 'meeting' },
  nameParticipants: { view: 'viewMeeting', param: 'meeting' },
  clearParticipants: { view: 'viewMeeting', param: 'meeting' },
  nameStakeholders: { view: 'viewMeeting', param: 'meeting' },
  directMeeting: { view: 'viewMeeting', param: 'meeting' },
  takeControls: { view: 'viewMeeting', param: 'meeting' },
  releaseComment: { view: 'viewMeeting', param: 'meeting' },
  proposeCommitment: { view: 'viewMeeting', param: 'meeting' },
  changeCommitment: { view: 'viewMeeting', param: 'meeting' },
  withdrawCommitment: { view: 'viewMeeting', param: 'meeting' },
};

/** What changes nobody's view but the author's own. */
const OWN_ONLY: ReadonlySet<OperationName> = new Set(['castBallot', 'keepNote', 'putSentence']);

/** What nothing here changes: made-up answers, and what Microsoft Teams says of its own teams. */
const APART: ReadonlySet<string> = new Set<OperationName>(['viewSample', 'viewDirectory', 'viewDirectoryTeam']);

/** After a command: files the view that came back, and has everything else about the same thing looked up again. */
export function settleCommand(
  cache: QueryClient,
  done: {
    readonly name: OperationName;
    readonly params: Readonly<Record<string, string>>;
    readonly value: unknown;
  },
): void {
  const { name, params } = done;
  const reply = REPLIES[name];
  const id = textIn(done.value, 'id');
  let filed: string | null = null;
  if (reply !== undefined && id !== null) {
    const key = viewKey(reply.view, { [reply.param]: id });
    // A signal may have brought a newer view than this reply while it was on its way.
    if (revisionIn(cache.getQueryData(key)) <= revisionIn(done.value)) cache.setQueryData(key, done.value);
    filed = JSON.stringify(key);
  }
  const touched = new Set([...Object.values(params), ...(id === null ? [] : [id])]);
  void cache.invalidateQueries({
    predicate: ({ queryKey }) => {
      if (JSON.stringify(queryKey) === filed) return false;
      if (OWN_ONLY.has(name))
        return queryKey[0] === 'viewHome' || (queryKey[0] === 'viewMine' && isAbout(queryKey, touched));
      return queryKey[0] === 'viewHome' || isAbout(queryKey, touched);
    },
  });
}

/** After news: has everything about the topic looked up again, unless the view here is already of that revision. */
export function settleNews(cache: QueryClient, { topic, revision }: LiveNews): void {
  const known = revisionIn(cache.getQueryData(viewKey('viewMeeting', { meeting: topic })));
  if (revision !== null && known === Number(revision)) return;
  const touched = new Set([topic]);
  void cache.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'viewHome' || isAbout(queryKey, touched),
  });
}

function isAbout(queryKey: readonly unknown[], ids: ReadonlySet<string>): boolean {
  const [name, params] = queryKey;
  if ((typeof name === 'string' && APART.has(name)) || typeof params !== 'object' || params === null) return false;
  return Object.values(params).some((value) => typeof value === 'string' && ids.has(value));
}

function textIn(value: unknown, name: 'id'): string | null {
  if (typeof value !== 'object' || value === null || !(name in value)) return null;
  const found = value[name];
  return typeof found === 'string' ? found : null;
}

/** -1 where there is none, so that anything counts as newer. */
function revisionIn(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('revision' in value)) return -1;
  return typeof value.revision === 'number' ? value.revision : -1;
}
