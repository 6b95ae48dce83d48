import type { RunningMeeting } from '../running/running-meeting.ts';
import type { RunningService } from '../running/running-service.ts';
import { COMMITS_PATH } from './commits-path.ts';
import { steadyQuantile, type Line } from './figures.ts';
import { monotonic, Watchers } from './watchers.ts';

/** The two servers, and the meeting whose rating is closed again and again. */
export interface Rivals {
  readonly service: RunningService;
  readonly bare: RunningService;
  readonly meeting: RunningMeeting;
  readonly tokens: readonly string[];
}

/** How long it took each watcher to be told, in milliseconds: since the change was committed, and since it was asked for. */
interface Delays {
  readonly sinceCommit: number[];
  readonly sinceRequest: number[];
}

const WARM_UP = 20;

/**
 * Closes a rating with so many watchers and looks when each knows, in turn with a bare Node server that is told to tell as
 * many. Going back, which opens the rating again, is not measured.
 */
export async function measureFanOut(
  rivals: Rivals,
  { count, rounds }: { count: number; rounds: number },
): Promise<readonly Line[]> {
  const { service, bare, meeting, tokens } = rivals;
  const ours = new Watchers();
  const theirs = new Watchers();
  await ours.open(count, { origin: service.origin, path: `/api/live?topics=${meeting.id}`, tokens });
  await theirs.open(count, { origin: bare.origin, path: '/', tokens });
  const our: Delays = { sinceCommit: [], sinceRequest: [] };
  const their: Delays = { sinceCommit: [], sinceRequest: [] };
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const one = await closeRating(meeting, ours, service.origin);
    const other = await tellBarely(theirs, { origin: bare.origin, revision: `${count}-${round}` });
    if (round < 0) continue;
    keep(our, one);
    keep(their, other);
  }
  ours.close();
  theirs.close();
  const line = (what: string, of: keyof Delays, share: { readonly at: number; readonly goal: number | null }): Line => {
    const [mine, reference] = [steadyQuantile(our[of], share.at), steadyQuantile(their[of], share.at)];
    const ms = (value: number): string => `${value.toFixed(2)} ms`;
    return {
      what: `${count} watchers, ${what}`,
      ours: ms(mine),
      reference: ms(reference),
      ratio: mine / reference,
      goal: share.goal,
    };
  };
  return [
    line('committed -> known, median', 'sinceCommit', { at: 0.5, goal: 1.5 }),
    line('committed -> known, p99', 'sinceCommit', { at: 0.99, goal: 2 }),
    line('asked for -> known, median', 'sinceRequest', { at: 0.5, goal: null }),
    line('asked for -> known, p99', 'sinceRequest', { at: 0.99, goal: null }),
  ];
}

interface Telling {
  readonly asked: number;
  readonly committed: number;
  readonly heard: readonly number[];
}

function keep(delays: Delays, { asked, committed, heard }: Telling): void {
  for (const at of heard) {
    delays.sinceCommit.push(at - committed);
    delays.sinceRequest.push(at - asked);
  }
}

async function closeRating(meeting: RunningMeeting, watchers: Watchers, origin: string): Promise<Telling> {
  const { id, facilitator } = meeting;
  const { revision } = await meeting.view();
  const next = String(revision + 1);
  const told = watchers.told(next);
  const asked = monotonic();
  const moved = facilitator.do('directMeeting', {
    params: { meeting: id },
    input: { type: 'move', to: 'predicting' },
    ifMatch: String(revision),
  });
  const [heard] = await Promise.all([told, moved]);
  const committed = await committedAt(origin, next);
  const back = watchers.told(String(revision + 2));
  await facilitator.do('directMeeting', { params: { meeting: id }, input: { type: 'go-back' }, ifMatch: next });
  await back;
  return { asked, committed, heard };
}

async function tellBarely(
  watchers: Watchers,
  { origin, revision }: { origin: string; revision: string },
): Promise<Telling> {
  const told = watchers.told(revision);
  const asked = monotonic();
  const [heard] = await Promise.all([told, fetch(`${origin}/?revision=${revision}`, { method: 'POST' })]);
  return { asked, committed: await committedAt(origin, revision), heard };
}

async function committedAt(origin: string, revision: string): Promise<number> {
  const response = await fetch(origin + COMMITS_PATH);
  const commits = (await response.json()) as Readonly<Record<string, string>>;
  return Number(BigInt(commits[revision] ?? '0')) / 1e6;
}
