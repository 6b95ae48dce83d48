import { createServer } from 'node:http';
import { expect, it } from '@jest/globals';
import { listen } from '../../running/listen.ts';
import { Channel, Door } from './channel.ts';

it('BD3 calls the connector through the proxy that the environment names', async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end('{"id":"said-there"}');
  });
  // Of this file alone; the first of them goes before all others, and nothing is left out.
  process.env['HTTPS_PROXY'] = await listen(proxy);
  process.env['NO_PROXY'] = '';
  process.env['no_proxy'] = '';
  const channel = new Channel();
  await channel.open();
  const door = await Door.open(channel);
  await door.post(channel.message(), await channel.token());
  expect(asked).toEqual([expect.stringContaining(`${channel.serviceUrl}v3/conversations/`)]);
  expect(channel.said).toEqual([]);
  await door.close();
  await channel.close();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});
