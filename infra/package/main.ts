import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import infra from '../package.json' with { type: 'json' };
import { packagesOf } from './packages.ts';
import { packageSettingsIn } from './settings.ts';

const HELP = `npm run package -- FILE [FOLDER]

Writes the packages of one deployment into FOLDER, .packages if not given: plumbline-teams.zip for the admin center of
Teams, and plumbline-powerpoint.xml and plumbline-word.xml for that of Microsoft 365. FILE has its settings, a line each,
as NAME=value; infra/package/settings.env is one to begin with. The environment goes before the file.
`;

const [file, folder = '.packages'] = process.argv.slice(2);
// npm runs a script in the project's folder and leaves here the one that the person is in.
const from = process.env['INIT_CWD'] ?? process.cwd();
process.exitCode = file === undefined ? tell(HELP) : write(file);

function write(name: string): number {
  let text: string;
  try {
    text = readFileSync(resolve(from, name), 'utf8');
  } catch {
    return tell(`${name} cannot be read. Name a file with the settings of the deployment.\n\n${HELP}`);
  }
  const settings = packageSettingsIn({ ...parseEnv(text), ...process.env });
  if (!settings.ok) return tell(`${settings.error.join('\n')}\nNothing was written.\n`);
  const into = resolve(from, folder);
  mkdirSync(into, { recursive: true });
  for (const [of, content] of Object.entries(packagesOf(settings.value, settings.value.version ?? infra.version))) {
    writeFileSync(join(into, of), content);
    process.stdout.write(`${join(into, of)}\n`);
  }
  return 0;
}

function tell(words: string): number {
  process.stderr.write(words);
  return 1;
}
