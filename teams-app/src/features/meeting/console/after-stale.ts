import type { MeetingView } from '@plumbline/shared/contract/views';
import { isSamePage } from '../stage/reveal-slides.ts';
import { currentTopic, type Direction } from './primary-action.ts';

/** What became different between what a facilitator saw and what the service has. */
export type Change = 'closed' | 'facilitator' | 'phase' | 'topic' | 'topics' | 'page' | 'message' | 'commitments';

export type AfterStale = { readonly kind: 'retry' } | { readonly kind: 'tell'; readonly changed: Change };

/**
 * Whether a direction that came too late may be sent once more by itself. Most of what moves a meeting's revision (a
 * commitment, a released word, a count) has nothing to do with the button that was pressed; a step of the meeting has.
 */
export function afterStale(
  seen: MeetingView,
  { fresh, direction }: { readonly fresh: MeetingView; readonly direction: Direction },
): AfterStale {
  if (fresh.status !== 'open') return { kind: 'tell', changed: 'closed' };
  if (fresh.facilitator.person !== seen.facilitator.person) return { kind: 'tell', changed: 'facilitator' };
  if (fresh.phase !== seen.phase) return { kind: 'tell', changed: 'phase' };
  if (place(fresh) !== place(seen)) return { kind: 'tell', changed: 'topic' };
  switch (direction.type) {
    case 'choose-topics':
      return chosen(fresh) === chosen(seen) ? { kind: 'retry' } : { kind: 'tell', changed: 'topics' };
    case 'show': {
      // Two quick presses ask for the same page.
      const asked = isSamePage(fresh.page, direction.page) || isSamePage(fresh.page, seen.page);
      return asked ? { kind: 'retry' } : { kind: 'tell', changed: 'page' };
    }
    case 'settle-message':
      return fresh.message === seen.message ? { kind: 'retry' } : { kind: 'tell', changed: 'message' };
    case 'ask-support':
      // What is voted on is what the facilitator read out.
      return table(fresh) === table(seen) ? { kind: 'retry' } : { kind: 'tell', changed: 'commitments' };
    default:
      return { kind: 'retry' };
  }
}

function place(view: MeetingView): string {
  const topic = currentTopic(view);
  return topic ? `${topic.question} ${topic.step}` : '';
}

function chosen({ topics }: MeetingView): string {
  return topics.map(({ question }) => question).join();
}

function table({ commitments }: MeetingView): string {
  return JSON.stringify(commitments);
}
