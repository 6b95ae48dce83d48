import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Line } from '../figures.ts';

const PROGRAM = fileURLToPath(new URL('./pulse-program.ts', import.meta.url));
const DOUBLE = fileURLToPath(new URL('../../../infra/local/cosmos/main.ts', import.meta.url));

const told = z.object({
  ballots: z.number(),
  shards: z.number(),
  seconds: z.number(),
  bareSeconds: z.number(),
  closeSeconds: z.number(),
  sealSeconds: z.number(),
  counted: z.number(),
  tallyReads: z.number(),
  megabytesBefore: z.number(),
  megabytesPeak: z.number(),
});

/**
 * Lets so many people answer one pulse through the use case, the Cosmos adapter and the real SDK, against the double in a
 * process of its own; then closes, counts and seals it. The reference creates as many documents of the same size in the
 * same double with the bare SDK.
 */
export async function measureLargePulse(
  people: number,
): Promise<{ readonly lines: readonly Line[]; readonly notes: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-pulse-'));
  const key = createHash('sha512').update(randomBytes(32)).digest('base64');
  const double = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', DOUBLE], {
    env: {
      ...process.env,
      COSMOS_DOUBLE_PORT: '0',
      COSMOS_DOUBLE_FILE: join(folder, 'cosmos.db'),
      COSMOS_DOUBLE_KEY: key,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const endpoint = await endpointOf(double.stdout);
    const run = await ask([endpoint, key, String(people), folder]);
    const perSecond = (seconds: number) => (run.ballots / seconds).toFixed(0);
    return {
      lines: [
        {
          what: `Cosmos double: ${run.ballots} ballots through the real SDK, 64 at a time: a second`,
          ours: perSecond(run.seconds),
          reference: perSecond(run.bareSeconds),
          ratio: run.seconds / run.bareSeconds,
          goal: null,
        },
        {
          what: 'point reads of its tally',
          ours: String(run.tallyReads),
          reference: String(run.shards),
          ratio: run.tallyReads / run.shards,
          goal: 1,
        },
        {
          what: 'memory of the service, peak up to the sealing against after a tenth of the ballots, in MB',
          ours: run.megabytesPeak.toFixed(0),
          reference: run.megabytesBefore.toFixed(0),
          ratio: run.megabytesPeak / run.megabytesBefore,
          goal: 2,
        },
      ],
      notes: [
        `${run.counted} of ${run.ballots} ballots counted over ${run.shards} shards without an error; counting took ` +
          `${run.closeSeconds.toFixed(1)} s, sealing ${run.sealSeconds.toFixed(1)} s.`,
      ],
    };
  } finally {
    double.kill();
    await once(double, 'close');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function endpointOf(output: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    const found = /running: (\S+)/.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error(`The double did not start: ${text}`);
}

async function ask(args: readonly string[]): Promise<z.infer<typeof told>> {
  const program = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  for await (const chunk of program.stdout) text += String(chunk);
  return told.parse(JSON.parse(text));
}
