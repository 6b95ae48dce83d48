import { describe, expect, it } from '@jest/globals';
import { hostOriginsHeard } from './own-origin.ts';

const LOCAL = ['http://localhost', 'http://127.0.0.1'];

describe('hostOriginsHeard', () => {
  it('trusts nothing in a production build, wherever it is opened', () => {
    expect(hostOriginsHeard([], new URL('http://localhost:3978/tab/'))).toEqual([]);
  });

  it('trusts its own origin on this machine, with whatever port it has', () => {
    expect(hostOriginsHeard(LOCAL, new URL('http://localhost:4711/tab/'))).toEqual(['http://localhost:4711']);
  });

  it('trusts nothing when a build for this machine is served from elsewhere', () => {
    expect(hostOriginsHeard(LOCAL, new URL('https://localhost.example.org/tab/'))).toEqual([]);
    expect(hostOriginsHeard(LOCAL, new URL('https://localhost/tab/'))).toEqual([]);
  });
});
