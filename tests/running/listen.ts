import type { Server } from 'node:net';

/** Has a server listen on this machine alone, at a port that is free unless one is given; says the origin of it. */
export function listen(server: Server, port = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const bound = server.address();
      if (typeof bound === 'object' && bound !== null) resolve(`http://127.0.0.1:${bound.port}`);
      else reject(new Error('The server has no port'));
    });
  });
}
