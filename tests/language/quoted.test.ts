import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');

it.each(['teams-app/src', 'office-addin/src'])('LG5 no screen brings quotation marks of its own: %s', (folder) => {
  const screens = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.tsx'),
  );
  expect(screens.length).toBeGreaterThan(10);
  const quoting = screens.filter((file) => /[“”„]/.test(readFileSync(join(ROOT, folder, file), 'utf8')));
  expect(quoting).toEqual([]);
});
