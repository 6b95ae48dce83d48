import type { LastTime, MeetingView } from '@plumbline/shared/contract/views';

type Moved = NonNullable<LastTime['moved']>;

/** What this meeting shows, or what was measured since the commitment was made. */
type Measured = Moved | `since.${Moved}`;

type Movement = Measured | `later.${MeetingView['format']}` | 'not-measured' | 'not-known';

/** What can be said of the question of an earlier commitment; `null`: it has none, or a sponsor asks. */
export function movementOf(view: MeetingView, { commitment, moved }: LastTime): Movement | null {
  const { question } = commitment;
  if (question === null || view.me.role === 'sponsor') return null;
  const measured = measuredOf(view, { commitment, moved });
  if (measured !== null) return measured;
  const rating = view.rounds.find(({ purpose, questions }) => {
    return purpose === 'rating' && questions.some(({ id }) => id === question.id);
  });
  // Whoever else is asked says what they think, and not what the team does.
  const ofTeam = view.asks === 'team' && view.participants === null;
  if (!ofTeam || rating === undefined) return 'not-measured';
  return rating.shown ? 'not-known' : `later.${view.format}`;
}

/** What is known by now; once a meeting shows its own rating, nothing from before it counts. */
export function measuredOf(view: MeetingView, { commitment, moved }: LastTime): Measured | null {
  if (moved !== null) return moved;
  const shown = view.rounds.some(({ purpose, shown }) => purpose === 'rating' && shown);
  return shown || commitment.moved === null ? null : `since.${commitment.moved}`;
}

/** The earlier commitments that a closed meeting says something of: a pulse only of those it measured. */
export function toldAfter({ format, me, lastTime }: MeetingView): readonly LastTime[] {
  if (me.role === 'sponsor') return [];
  return format === 'meeting' ? lastTime : lastTime.filter(({ moved }) => moved !== null);
}
