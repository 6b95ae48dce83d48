#!/usr/bin/env node
// The entry of every npm script. Plain JavaScript with no dependency: on a fresh clone nothing else is there yet.
// Nothing is imported before the version check, so that an old Node says the sentence and not a syntax error.
const OLDEST_MAJOR = 20;
const [command = '', ...rest] = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) < OLDEST_MAJOR) {
  console.error(
    `Plumbline needs Node ${String(OLDEST_MAJOR)} or newer to start; this is ${process.version}. ` +
      'Install the current LTS from https://nodejs.org and run the command again.',
  );
  process.exitCode = 1;
} else {
  const { runCommand } = await import('./commands.mjs');
  process.exitCode = await runCommand(command, rest);
}
