/** Where an operation is: all that a caller needs besides its types. `creates`: needs an Idempotency-Key. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parts in braces are params. */
  readonly path: `/api/${string}`;
  readonly creates: boolean;
  /** `returned` sends an ETag, `required` also needs If-Match. */
  readonly revision: 'none' | 'returned' | 'required';
}

/** The operations' routes, apart from their schemas, so that a browser calls them without loading zod. */
export const routes = {
  viewHome: { method: 'GET', path: '/api/me', creates: false, revision: 'returned' },
  foundTeam: { method: 'POST', path: '/api/teams', creates: true, revision: 'returned' },
  viewTeam: { method: 'GET', path: '/api/teams/{team}', creates: false, revision: 'returned' },
  addMember: { method: 'POST', path: '/api/teams/{team}/members', creates: true, revision: 'returned' },
  viewDirectory: { method: 'GET', path: '/api/teams/{team}/directory', creates: false, revision: 'none' },
  viewDirectoryTeam: {
    method: 'GET',
    path: '/api/teams/{team}/directory/{directoryTeam}',
    creates: false,
    revision: 'none',
  },
  changeRole: { method: 'PUT', path: '/api/teams/{team}/members/{person}/role', creates: false, revision: 'required' },
  changeGroup: {
    method: 'PUT',
    path: '/api/teams/{team}/members/{person}/group',
    creates: false,
    revision: 'required',
  },
  removeMember: { method: 'DELETE', path: '/api/teams/{team}/members/{person}', creates: false, revision: 'required' },
  changeTeam: { method: 'PUT', path: '/api/teams/{team}/about', creates: false, revision: 'required' },
  raiseMinimumGroup: { method: 'PUT', path: '/api/teams/{team}/minimum-group', creates: false, revision: 'required' },
  copyInstrument: { method: 'POST', path: '/api/teams/{team}/instruments', creates: true, revision: 'none' },
  editInstrument: {
    method: 'POST',
    path: '/api/teams/{team}/instruments/{instrument}/versions',
    creates: true,
    revision: 'none',
  },
  checkIn: {
    method: 'POST',
    path: '/api/teams/{team}/commitments/{commitment}/check-ins',
    creates: true,
    revision: 'none',
  },
  composeMeeting: { method: 'POST', path: '/api/teams/{team}/meetings', creates: true, revision: 'returned' },
  recompose: { method: 'PUT', path: '/api/meetings/{meeting}/composition', creates: false, revision: 'required' },
  discardDraft: { method: 'DELETE', path: '/api/meetings/{meeting}', creates: false, revision: 'required' },
  openMeeting: { method: 'POST', path: '/api/meetings/{meeting}/opening', creates: false, revision: 'required' },
  planOpening: { method: 'PUT', path: '/api/meetings/{meeting}/planned-opening', creates: false, revision: 'required' },
  callOffOpening: {
    method: 'DELETE',
    path: '/api/meetings/{meeting}/planned-opening',
    creates: false,
    revision: 'required',
  },
  nameParticipants: {
    method: 'POST',
    path: '/api/meetings/{meeting}/participants',
    creates: true,
    revision: 'returned',
  },
  clearParticipants: {
    method: 'DELETE',
    path: '/api/meetings/{meeting}/participants',
    creates: false,
    revision: 'required',
  },
  nameStakeholders: {
    method: 'PUT',
    path: '/api/meetings/{meeting}/stakeholders',
    creates: false,
    revision: 'required',
  },
  viewMeeting: { method: 'GET', path: '/api/meetings/{meeting}', creates: false, revision: 'returned' },
  directMeeting: { method: 'POST', path: '/api/meetings/{meeting}/directions', creates: false, revision: 'required' },
  takeControls: { method: 'POST', path: '/api/meetings/{meeting}/controls', creates: false, revision: 'required' },
  tieChat: { method: 'PUT', path: '/api/meetings/{meeting}/chat', creates: false, revision: 'none' },
  viewMine: { method: 'GET', path: '/api/meetings/{meeting}/mine', creates: false, revision: 'returned' },
  castBallot: {
    method: 'PUT',
    path: '/api/meetings/{meeting}/rounds/{round}/ballot',
    creates: false,
    revision: 'none',
  },
  withdrawBallot: {
    method: 'DELETE',
    path: '/api/meetings/{meeting}/rounds/{round}/ballot',
    creates: false,
    revision: 'none',
  },
  viewResults: { method: 'GET', path: '/api/meetings/{meeting}/results', creates: false, revision: 'returned' },
  viewSample: { method: 'GET', path: '/api/meetings/{meeting}/sample', creates: false, revision: 'returned' },
  keepNote: { method: 'PUT', path: '/api/meetings/{meeting}/notes/{question}', creates: false, revision: 'none' },
  releaseComment: { method: 'POST', path: '/api/meetings/{meeting}/comments', creates: true, revision: 'returned' },
  putSentence: { method: 'PUT', path: '/api/meetings/{meeting}/sentence', creates: false, revision: 'none' },
  proposeCommitment: {
    method: 'POST',
    path: '/api/meetings/{meeting}/commitments',
    creates: true,
    revision: 'returned',
  },
  changeCommitment: {
    method: 'PUT',
    path: '/api/meetings/{meeting}/commitments/{commitment}',
    creates: false,
    revision: 'required',
  },
  withdrawCommitment: {
    method: 'DELETE',
    path: '/api/meetings/{meeting}/commitments/{commitment}',
    creates: false,
    revision: 'required',
  },
  viewAudit: { method: 'GET', path: '/api/teams/{team}/log/{page}', creates: false, revision: 'none' },
  deleteTeam: { method: 'POST', path: '/api/teams/{team}/deletion', creates: false, revision: 'none' },
  exportMine: { method: 'GET', path: '/api/me/data', creates: false, revision: 'none' },
  deleteMine: { method: 'POST', path: '/api/me/deletion', creates: false, revision: 'none' },
  viewOrganisation: { method: 'GET', path: '/api/organisation', creates: false, revision: 'none' },
  viewOrganisationTeams: { method: 'GET', path: '/api/organisation/teams/{page}', creates: false, revision: 'none' },
  viewOrganisationLog: { method: 'GET', path: '/api/organisation/log/{page}', creates: false, revision: 'none' },
  appointLead: { method: 'PUT', path: '/api/organisation/teams/{team}/lead', creates: false, revision: 'none' },
} as const satisfies Record<string, Route>;

/** The operations that a browser calls. */
export type BrowserOperationName = keyof typeof routes;

/** Where the live stream is. `topics` is a comma-separated list of meeting and team ids. */
export const LIVE_PATH = '/api/live';

/** Where the service says that it runs, without asking who wants to know. */
export const ALIVE_PATH = '/health/live';
/** Whether the service can serve, its store too. */
export const READY_PATH = '/health/ready';

/**
 * The header with the service's time, `<milliseconds>;rate=<n>`; the rate is 1 but in a sped-up local service. The live
 * stream says the same in events of the type `time`.
 */
export const TIME_HEADER = 'plumbline-time';

/**
 * The header with how far the service has seen its database, sealed. Sent back with the next request, with what signals
 * said since and commas between, it makes whichever instance answers see at least as much. A service whose database is
 * always up to date sends none.
 */
export const SEEN_HEADER = 'plumbline-seen';
