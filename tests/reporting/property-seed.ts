import { jest } from '@jest/globals';
import fc from 'fast-check';

// One seed for every property of a run, so that a run can be had again: `npm test -- --seed=N`.
fc.configureGlobal({ seed: jest.getSeed() });
