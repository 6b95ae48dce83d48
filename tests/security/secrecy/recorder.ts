import { allRoutes } from '@plumbline/shared/contract/all-routes';
import type { Route } from '@plumbline/shared/contract/routes';
import type { OperationName } from '@plumbline/shared/contract/operations';
import type { Person } from '../../running/person.ts';
import { send, type Example } from '../requests.ts';

/** What somebody was given at some moment. */
export interface Seen {
  readonly who: string;
  readonly moment: string;
  readonly operation: OperationName;
  readonly status: number;
  readonly text: string;
}

/** One frame of somebody's live stream. */
export interface Frame {
  readonly who: string;
  readonly at: number;
  readonly text: string;
}

const VIEWS = Object.entries<Route>(allRoutes)
  .filter(([, { method }]) => method === 'GET')
  .map(([name]) => name)
  .filter((name): name is OperationName => name in allRoutes);

/** Fetches everything that can be fetched, as everybody, whenever told to, and listens to everybody's live stream. */
export class Recorder {
  readonly seen: Seen[] = [];
  readonly frames: Frame[] = [];
  readonly #origin: string;
  readonly #people: readonly Person[];
  readonly #params: Example['params'];
  readonly #listening = new AbortController();

  constructor(options: {
    readonly origin: string;
    readonly people: readonly Person[];
    readonly params: Example['params'];
  }) {
    this.#origin = options.origin;
    this.#people = options.people;
    this.#params = options.params;
  }

  /** Every view of the contract, as every person. */
  async look(moment: string): Promise<void> {
    const looks = this.#people.flatMap((person) =>
      VIEWS.map(async (operation): Promise<Seen> => {
        const { status, text } = await send(operation, this.#params, { origin: this.#origin, token: person.token });
        return { who: person.name, moment, operation, status, text };
      }),
    );
    this.seen.push(...(await Promise.all(looks)));
  }

  /** What was given out at a moment through one operation, by person. */
  at(moment: string, operation: OperationName): ReadonlyMap<string, string> {
    const found = this.seen.filter((one) => one.moment === moment && one.operation === operation);
    return new Map(found.map(({ who, text }) => [who, text]));
  }

  /** Opens everybody's live stream on the topics; resolves once each has been answered. */
  async listen(topics: readonly string[]): Promise<void> {
    await Promise.all(this.#people.map((person) => this.#listenAs(person, topics)));
  }

  stopListening(): void {
    this.#listening.abort();
  }

  async #listenAs({ name, token }: Person, topics: readonly string[]): Promise<void> {
    const response = await fetch(`${this.#origin}/api/live?topics=${topics.join(',')}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: this.#listening.signal,
    });
    const { body } = response;
    if (body === null) return;
    const read = async (): Promise<void> => {
      for await (const piece of body.pipeThrough(new TextDecoderStream())) {
        for (const text of piece.split('\n\n')) {
          if (text !== '') this.frames.push({ who: name, at: Date.now(), text });
        }
      }
    };
    // Ends when the test stops listening.
    void read().catch(() => undefined);
  }
}
