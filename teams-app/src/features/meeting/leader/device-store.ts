import type { BallotAnswer, BallotDraft } from './ballot-draft.ts';

/** The part of the browser's storage that is needed here. */
export interface TextStorage {
  readonly length: number;
  key(place: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What one person typed on this device and the service does not have yet. */
export interface DeviceStore {
  readonly ballot: (round: string) => BallotDraft | null;
  readonly keepBallot: (round: string, draft: BallotDraft) => void;
  readonly dropBallot: (round: string) => void;
  readonly text: (name: string) => string;
  readonly keepText: (name: string, text: string) => void;
  /** Drops every text whose name begins so. */
  readonly dropTexts: (prefix: string) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Grows with each change. */
  readonly version: () => number;
}

const SCHEMA = 1;

/**
 * Opens what a person left on this device. Where the browser refuses to store, things are kept until the page is left.
 * `storage` is `null` where there is none.
 */
export function openDeviceStore(storage: TextStorage | null, person: string): DeviceStore {
  const memory = new Map<string, string>();
  const listeners = new Set<() => void>();
  let version = 0;
  const ballotKey = (round: string) => `plumbline|ballot|${person}|${round}`;
  const textKey = (name: string) => `plumbline|text|${person}|${name}`;

  function read(key: string): string | null {
    const kept = memory.get(key);
    if (kept !== undefined) return kept;
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  function write(key: string, value: string | null): void {
    if (read(key) === value) return;
    memory.delete(key);
    try {
      if (value === null) storage?.removeItem(key);
      else if (storage) storage.setItem(key, value);
      else memory.set(key, value);
    } catch {
      // Full or forbidden: the page's memory has to do.
      if (value !== null) memory.set(key, value);
    }
    version += 1;
    for (const listener of listeners) listener();
  }

  return {
    ballot: (round) => parseBallot(read(ballotKey(round))),
    keepBallot: (round, draft) => {
      write(ballotKey(round), JSON.stringify({ schema: SCHEMA, ...draft }));
    },
    dropBallot: (round) => {
      write(ballotKey(round), null);
    },
    text: (name) => read(textKey(name)) ?? '',
    keepText: (name, text) => {
      write(textKey(name), text === '' ? null : text);
    },
    dropTexts: (prefix) => {
      for (const key of [...memory.keys(), ...keysOf(storage)]) {
        if (key.startsWith(textKey(prefix))) write(key, null);
      }
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

function keysOf(storage: TextStorage | null): readonly string[] {
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, place) => storage.key(place)).filter((key) => key !== null);
}

/** A kept ballot, or `null` for anything that this version did not write. */
function parseBallot(text: string | null): BallotDraft | null {
  if (text === null) return null;
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(kept) || kept['schema'] !== SCHEMA) return null;
  const { held, changes } = kept;
  if (!isRecord(changes)) return null;
  const known = Object.entries(changes).filter((entry): entry is [string, BallotAnswer | null] => isChange(entry[1]));
  if (known.length === 0) return null;
  return { held: parseHeld(held), changes: Object.fromEntries(known) };
}

function parseHeld(held: unknown): BallotDraft['held'] {
  if (!isRecord(held)) return null;
  const { revision, answers } = held;
  if (typeof revision !== 'string' || !isRecord(answers)) return null;
  const known = Object.entries(answers).filter((entry): entry is [string, BallotAnswer] => isAnswer(entry[1]));
  return { revision, answers: Object.fromEntries(known) };
}

function isChange(value: unknown): value is BallotAnswer | null {
  return value === null || isAnswer(value);
}

function isAnswer(value: unknown): value is BallotAnswer {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'scale':
      return typeof value['value'] === 'number';
    case 'cannot-say':
      return true;
    case 'ranking':
      return isTextList(value['order']);
    case 'allocation':
      return isRecord(value['points']) && Object.values(value['points']).every((given) => typeof given === 'number');
    case 'pairwise':
      return Array.isArray(value['choices']) && value['choices'].every(isChoice);
    case 'dots':
      return isTextList(value['on']);
    default:
      return false;
  }
}

function isChoice(value: unknown): boolean {
  return isRecord(value) && typeof value['preferred'] === 'string' && typeof value['over'] === 'string';
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
