import { createInterface } from 'node:readline';
import { run } from './run.ts';

const { env, stdin, stdout, stderr } = process;
process.exitCode = await run(process.argv.slice(2), {
  env,
  // npm runs a script in the project's folder and leaves here the one that the person is in.
  from: env['INIT_CWD'] ?? process.cwd(),
  out: stdout,
  screen: stderr,
  ask,
});

/** The next line that is typed; null where the input has ended. */
async function ask(question: string): Promise<string | null> {
  stderr.write(question);
  for await (const line of createInterface({ input: stdin })) return line;
  return null;
}
