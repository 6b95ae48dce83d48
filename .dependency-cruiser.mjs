const TEST = '\\.test\\.tsx?$';

/** Who may import whom inside shared; `testing` serves the tests and may see everything. */
const SHARED = {
  kernel: [],
  language: ['kernel'],
  measures: ['kernel'],
  domain: ['kernel', 'measures'],
  figures: ['kernel', 'measures', 'domain', 'i18n'],
  ooxml: ['kernel', 'figures'],
  contract: ['kernel', 'domain'],
  records: ['kernel', 'domain'],
  application: ['kernel', 'measures', 'domain', 'figures', 'contract', 'records'],
  client: ['kernel', 'contract'],
  i18n: ['kernel', 'domain', 'contract'],
};

/** The packages from npm that a folder of shared may use; the others use none. */
const PACKAGES = {
  measures: '(@stdlib|ml-matrix|pure-rand|yalps)',
  contract: 'zod',
  records: 'zod',
  application: 'zod',
  client: 'zod',
  ooxml: 'fflate',
};

/** What the screens may import of shared, and of its domain nothing but types. */
const FOR_SCREENS = ['contract', 'client', 'kernel', 'i18n', 'figures', 'ooxml'];

const sharedFolders = Object.entries(SHARED).flatMap(([folder, allowed]) => [
  {
    name: `shared-${folder}`,
    comment: `shared/src/${folder} may import of shared: ${[folder, ...allowed].join(', ')}`,
    severity: 'error',
    from: { path: `^shared/src/${folder}/`, pathNot: TEST },
    to: {
      path: '^(shared|bot|teams-app|office-addin|infra|tests)/',
      pathNot: `^shared/src/(${[folder, ...allowed].join('|')})/`,
    },
  },
  {
    name: `shared-${folder}-packages`,
    comment: `shared/src/${folder} may import of npm and Node: ${PACKAGES[folder] ?? 'nothing'}`,
    severity: 'error',
    from: { path: `^shared/src/${folder}/`, pathNot: TEST },
    to: {
      dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
      ...(PACKAGES[folder] === undefined ? {} : { pathNot: `node_modules/${PACKAGES[folder]}/` }),
    },
  },
]);

const VOCABULARY = '^shared/src/domain/(instrument/question|meeting/phases|meeting/meeting)\\.ts$';

const screens = ['teams-app', 'office-addin'].flatMap((app) => {
  return [
    {
      name: `${app}-shared`,
      comment: `${app} may import of shared: ${FOR_SCREENS.join(', ')}, and types of the domain`,
      severity: 'error',
      from: { path: `^${app}/`, pathNot: TEST },
      to: { path: '^shared/', pathNot: `^shared/src/(${[...FOR_SCREENS, 'domain'].join('|')})/` },
    },
    {
      name: `${app}-domain-types`,
      comment: `${app} may import types of the domain and its vocabulary, scales and phases and limits: deciding is the service's`,
      severity: 'error',
      from: { path: `^${app}/`, pathNot: TEST },
      to: { path: '^shared/src/domain/', pathNot: VOCABULARY, dependencyTypesNot: ['type-only'] },
    },
  ];
});

const apart = [
  ['bot', 'teams-app|office-addin|infra|tests'],
  ['teams-app', 'bot|office-addin|infra|tests'],
  ['office-addin', 'bot|teams-app|infra|tests'],
  ['infra', 'tests'],
].map(([from, to]) => ({
  name: `${from}-apart`,
  comment: `${from} does not know ${to.replaceAll('|', ', ')}`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: `^(${to})/` },
}));

/** A package that only one folder may import. Tests may, to compare with it. */
const keepers = [
  ['botbuilder', '(botbuilder[^/]*|botframework-[^/]*|@microsoft/agents-[^/]*)', 'bot/src/turns'],
  ['sqlite', '(better-sqlite3|@types/better-sqlite3)', '(bot/src/stores/sqlite|infra/local/cosmos)'],
  ['cosmos', '@azure/cosmos', '(bot/src/stores/cosmos|infra/local/cosmos)'],
  ['vault', '@azure/keyvault-secrets', 'bot/src/stores/vault'],
].map(([name, packages, folder]) => ({
  name: `only-${name}`,
  comment: `only ${folder} knows this package`,
  severity: 'error',
  from: { pathNot: `^(${folder}|tests)/` },
  to: { path: [`node_modules/${packages}/`, `^${packages}$`] },
}));

