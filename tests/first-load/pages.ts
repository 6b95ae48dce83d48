/** A page as somebody opens it, with all that is fetched before it can be used, beside the shell and a theme. */
interface OpenedPage {
  readonly name: string;
  readonly parts: readonly string[];
  readonly words: readonly string[];
}

const MEETING = 'src/features/meeting';
const LEADER = ['src/app/MeetingRoute.tsx', `${MEETING}/leader/LeaderMeeting.tsx`];
const CONSOLE = ['src/app/ConsoleRoute.tsx', `${MEETING}/console/Console.tsx`];
const STAGE = ['src/app/MeetingRoute.tsx', `${MEETING}/stage/StageView.tsx`];

/** Every page, and the pages of a meeting in each phase: somebody may join at any time. */
export const PAGES: readonly OpenedPage[] = [
  page('home', { parts: ['src/features/home/Home.tsx'], words: ['home', 'results'] }),
  page('new team', { parts: ['src/features/team/FoundTeam.tsx'], words: ['team'] }),
  page('team', { parts: ['src/features/team/Team.tsx'], words: ['team', 'results', 'figures'] }),
  page('members', { parts: ['src/features/team/Members.tsx'], words: ['team', 'results'] }),
  page('questions', { parts: ['src/features/instruments/Instruments.tsx'], words: ['instruments'] }),
  page('own questions', {
    parts: ['src/features/instruments/EditInstrument.tsx'],
    words: ['instruments', 'results'],
  }),
  page('plan', { parts: [`${MEETING}/compose/Compose.tsx`], words: ['compose', 'results'] }),
  ...inPhases('panel', {
    base: LEADER,
    folder: 'leader',
    words: ['leader', 'results', 'figures'],
    phases: [
      ...['Revealing', 'Choosing', 'Discussing', 'Committing', 'Messaging', 'Closing', 'Closed', 'Onlooker'],
      'SampleRoles',
    ],
  }),
  // Beside a question lies its picture, or the second vote on it.
  ...['TopicPicture', 'Revote'].map((part) =>
    page(`panel, Discussing, ${part}`, {
      parts: [...LEADER, ...['Discussing', part].map((name) => `${MEETING}/leader/${name}.tsx`)],
      words: ['leader', 'results', 'figures'],
    }),
  ),
  ...inPhases('console', {
    base: CONSOLE,
    folder: 'console',
    words: ['console', 'results', 'figures'],
    phases: ['Before', 'InOpening', 'RevealPages', 'Topics', 'ConsoleCommitments', 'ConsoleMessage', 'MoreChoices'],
  }),
  ...inPhases('stage', {
    base: STAGE,
    folder: 'stage',
    words: ['stage', 'results', 'figures'],
    phases: ['StageChoosing', 'StageClosed', 'StageRevealing', 'StageTopic'],
  }),
  page('summary', { parts: [`${MEETING}/summary/Summary.tsx`], words: ['summary', 'results', 'figures'] }),
  page('own data', { parts: ['src/features/records/Records.tsx'], words: ['home'] }),
  page('log', { parts: ['src/features/records/Records.tsx'], words: ['team', 'results'] }),
  page('organisation', {
    parts: ['src/features/records/Records.tsx', 'src/features/organisation/Organisation.tsx'],
    words: ['organisation', 'team', 'results'],
  }),
  page('channel tab', { parts: ['src/features/config/Config.tsx'], words: ['config', 'results'] }),
  page('sign-in outside of Teams', { parts: ['src/outside/Outside.tsx'], words: ['outside'] }),
  page('check-up', { parts: ['src/app/Diagnosis.tsx'], words: ['diagnosis'] }),
];

/**
 * What comes when everything else is there: the console's small picture of the stage, a form that somebody asks for, the
 * comparison that follows a talk, and priorities: where they are asked with points or in pairs, and where they are shown
 * below the rest; the note under a question that is talked about; the names behind a picture as a table; its details;
 * results as a file or in documents; and use and logs as a workbook.
 */
export const LATER = [
  ...[
    'stage/StageScreen',
    'leader/ReleaseForm',
    'leader/Compared',
    'leader/AllocationPoints',
    'leader/PairChoices',
    'leader/GroupPicture',
    'leader/Priorities',
    'leader/PrivateNote',
    'named/WhoTable',
    'summary/FileReady',
  ].map((part) => `${MEETING}/${part}.tsx`),
  'src/charts/details/DetailsView.tsx',
  '../shared/src/ooxml/workbook/workbook.ts',
  // Fetched behind the words that say what is going on; outside of Teams only, and only where people can sign in there.
  'src/outside/session.ts',
  // Where the host gave no token.
  'src/host/SignInRefused.tsx',
];

/** The catalogues that come with them. */
export const LATER_WORDS = ['deck', 'details', 'file'];

function page(name: string, fetched: Omit<OpenedPage, 'name'>): OpenedPage {
  return { name, ...fetched };
}

function inPhases(
  name: string,
  fetched: {
    readonly base: readonly string[];
    readonly folder: string;
    readonly words: readonly string[];
    readonly phases: readonly string[];
  },
): readonly OpenedPage[] {
  const { base, folder, words, phases } = fetched;
  return [
    page(name, { parts: base, words }),
    ...phases.map((phase) =>
      page(`${name}, ${phase}`, { parts: [...base, `${MEETING}/${folder}/${phase}.tsx`], words }),
    ),
  ];
}
