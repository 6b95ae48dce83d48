import type { Memory } from '../../running/memory-of.ts';
import type { Ending } from './wire.ts';

/** Bodies longer than this are cut off while they are sent, which the sender may see as a broken connection. */
const LONG_BODY = 60_000;
const MOST_TOLD = 10;

/** What came of many requests. */
export class Tally {
  /** Endings that are our fault, each with what was sent. */
  readonly faults: string[] = [];
  readonly #byName = new Map<string, number>();
  readonly #byKind = new Map<string, number>();
  #sent = 0;
  #slowest = 0;

  take(name: string, sent: object, ending: Ending): void {
    this.#sent += 1;
    this.#slowest = Math.max(this.#slowest, ending.took);
    count(this.#byName, name);
    const kind = kindOf(sent, ending);
    count(this.#byKind, kind.name);
    if (kind.isFault && this.faults.length < MOST_TOLD) {
      this.faults.push(`${name} ${kind.name}: ${ending.text.slice(0, 300)} after ${told(sent)}`);
    }
  }

  /** Those of these names that nothing was sent to. */
  untouched(names: readonly string[]): readonly string[] {
    return names.filter((name) => !this.#byName.has(name));
  }

  /** The figures of a run as a table, with the service's memory at these moments. */
  table(memory: Readonly<Record<string, Memory>>): readonly string[] {
    const rows: readonly (readonly [string, string])[] = [
      ['requests', String(this.#sent)],
      ...[...this.#byKind].toSorted(([, a], [, b]) => b - a).map(([kind, many]) => [kind, String(many)] as const),
      ['faults', String(this.faults.length)],
      ['slowest', `${Math.round(this.#slowest)} ms`],
      ...Object.entries(memory).flatMap(([when, { used, resident }]) => [
        [`memory in use ${when}`, megabytes(used)] as const,
        [`memory of the process ${when}`, megabytes(resident)] as const,
      ]),
    ];
    return rows.map(([what, figure]) => `${what.padEnd(36)}${figure.padStart(12)}`);
  }
}

interface Kind {
  readonly name: string;
  readonly isFault: boolean;
}

function kindOf(sent: object, { status, type, text }: Ending): Kind {
  if (status === 0) {
    const body = 'body' in sent && Buffer.isBuffer(sent.body) ? sent.body.length : 0;
    return body > LONG_BODY ? { name: 'cut off', isFault: false } : { name: 'no answer', isFault: true };
  }
  if (status < 400) return { name: `as asked (${status})`, isFault: false };
  // An answer to HEAD has no body.
  if (text === '' && 'method' in sent && sent.method === 'HEAD')
    return { name: `HEAD (${status})`, isFault: status >= 500 };
  const problem = problemIn(type, text);
  if (problem === null) return { name: `no problem (${status})`, isFault: true };
  return { name: `${problem} (${status})`, isFault: status >= 500 };
}

/** The kind of a problem that says what to do next; `null` for anything else. */
function problemIn(type: string, text: string): string | null {
  if (!type.startsWith('application/problem+json')) return null;
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null || !('kind' in body) || !('detail' in body)) return null;
  const { kind, detail } = body;
  if (typeof kind !== 'string' || typeof detail !== 'string') return null;
  return /^[a-z-]+\.[a-z-]+$/.test(kind) && /\S.*[.?!]$/s.test(detail) ? kind : null;
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function told(sent: object): string {
  const text = JSON.stringify(sent, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
      ? Buffer.from(value.data as number[])
          .toString()
          .slice(0, 600)
      : value,
  );
  return text.slice(0, 1_500);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
