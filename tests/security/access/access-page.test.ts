import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { accessPage } from './access-page.ts';

it('AC3 the page that says who may do what says what the code does', () => {
  const page = readFileSync(new URL('../../../bot/ACCESS.md', import.meta.url), 'utf8');
  // `npm run pictures -- access` writes it anew.
  expect(page).toBe(accessPage());
});
