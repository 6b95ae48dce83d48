import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { makeCertificate } from '@plumbline/infra/local/entra/stand-in/certificate';
import { listen } from '../../running/listen.ts';

/** An address over https of a service on this machine: what hosts open in a window has to be one. */
export interface HttpsFront {
  readonly origin: string;
  /** Says where the service is, once it is there. */
  readonly leadTo: (service: string) => void;
  readonly close: () => Promise<void>;
}

/** Ends the encryption, as what stands before the service in production does. */
export async function startHttpsFront(): Promise<HttpsFront> {
  let port = 0;
  const server = createServer(makeCertificate(Date.now()), (outside) => {
    const inside = connect(port, 'localhost');
    outside.pipe(inside).pipe(outside);
    for (const [socket, other] of [
      [outside, inside],
      [inside, outside],
    ] as const) {
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
    }
  });
  const { port: own } = new URL(await listen(server));
  return {
    origin: `https://localhost:${own}`,
    leadTo: (service) => {
      port = Number(new URL(service).port);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
