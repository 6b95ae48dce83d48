import { deckWords } from '../../figures/deck-words.ts';
import { message } from '../../figures/message.ts';
import type { ProfileFigure, ProfileRow } from '../../figures/profile.ts';
import { shapeQuestion } from '../../figures/shape-words.ts';
import type { ChartContent, Exhibit, ExhibitKey } from '../exhibit.ts';
import type { Say } from './content.ts';
import {
  categoryOf,
  exhibitOf,
  heldBecauseFew,
  inHundredths,
  nothingExhibit,
  togetherAxis,
  type Telling,
} from './frame.ts';

/** The profile as bars from far apart to together, those of last time beside them. */
export function profileExhibit(telling: Telling, figure: ProfileFigure): Exhibit {
  const key: ExhibitKey = { figure: 'profile', of: null };
  const subject = deckWords('about.profile');
  const { rows } = figure.marks;
  if (rows.every(({ now }) => now === null)) {
    return nothingExhibit(telling, heldBecauseFew(telling, figure.title), { key, subject });
  }
  return exhibitOf(telling, figure, {
    key,
    subject,
    body: { form: 'chart', chart: profileChart(telling.say, rows) },
    talk: talkOf(figure),
  });
}

function profileChart(say: Say, rows: readonly ProfileRow[]): ChartContent {
  // Last time says something only beside now.
  const past = rows.map(({ now, before }) => (now === null ? null : before));
  const compared = past.some((place) => place !== null);
  const furthest = furthestApart(rows);
  return {
    form: 'bars',
    categories: rows.map(({ title, note }) => categoryOf(say, title, note)),
    series: [
      {
        id: 'now',
        name: say(message('profile.key.now')),
        values: rows.map(({ now }) => inHundredths(now)),
        tone: 'accent',
        // Beside last time, a colour tells the times apart.
        ...(compared ? {} : { tones: rows.map(({ now }) => (now === furthest ? 'accent' : 'quiet')) }),
        mark: 'bar',
        labels: rows.map(({ shape }) => shape && say(shape)),
      },
      ...(compared
        ? [
            {
              id: 'before',
              name: say(message('profile.key.before')),
              values: past.map(inHundredths),
              tone: 'second',
              mark: 'bar',
              labels: 'none',
            } as const,
          ]
        : []),
    ],
    axis: togetherAxis(say),
    legend: compared,
  };
}

/** The place that the title calls furthest apart; `null` where all are together. */
function furthestApart(rows: readonly ProfileRow[]): number | null {
  const places = rows.flatMap(({ now }) => (now === null ? [] : [now]));
  const least = Math.min(...places);
  return least < 1 ? least : null;
}

function talkOf({ basis }: ProfileFigure) {
  const now = basis.of === 'dimensions' ? basis.now : [];
  const parted = now.find(({ result }) => result.status === 'shown' && result.together !== null);
  if (parted?.result.status !== 'shown' || parted.result.band === 'aligned') {
    return deckWords('talk.profile-together', { ask: shapeQuestion('aligned-high') });
  }
  return deckWords('talk.profile', { name: parted.title, ask: shapeQuestion(parted.result.shape) });
}