export default {
  forbidden: [
    ...sharedFolders,
    ...screens,
    ...apart,
    ...keepers,
    {
      name: 'public-exports',
      comment: 'another package is imported by its name and exports, not by a path into it',
      severity: 'error',
      from: { path: '^([^/]+)/' },
      to: {
        path: '^(shared|bot|teams-app|office-addin|infra|tests)/',
        pathNot: '^$1/',
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'disclosure-door',
      comment: 'what may be shown is asked at the door of its room, shared/src/domain/disclosure/disclosure.ts',
      severity: 'error',
      from: { pathNot: ['^shared/src/domain/disclosure/', '^tests/security/disclosure/', TEST] },
      to: { path: '^shared/src/domain/disclosure/', pathNot: '^shared/src/domain/disclosure/disclosure\\.ts$' },
    },
    {
      name: 'disclosure-whole',
      comment: 'the product keeps every rule of disclosure; only tests build one that leaves some out',
      severity: 'error',
      from: { pathNot: ['^shared/src/domain/disclosure/disclosure\\.ts$', '^tests/security/disclosure/', TEST] },
      to: { path: '^shared/src/domain/disclosure/engine\\.ts$' },
    },
    {
      name: 'disclosure-alone',
      comment: 'only the disclosure room reads bands off answers; figures and words of groups work with what is shown',
      severity: 'error',
      from: {
        path: '^(shared|bot|teams-app|office-addin)/src/',
        pathNot: ['^shared/src/(domain/disclosure|figures)/', '^shared/src/domain/results/group-results\\.ts$', TEST],
      },
      to: { path: '^shared/src/domain/results/bands\\.ts$' },
    },
    {
      name: 'tallies-stay-inside',
      comment: 'what draws, speaks or sends results is given shown ones, never a tally',
      severity: 'error',
      from: {
        path: '^(shared/src/(figures|contract|client|i18n|ooxml)|teams-app/src|office-addin/src)/',
        pathNot: TEST,
      },
      to: { path: '^shared/src/domain/results/tally' },
    },
    {
      name: 'figures-name-words',
      comment: 'figures name the keys of the catalogue; the words stay with who shows them',
      severity: 'error',
      from: { path: '^shared/src/figures/', pathNot: TEST },
      to: { path: '^shared/src/i18n/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'words-name-kinds',
      comment: 'a table of words is exhaustive over kinds of errors, which are types',
      severity: 'error',
      from: { path: '^shared/src/i18n/', pathNot: TEST },
      to: { path: '^shared/src/(domain|contract)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'testing-for-tests',
      comment: 'builders, fixed clocks and contract suites are for tests',
      severity: 'error',
      from: { pathNot: ['^tests/', '^shared/src/testing/', TEST] },
      to: { path: ['^shared/src/testing/', TEST] },
    },
    {
      name: 'launch-alone',
      comment: 'the launcher runs before anything is installed',
      severity: 'error',
      from: { path: '^infra/launch/', pathNot: TEST },
      to: { pathNot: '^infra/launch/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-tools-in-the-product',
      comment: 'what runs in production is a dependency of its package',
      severity: 'error',
      from: { path: '^(shared|bot|teams-app|office-addin)/src/', pathNot: [TEST, '^shared/src/testing/'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'a file that imports nothing and is imported by nothing is forgotten',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '(^|/)main\\.tsx?$',
          '\\.config\\.(ts|mjs)$',
          '\\.d\\.ts$',
          TEST,
          '^infra/local/.*/page/',
          '^infra/launch/run\\.mjs$',
          '^tests/reporting/',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: '(^|/)(dist|\\.cache|coverage)/' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
};
