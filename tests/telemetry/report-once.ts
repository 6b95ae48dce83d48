import { diag, DiagLogLevel, trace } from '@opentelemetry/api';
import { runOperation } from '@plumbline/bot/telemetry/run-operation';
import { startTelemetry } from '@plumbline/bot/telemetry/start-telemetry';
import { ok } from '@plumbline/shared/kernel/result';

/** Reports one request with one operation to the Azure Monitor of its first argument, and prints what came of it as JSON. */
const said: string[] = [];
const hear = (text: string): void => void said.push(text);
diag.setLogger({ error: hear, warn: hear, info: hear, debug: hear, verbose: hear }, DiagLogLevel.ALL);
const scopes: string[] = [];
const credential = {
  getToken(scope: string | string[]) {
    scopes.push(String(scope));
    return Promise.resolve({ token: 'a-token', expiresOnTimestamp: Date.now() + 3_600_000 });
  },
};
const telemetry = await startTelemetry({ otlp: false, azure: process.argv[2] ?? '' }, () =>
  Promise.resolve(credential),
);
await trace.getTracer('test').startActiveSpan('GET viewHome', async (span) => {
  await runOperation('viewHome', () => Promise.resolve(ok(null)));
  span.end();
});
await telemetry.stop();
const envelopes = said.filter((text) => /^Exporting \d+ envelope/.test(text));
process.stdout.write(JSON.stringify({ envelopes: envelopes.toSorted(), scopes: [...new Set(scopes)] }));
process.exit(0);
