import { agreementFigure } from '../../figures/agreement.ts';
import { allocationFigure } from '../../figures/allocation.ts';
import { beforeAfterFigure } from '../../figures/before-after.ts';
import { commitmentsFigure, type CommitmentsOf, type ShownCommitment } from '../../figures/commitments.ts';
import { deckWords } from '../../figures/deck-words.ts';
import { heatmapFigure } from '../../figures/heatmap.ts';
import { importanceFigure } from '../../figures/importance.ts';
import { likertFigure } from '../../figures/likert.ts';
import { methodFigure } from '../../figures/method.ts';
import { orderFigure } from '../../figures/order.ts';
import { perceptionFigure } from '../../figures/perception.ts';
import { profileFigure } from '../../figures/profile.ts';
import { strengthsFigure } from '../../figures/strengths.ts';
import { trendFigure, trendWave } from '../../figures/trend.ts';
import type { Exhibit } from '../exhibit.ts';
import { agreementExhibit } from './agreement.ts';
import { beforeAfterExhibit } from './before-after.ts';
import { commitmentsExhibit } from './commitments.ts';
import { nothingExhibit, type Telling } from './frame.ts';
import { heatmapExhibit } from './heatmap.ts';
import { importanceExhibit } from './importance.ts';
import { likertExhibit } from './likert.ts';
import { methodExhibit } from './method.ts';
import { optionsExhibit } from './options.ts';
import { perceptionExhibit } from './perception.ts';
import { profileExhibit } from './profile.ts';
import { figureSourceOf, wavesUpTo, type DocumentWave, type ShownRating } from './source.ts';
import { trendExhibit } from './trend.ts';

/** So many questions fit on a page and can be read. */
const MOST_QUESTIONS = 8;
const MOST_THAT_HOLD = 3;

/** Where the team stands, with last time beside it where the two may be compared. */
export function standing(telling: Telling): Exhibit {
  const rating = ratingOf(telling);
  if (rating === null) {
    return nothingExhibit(
      telling,
      { title: deckWords('nothing.title'), why: deckWords('nothing.why'), next: deckWords('nothing.do') },
      { key: { figure: 'profile', of: null }, subject: deckWords('about.profile') },
    );
  }
  return profileExhibit(
    telling,
    profileFigure({
      source: figureSourceOf(telling.source),
      now: rating.dimensions,
      before: lastTimeOf(telling),
      questions: rating.questions,
    }),
  );
}

/** The questions on which people are closest; `null` where no question is shown. */
export function holding(telling: Telling): Exhibit | null {
  const questions = ratingOf(telling)?.questions ?? [];
  const places = questions.flatMap(({ result }) => (result.status === 'shown' ? [result.together] : []));
  if (places.every((place) => place === null)) return null;
  const source = figureSourceOf(telling.source);
  return likertExhibit(telling, likertFigure({ source, questions, about: { about: 'holds' }, most: MOST_THAT_HOLD }), {
    of: 'holds',
    subject: deckWords('about.holds'),
  });
}

/** The questions furthest apart; `null` where questions are not shown. */
export function dividing(telling: Telling): Exhibit | null {
  const questions = ratingOf(telling)?.questions ?? [];
  if (questions.length === 0) return null;
  const source = figureSourceOf(telling.source);
  return likertExhibit(
    telling,
    likertFigure({ source, questions, about: { about: 'divides' }, most: MOST_QUESTIONS }),
    { of: null, subject: deckWords('about.likert') },
  );
}

/** The questions of each dimension. */
export function dimensionsByQuestion(telling: Telling): readonly Exhibit[] {
  const rating = ratingOf(telling);
  const source = figureSourceOf(telling.source);
  return (rating?.dimensions ?? []).flatMap(({ dimension, title }) => {
    const questions = (rating?.questions ?? []).filter((question) => question.dimension === dimension);
    if (questions.length === 0) return [];
    const figure = likertFigure({ source, questions, about: { about: 'dimension', title }, most: MOST_QUESTIONS });
    const subject = deckWords('about.likert-of', { name: title });
    return [likertExhibit(telling, figure, { of: `dimension:${dimension}`, subject })];
  });
}

/** Each question by itself. */
export function everyQuestion(telling: Telling): readonly Exhibit[] {
  const source = figureSourceOf(telling.source);
  return (ratingOf(telling)?.questions ?? []).map((question) =>
    agreementExhibit(telling, agreementFigure({ source, question }), question.question),
  );
}

/** What matters against what divides; `null` where nobody was asked what matters. */
export function mattering(telling: Telling): Exhibit | null {
  const dimensions = ratingOf(telling)?.dimensions ?? [];
  if (dimensions.every(({ importance }) => importance === null)) return null;
  return importanceExhibit(telling, importanceFigure({ source: figureSourceOf(telling.source), dimensions }));
}

/** Dimensions by group; `null` where the team has none. */
export function byGroup(telling: Telling): Exhibit | null {
  const rating = ratingOf(telling);
  if (rating === null || rating.groups.length === 0) return null;
  const { dimensions, groups } = rating;
  return heatmapExhibit(telling, heatmapFigure({ source: figureSourceOf(telling.source), dimensions, groups }));
}

