import { createServer, type ServerResponse } from 'node:http';
import { COMMITS_PATH } from './commits-path.ts';

// The reference: as little as Node can do to tell many watchers one thing. Nothing is checked, kept or shared out.
const watchers = new Set<ServerResponse>();
const commits: Record<string, string> = {};

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    const revision = new URL(request.url ?? '', 'http://localhost').searchParams.get('revision') ?? '';
    commits[revision] = String(process.hrtime.bigint());
    const frame = `event: signal\ndata: {"topic":"meeting_aaaaaaaaaaaaaaaaaaaaaaaaaa","revision":"${revision}"}\n\n`;
    for (const watcher of watchers) watcher.write(frame);
    response.end();
  } else if (request.url === COMMITS_PATH) {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(commits));
  } else if (request.url === '/health/ready') {
    response.end();
  } else {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
    watchers.add(response.on('close', () => watchers.delete(response)));
  }
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
