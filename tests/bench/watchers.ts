import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Many sockets that read a server-sent-events stream and note when each is told of a revision. */
export class Watchers {
  readonly #sockets: Socket[] = [];
  #awaited = '';
  #heard: number[] = [];
  #whenAll: (() => void) | null = null;

  /** Connects so many watchers to a path; `tokens` are used in turn. Resolves when all have been answered. */
  async open(
    count: number,
    from: { readonly origin: string; readonly path: string; readonly tokens: readonly string[] },
  ): Promise<void> {
    const { port } = new URL(from.origin);
    for (let i = 0; i < count; i += 1) {
      const socket = connect(Number(port), '127.0.0.1').setNoDelay(true);
      await once(socket, 'connect');
      const token = from.tokens[i % from.tokens.length] ?? '';
      socket.write(`GET ${from.path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      if (!answer.toString().startsWith('HTTP/1.1 200')) throw new Error(`No stream was given: ${answer.toString()}`);
      socket.on('data', (piece: Buffer) => {
        this.#hear(piece);
      });
      this.#sockets.push(socket);
    }
  }

  /** Resolves with the moment at which each watcher was told of a revision, in milliseconds of the monotonic clock. */
  told(revision: string): Promise<readonly number[]> {
    this.#awaited = `"revision":"${revision}"`;
    this.#heard = [];
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        reject(new Error(`Only ${this.#heard.length} of ${this.#sockets.length} were told of ${this.#awaited}`));
      }, 20_000);
      this.#whenAll = () => {
        clearTimeout(giveUp);
        resolve(this.#heard);
      };
    });
  }

  close(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #hear(piece: Buffer): void {
    const at = monotonic();
    if (this.#awaited === '' || !piece.includes(this.#awaited)) return;
    this.#heard.push(at);
    if (this.#heard.length < this.#sockets.length) return;
    this.#awaited = '';
    this.#whenAll?.();
  }
}

/** The machine's monotonic clock in milliseconds, which all processes share. */
export function monotonic(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