/** Before and after the talks; `null` where there are none to speak of, or they are not shown. */
export function talking(telling: Telling): Exhibit | null {
  const { meeting, results } = telling.source;
  if (meeting.format !== 'meeting' || results?.depth !== 'full' || results.rating === null) return null;
  const { questions: rated } = results.rating;
  const questions = results.revotes.flatMap((revote) => {
    const asked = [...meeting.topics, ...rated].find(({ question }) => question === revote.question);
    return asked === undefined ? [] : [{ text: asked.text, revote }];
  });
  if (questions.length > 0) {
    return beforeAfterExhibit(telling, beforeAfterFigure({ source: figureSourceOf(telling.source), questions }));
  }
  return nothingExhibit(
    telling,
    {
      title: deckWords('none.talks.title'),
      why: deckWords('none.talks.why'),
      next: deckWords('none.talks.do'),
    },
    { key: { figure: 'before-after', of: null }, subject: deckWords('about.before-after') },
  );
}

/** What the team guessed of itself, each scale for itself. */
export function guessing(telling: Telling): readonly Exhibit[] {
  const source = figureSourceOf(telling.source);
  const scales = new Map(
    (ratingOf(telling)?.questions ?? []).map(({ question, low, high }) => [question, { low, high }]),
  );
  const guesses = (telling.source.results?.predictions ?? []).flatMap((guess) => {
    const scale = scales.get(guess.question);
    return scale === undefined ? [] : [{ guess, scale, of: `${String(scale.low)}-${String(scale.high)}` }];
  });
  return guesses
    .filter((one, place) => guesses.findIndex(({ of }) => of === one.of) === place)
    .map(({ scale, of }) => {
      const questions = guesses.filter((one) => one.of === of).map(({ guess }) => guess);
      return perceptionExhibit(telling, perceptionFigure({ source, scale, questions }), of);
    });
}

/** The team's priorities: orders, points and what wins. */
export function prioritising(telling: Telling): readonly Exhibit[] {
  const rating = ratingOf(telling);
  if (rating === null) return [];
  const source = figureSourceOf(telling.source);
  return [
    ...rating.rankings.map((ranking) => orderFigure({ source, ranking })),
    ...rating.allocations.map((allocation) => allocationFigure({ source, allocation })),
    ...rating.pairwise.map((pairwise) => strengthsFigure({ source, pairwise })),
  ].map((figure) => optionsExhibit(telling, figure));
}

/** What the meeting committed to; `null` for a pulse, which commits to nothing. */
export function committing(telling: Telling): Exhibit | null {
  const { meeting, team } = telling.source;
  if (meeting.format !== 'meeting') return null;
  const texts = new Map(
    meeting.rounds.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text] as const)),
  );
  return commitmentsOf(
    telling,
    'meeting',
    meeting.commitments.map(({ id, sentence, owner, due, displaces, question }) => ({
      sentence,
      owner: owner.name,
      due,
      status: team.commitments.find((one) => one.id === id)?.status ?? null,
      displaces: displaces === '' ? null : displaces,
      question: question === null ? null : (texts.get(question) ?? null),
      moved: null,
    })),
  );
}

/** What came of the commitments of the time before; `null` where there were none. */
export function keeping(telling: Telling): Exhibit | null {
  const { lastTime } = telling.source.meeting;
  if (lastTime.length === 0) return null;
  return commitmentsOf(
    telling,
    'last-time',
    lastTime.map(({ commitment, moved }) => ({
      sentence: commitment.sentence,
      owner: commitment.owner.name,
      due: commitment.due,
      status: commitment.status,
      // What it moved is what is looked at then.
      displaces: null,
      question: commitment.question?.text ?? null,
      moved,
    })),
  );
}

/** The dimensions over the team's meetings. */
export function changing(telling: Telling): Exhibit {
  const waves = wavesUpTo(telling.source).map(trendWave);
  return trendExhibit(telling, trendFigure({ source: figureSourceOf(telling.source), waves }));
}

/** Response and method. */
export function reading(telling: Telling): Exhibit {
  const { meeting, results } = telling.source;
  const { mode, format, revision } = meeting;
  return methodExhibit(
    telling,
    methodFigure({
      source: figureSourceOf(telling.source),
      about: {
        mode,
        format,
        revision,
        depth: results?.depth ?? 'dimensions',
        sealed: meeting.closedAt === null ? null : meeting.sealed,
      },
    }),
  );
}

function ratingOf({ source }: Telling): ShownRating | null {
  return source.results?.rating ?? null;
}

/** Other questions or other people would say something about them, not about the team. */
function lastTimeOf({ source }: Telling): DocumentWave['dimensions'] | null {
  const waves = wavesUpTo(source);
  const last = waves.at(-1);
  if (last?.meeting !== source.meeting.id || last.changed.length > 0) return null;
  return waves.at(-2)?.dimensions ?? null;
}

function commitmentsOf(telling: Telling, of: CommitmentsOf, commitments: readonly ShownCommitment[]): Exhibit {
  // Questions stay with the team.
  const full = telling.source.results?.depth === 'full';
  const shown = full ? commitments : commitments.map((one) => ({ ...one, question: null, moved: null }));
  const figure = commitmentsFigure({ source: figureSourceOf(telling.source), of, commitments: shown });
  return commitmentsExhibit(telling, figure, of);
}
