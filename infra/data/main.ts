import { run } from './run.ts';

const { env, stdout, stderr } = process;
process.exitCode = await run(process.argv.slice(2), {
  env,
  // npm runs a script in the project's folder and leaves here the one that the person is in.
  from: env['INIT_CWD'] ?? process.cwd(),
  out: stdout,
  screen: stderr,
});
