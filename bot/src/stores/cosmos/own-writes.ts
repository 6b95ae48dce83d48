import { isWatched, type Place, type StoreChange } from '@plumbline/shared/application/ports/document-store';
import { changesOf, type WritePlan } from './write-plan.ts';

/** Tells this process's own writes in the order in which they were committed, and knows them again in the feed. */
export interface OwnWrites {
  readonly begin: (place: Place, etags: readonly string[]) => OwnWrite;
  /** Whether what the feed brings is told by the writer itself; what it brings of a write under way is kept meanwhile. */
  readonly isOwn: (etag: string, changes: readonly StoreChange[]) => boolean;
}

/** One write under way. */
export interface OwnWrite {
  readonly commit: (plan: WritePlan, logPlace: bigint) => void;
  /** The writer gave up without knowing: if the feed brings the write it is told like anybody else's. */
  readonly leaveToFeed: () => void;
  /** The write is over, whichever way. */
  readonly end: () => void;
}

/** The writes of one partition: those under way, and those committed while others were. */
interface Lane {
  readonly underWay: Set<symbol>;
  waiting: Committed[];
}

interface Committed {
  readonly logPlace: bigint;
  readonly changes: readonly StoreChange[];
  /** Those under way when this one was known to be committed: they may have been committed before it. */
  readonly behind: Set<symbol>;
}

/** As many etags of the past are known again in the feed. */
const MOST_ETAGS = 20_000;

/** The own writes of a store; `tell` hands a change to whoever watches. */
export function createOwnWrites(tell: (change: StoreChange) => void): OwnWrites {
  const lanes = new Map<string, Lane>();
  /** Of each own etag what the feed brought while its write was under way; null once the write was told. */
  const known = new Map<string, StoreChange[] | null>();

  function remember(etags: readonly string[], met: StoreChange[] | null): void {
    for (const etag of etags) known.set(etag, met);
    for (const etag of known.keys()) {
      if (known.size <= MOST_ETAGS) break;
      known.delete(etag);
    }
  }

  function settle(key: string, lane: Lane): void {
    for (const { behind } of lane.waiting) {
      for (const other of behind) if (!lane.underWay.has(other)) behind.delete(other);
    }
    lane.waiting.sort((a, b) => (a.logPlace < b.logPlace ? -1 : Number(a.logPlace > b.logPlace)));
    while (lane.waiting[0]?.behind.size === 0) {
      for (const change of lane.waiting.shift()?.changes ?? []) tell(change);
    }
    if (lane.underWay.size === 0) lanes.delete(key);
  }

  return {
    begin(place, etags) {
      if (!isWatched(place.container)) return SILENT;
      const key = `${place.container}/${place.partition}`;
      const lane = lanes.get(key) ?? { underWay: new Set(), waiting: [] };
      lanes.set(key, lane);
      const self = Symbol('write');
      lane.underWay.add(self);
      const met: StoreChange[] = [];
      remember(etags, met);
      return {
        commit(plan, logPlace) {
          lane.underWay.delete(self);
          for (const etag of etags) known.set(etag, null);
          lane.waiting.push({ logPlace, changes: changesOf(plan), behind: new Set(lane.underWay) });
          settle(key, lane);
        },
        leaveToFeed() {
          for (const etag of etags) known.delete(etag);
          for (const change of met) tell(change);
        },
        end() {
          if (lane.underWay.delete(self)) settle(key, lane);
        },
      };
    },
    isOwn(etag, changes) {
      const met = known.get(etag);
      if (met === undefined) return false;
      met?.push(...changes);
      return true;
    },
  };
}

const SILENT: OwnWrite = { commit: () => undefined, leaveToFeed: () => undefined, end: () => undefined };
