import { createServer, type Server } from 'node:http';
import { afterEach, expect, it } from '@jest/globals';
import { checkService } from './check-service.ts';
import type { Web } from './web.ts';

const WEB: Web = {
  fetch: (url, request) => fetch(url, request),
  newAbort: () => new AbortController(),
  now: Date.now,
  random: Math.random,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

const HOUR = 3_600_000;
let server: Server | null = null;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A service whose clock is behind by so many milliseconds, and which can serve or not; or what stands before one. */
function serve(behind: number, readiness: number, liveness = 200): Promise<string> {
  const made = createServer((request, response) => {
    response.setHeader('date', new Date(Date.now() - behind).toUTCString());
    response.writeHead(request.url === '/health/live' ? liveness : readiness).end('{}');
  });
  server = made;
  return new Promise((resolve) => {
    made.listen(0, '127.0.0.1', () => {
      const bound = made.address();
      resolve(`http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`);
    });
  });
}

it('says by how much the device is ahead of the service', async () => {
  const check = await checkService(WEB, await serve(HOUR, 200));
  expect(check).toEqual({ reachable: true, ready: true, took: expect.any(Number), ahead: expect.any(Number) });
  expect(Math.abs((check.ahead ?? 0) - 3_600)).toBeLessThan(60);
});

it('tells a service that cannot serve from one that is not there', async () => {
  const origin = await serve(0, 503);
  expect(await checkService(WEB, origin)).toMatchObject({ reachable: true, ready: false });
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
  expect(await checkService(WEB, origin)).toEqual({ reachable: false, ready: false, took: null, ahead: null });
});

it('takes no proxy’s word for the service’s own', async () => {
  const proxy = await serve(HOUR, 502, 502);
  expect(await checkService(WEB, proxy)).toEqual({ reachable: false, ready: false, took: null, ahead: null });
});
