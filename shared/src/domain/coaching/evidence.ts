import { builtInInstruments } from '../instrument/instrument.ts';
import type { QuestionId } from '../instrument/question.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { MeetingId } from '../../kernel/ids.ts';
import type { RatingResults } from '../results/shown.ts';

/** What a recommendation is made from: the built-in instruments, by their ids. */
export const MEASURES = ['alignment', 'coaching', 'symptoms-organisation', 'symptoms-team', 'readiness'] as const;
export type Measure = (typeof MEASURES)[number];

/** The results of a closed meeting or pulse, as they are shown to those who see questions. */
export interface ShownMeeting {
  readonly meeting: MeetingId;
  readonly title: string;
  readonly closedAt: Instant;
  /** How many leaders were asked. */
  readonly leaders: number;
  readonly results: RatingResults;
}

/** The latest shown results of each measure, as far as the team has been asked. */
export type Evidence = Readonly<Partial<Record<Measure, ShownMeeting>>>;

/**
 * The latest closed meeting or pulse that asked each measure whole: a copy counts as long as it keeps all the questions.
 * One that also asked people beside the leaders says what they think, and not the team.
 */
export function evidenceIn(meetings: readonly ShownMeeting[]): Evidence {
  const ofTeam = meetings.filter(({ leaders, results }) => isOfTeam(leaders, results));
  const latestFirst = [...ofTeam].sort((a, b) => b.closedAt - a.closedAt);
  const found = MEASURES.flatMap((measure) => {
    const needed = questionsOf(measure);
    const meeting = latestFirst.find(({ results }) => {
      const asked = new Set(results.questions.map(({ question }) => question));
      return needed.every((question) => asked.has(question));
    });
    return meeting ? [[measure, meeting] as const] : [];
  });
  return Object.fromEntries(found);
}

/** Whether a meeting or pulse asked the leaders of the team and nobody else. */
export function isOfTeam(leaders: number, { invited }: Pick<RatingResults, 'invited'>): boolean {
  return invited === leaders;
}

/** The dimensions of a measure, and their questions. */
export function dimensionsOf(
  measure: Measure,
): readonly { readonly id: string; readonly title: string; readonly questions: readonly QuestionId[] }[] {
  const instrument = builtInInstruments().find(({ id }) => id === `instrument_${measure}`);
  return (instrument?.dimensions ?? []).map(({ id, title, questions }) => ({
    id,
    title,
    questions: questions.map((question) => question.id),
  }));
}

function questionsOf(measure: Measure): readonly QuestionId[] {
  return dimensionsOf(measure).flatMap(({ questions }) => questions);
}
