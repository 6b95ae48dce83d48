import { jest } from '@jest/globals';

// A journey is one long test: eight browsers and a whole meeting. Jest has no timeout by project.
jest.setTimeout(120_000);
