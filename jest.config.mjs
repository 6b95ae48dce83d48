import { availableParallelism } from 'node:os';

/** Native ES modules, as in production; swc only strips the types. */
const everywhere = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          transform: { react: { runtime: 'automatic' } },
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  cacheDirectory: '<rootDir>/.cache/jest',
};

const JOURNEYS = '<rootDir>/tests/journeys/';

/** What runs a second time with its documents in Cosmos DB, beside the browsers of a named meeting. */
const ON_COSMOS = ['<rootDir>/tests/security/secrecy/*.test.ts', '<rootDir>/tests/application/meetings.test.ts'];

export default {
  reporters: ['<rootDir>/tests/reporting/summary-reporter.ts'],
  // A journey is a browser and a service beside its worker, so half of a big machine is enough; never fewer than two.
  maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // It tells what hangs, never what is slow: two cores may be shared with browsers and with the validator of documents.
  testTimeout: 600_000,
  projects: [
    {
      ...everywhere,
      displayName: 'tests',
      roots: ['shared', 'bot', 'teams-app', 'office-addin', 'infra', 'tests'].map((folder) => `<rootDir>/${folder}`),
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', JOURNEYS],
      setupFiles: ['<rootDir>/tests/reporting/property-seed.ts'],
    },
    {
      ...everywhere,
      displayName: 'on cosmos',
      roots: ['<rootDir>/tests'],
      testMatch: ON_COSMOS,
      setupFiles: ['<rootDir>/tests/reporting/on-cosmos.ts'],
    },
    {
      ...everywhere,
      displayName: 'journeys',
      roots: ['<rootDir>/tests'],
      testMatch: [`${JOURNEYS}**/*.test.ts`],
    },
    {
      ...everywhere,
      displayName: 'journeys on cosmos',
      roots: ['<rootDir>/tests'],
      testMatch: [`${JOURNEYS}named-meeting/*.test.ts`],
      setupFiles: ['<rootDir>/tests/reporting/on-cosmos.ts'],
    },
  ],
};
