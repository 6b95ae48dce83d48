import { jest } from '@jest/globals';

// Long enough for one wait that fails to say for what. Jest has no timeout by project.
jest.setTimeout(240_000);
