import type { Duration } from '@plumbline/shared/kernel/instant';

/** A browser's locks, as far as lines need them; the Web Locks API in a browser. */
export interface Locks {
  /** Runs `hold` with the lock, or with `null` when somebody has it, and keeps it until what `hold` returns is settled. */
  readonly request: (
    name: string,
    options: { readonly ifAvailable: true },
    hold: (lock: object | null) => Promise<void> | undefined,
  ) => Promise<unknown>;
}

/** The windows of one browser that may hold a stream open: half of the six connections it has to an origin. */
const MOST_LINES = 3;
/** A window that changes what it watches ends one stream and begins the next: in between it keeps its line. */
const GRACE: Duration = 1_000;

/** The right to hold a stream open, shared out among all windows of a browser. */
export interface Lines {
  /** The function that gives the line back, or `null` when every line is taken. */
  readonly take: () => Promise<(() => void) | null>;
  /** Gives this window's line back at once. */
  readonly drop: () => void;
}

/** Shares lines out by locks: a window that is closed, or that crashes, loses its own by itself. */
export function createLines(from: {
  /** `null` where lines are not scarce, or cannot be counted. */
  readonly locks: Locks | null;
  readonly after: (milliseconds: Duration, run: () => void) => () => void;
}): Lines {
  const { locks, after } = from;
  let users = 0;
  let held: Promise<(() => void) | null> | null = null;
  let callOff = (): void => undefined;

  function drop(): void {
    const line = held;
    held = null;
    users = 0;
    callOff();
    void line?.then((release) => release?.());
  }

  async function take(): Promise<(() => void) | null> {
    if (locks === null) return () => undefined;
    callOff();
    const line = (held ??= firstFree(locks));
    users += 1;
    if ((await line) === null) {
      if (held === line) drop();
      return null;
    }
    return once(() => {
      if (held !== line) return;
      users -= 1;
      if (users === 0) callOff = after(GRACE, drop);
    });
  }

  return { take, drop };
}

async function firstFree(locks: Locks): Promise<(() => void) | null> {
  for (let line = 1; line <= MOST_LINES; line += 1) {
    const release = await request(locks, `plumbline-live-${String(line)}`);
    if (release !== null) return release;
  }
  return null;
}

function request(locks: Locks, name: string): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const hold = (lock: object | null): Promise<void> | undefined => {
      if (lock === null) {
        resolve(null);
        return undefined;
      }
      return new Promise((release) => resolve(() => release()));
    };
    // Where locks are forbidden they count nothing: better a stream too many than none.
    locks.request(name, { ifAvailable: true }, hold).catch(() => resolve(() => undefined));
  });
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    run();
  };
}
