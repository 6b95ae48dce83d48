import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const SCRIPT = fileURLToPath(new URL('./report-once.ts', import.meta.url));
/** Nobody answers here: the exporter speaks TLS alone, and what it would send is seen by its asking who it is. */
const NOWHERE = 'InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint=https://127.0.0.1:9/';

it('OP1 what is measured and traced is sent to Azure Monitor by the identity of the service, where it is told to', async () => {
  const env = { PATH: process.env['PATH'], APPLICATION_INSIGHTS_NO_STATSBEAT: 'true' };
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT, NOWHERE], { env });
  // Once what was traced, once what was measured.
  expect(JSON.parse(stdout)).toEqual({
    envelopes: [expect.stringMatching(/^Exporting/), expect.stringMatching(/^Exporting/)],
    scopes: ['https://monitor.azure.com/.default'],
  });
});
