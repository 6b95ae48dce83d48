import { deckWords } from '../../figures/deck-words.ts';
import { percent } from '../../figures/figure.ts';
import type { ImportanceFigure, ImportancePoint } from '../../figures/importance.ts';
import { message } from '../../figures/message.ts';
import type { ChartContent, Exhibit, ExhibitKey } from '../exhibit.ts';
import type { Say } from './content.ts';
import { exhibitOf, nothingExhibit, type Telling } from './frame.ts';

/** What matters against what divides, a named point each; those on one place share a point and are named together. */
export function importanceExhibit(telling: Telling, figure: ImportanceFigure): Exhibit {
  const key: ExhibitKey = { figure: 'importance', of: null };
  const subject = deckWords('about.importance');
  const { points } = figure.marks;
  if (points.length === 0) {
    const nothing = {
      title: deckWords('none.importance.title'),
      why: deckWords('none.importance.why'),
      next: deckWords('none.importance.do'),
    };
    return nothingExhibit(telling, nothing, { key, subject });
  }
  return exhibitOf(telling, figure, {
    key,
    subject,
    body: { form: 'chart', chart: chartOf(telling.say, points) },
    talk: deckWords('talk.importance'),
  });
}

interface Spot {
  readonly across: number;
  readonly up: number;
  readonly points: readonly ImportancePoint[];
}

function chartOf(say: Say, points: readonly ImportancePoint[]): ChartContent {
  const spots = spotsOf(points);
  const names = spots.map((spot) => spot.points.map(({ title }) => title).join(' · '));
  const line = { low: 0, high: 100, step: 25, numbers: true, format: '0' } as const;
  return {
    form: 'points',
    categories: names,
    series: [
      {
        id: 'importance',
        name: say(message('column.importance')),
        values: spots.map(({ across }) => across),
        tone: 'quiet',
        tones: spots.map((spot) => (spot.points.some(({ first }) => first) ? 'accent' : 'quiet')),
        mark: 'markers',
        labels: names,
      },
      {
        id: 'divergence',
        name: say(deckWords('series.apart')),
        values: spots.map(({ up }) => up),
        tone: 'quiet',
        mark: 'markers',
        labels: 'none',
      },
    ],
    axis: {
      ...line,
      ends: { low: say(message('axis.matters-less')), high: say(message('axis.matters-more')) },
      title: say(message('column.importance')),
    },
    upAxis: {
      ...line,
      ends: { low: say(message('axis.together')), high: say(message('axis.apart')) },
      title: say(deckWords('series.apart')),
    },
    legend: false,
  };
}

function spotsOf(points: readonly ImportancePoint[]): readonly Spot[] {
  const spots = new Map<string, Spot>();
  for (const point of points) {
    const [across, up] = [percent(point.importance), percent(point.divergence)];
    const at = `${String(across)} ${String(up)}`;
    spots.set(at, { across, up, points: [...(spots.get(at)?.points ?? []), point] });
  }
  return [...spots.values()];
}
