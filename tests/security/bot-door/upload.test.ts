import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createUpload, storageIn } from '@plumbline/bot/files/upload';
import { listen } from '../../running/listen.ts';

interface Put {
  readonly method: string | undefined;
  readonly range: string | undefined;
  readonly body: string;
}

const CONTENT = new TextEncoder().encode('slides');

let server: Server;
let origin: string;
let puts: Put[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const { method, headers, url = '' } = request;
      puts.push({ method, range: headers['content-range'], body: Buffer.concat(chunks).toString() });
      const status = Number(url.slice(1));
      response.writeHead(status, status === 307 ? { location: '/201' } : {}).end('{}');
    });
  });
  origin = await listen(server);
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function put(path: string, also: string | null = origin) {
  puts = [];
  return createUpload({ also: () => also })(`${origin}${path}`, CONTENT);
}

describe('putting a file where a client made room', () => {
  it.each([
    ['/200', 'done'],
    ['/201', 'done'],
    ['/202', 'done'],
    ['/401', 'ended'],
    ['/404', 'ended'],
    ['/409', 'ended'],
    ['/410', 'ended'],
    ['/429', 'failed'],
    ['/500', 'failed'],
    ['/507', 'failed'],
  ])('CV16 sends it whole and once, and knows what became of it: %s is %s', async (path, outcome) => {
    expect(await put(path)).toBe(outcome);
    expect(puts).toEqual([{ method: 'PUT', range: 'bytes 0-5/6', body: 'slides' }]);
  });

  it('CV16 follows no redirect', async () => {
    expect(await put('/307')).toBe('failed');
    expect(puts).toHaveLength(1);
  });

  it('CV16 calls nothing but storage', async () => {
    expect(await put('/201', null)).toBe('refused');
    expect(puts).toEqual([]);
  });

  it('CV16 says that it failed where nobody answers', async () => {
    expect(await createUpload({ also: () => 'http://127.0.0.1:1' })('http://127.0.0.1:1/x', CONTENT)).toBe('failed');
  });

  it.each([
    'https://contoso-my.sharepoint.com/personal/maya/_api/v2.0/drive/items/1/uploadSession?guid=1',
    'https://agency-my.sharepoint.us/personal/1',
    'https://base.sharepoint-mil.us/personal/1',
    'https://firma-my.sharepoint.cn/personal/1',
    'HTTPS://CONTOSO-MY.SHAREPOINT.COM/x',
  ])('CV16 storage is at %s', (address) => {
    expect(storageIn(address, null)?.protocol).toBe('https:');
  });

  it.each([
    'http://contoso-my.sharepoint.com/x',
    'https://contoso-my.sharepoint.com:8443/x',
    'https://sharepoint.com/x',
    'https://notsharepoint.com/x',
    'https://contoso.sharepoint.com.evil.test/x',
    'https://contoso.sharepoint.com@evil.test/x',
    'https://maya:secret@contoso.sharepoint.com/x',
    'https://evil.test/contoso.sharepoint.com',
    'https://evil.test#.sharepoint.com',
    'https://evil.test\\.sharepoint.com/x',
    'https://169.254.169.254/latest/meta-data',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'file:///etc/passwd',
    'data:text/plain,x',
    '//contoso.sharepoint.com/x',
    '',
  ])('CV16 storage is not at %s', (address) => {
    expect(storageIn(address, null)).toBeNull();
    expect(storageIn(address, 'http://localhost:4400')).toBeNull();
  });
});
