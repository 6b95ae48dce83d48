import { deckWords, type DeckMessage } from '../../figures/deck-words.ts';
import { shapeFinding, shapeQuestion } from '../../figures/shape-words.ts';
import type { Exhibit } from '../exhibit.ts';
import {
  byGroup,
  changing,
  committing,
  dimensionsByQuestion,
  dividing,
  guessing,
  holding,
  keeping,
  mattering,
  prioritising,
  reading,
  standing,
  talking,
} from './chapters.ts';
import type { Report, ReportSection, Say } from './content.ts';
import type { Telling } from './frame.ts';
import { subtitleOf } from './packs.ts';
import { wavesUpTo, type DocumentSource } from './source.ts';
import { answeredOf } from './summary.ts';

/** A report to read rather than to present: sentences by rule, each beside the figure that it comes from. */
export function reportOf(source: DocumentSource, say: Say): Report {
  const telling = { source, say };
  return {
    title: say(deckWords('report.title', { team: source.meeting.team.name })),
    subtitle: subtitleOf(source, say),
    sections: [
      inShort(telling),
      section(telling, 'report.stand', { says: dimensionsSaid(source), exhibits: [standing(telling)] }),
      ...where(drawn(byGroup(telling)), (exhibit) => ({
        ...section(telling, 'report.groups', { says: [], exhibits: [exhibit] }),
        level: 2,
      })),
      ...where(drawn(holding(telling)), (exhibit) =>
        section(telling, 'report.holds', { says: [], exhibits: [exhibit] }),
      ),
      ...divided(telling),
      ...where(talking(telling), (exhibit) =>
        section(telling, 'report.talks', { says: changesSaid(source), exhibits: [exhibit] }),
      ),
      ...several(telling, 'report.guesses', guessing(telling)),
      ...several(telling, 'report.priorities', prioritising(telling)),
      ...where(committing(telling), (exhibit) =>
        section(telling, 'report.commitments', { says: [], exhibits: [exhibit] }),
      ),
      ...messageOf(telling),
      ...where(keeping(telling), (exhibit) => section(telling, 'report.last-time', { says: [], exhibits: [exhibit] })),
      ...where(wavesUpTo(source).length < 2 ? null : changing(telling), (exhibit) =>
        section(telling, 'report.since', { says: [], exhibits: [exhibit] }),
      ),
      section(telling, 'report.method', { says: [], exhibits: [reading(telling)] }),
    ],
  };
}

type Heading = Extract<Parameters<typeof deckWords>[0], `report.${string}`>;

/** So many of what is furthest apart are put into sentences. */
const MOST_SAID = 3;
/** So many dimensions that divide have their questions in a report of a few pages. */
const MOST_DIMENSIONS = 3;

function section(
  { say }: Pick<Telling, 'say'>,
  heading: Heading,
  of: { readonly says: readonly DeckMessage[]; readonly exhibits: readonly Exhibit[] },
): ReportSection {
  return { heading: say(deckWords(heading)), level: 1, paragraphs: of.says.map(say), exhibits: of.exhibits };
}

/** In a report it is enough to say once that too few answered. */
function drawn(exhibit: Exhibit | null): Exhibit | null {
  return exhibit === null || exhibit.body.form === 'text' ? null : exhibit;
}

function where(exhibit: Exhibit | null, of: (exhibit: Exhibit) => ReportSection): readonly ReportSection[] {
  return exhibit === null ? [] : [of(exhibit)];
}

function several(telling: Telling, heading: Heading, exhibits: readonly Exhibit[]): readonly ReportSection[] {
  const shown = exhibits.filter((exhibit) => drawn(exhibit) !== null);
  return shown.length === 0 ? [] : [section(telling, heading, { says: [], exhibits: shown })];
}

function inShort(telling: Telling): ReportSection {
  const { say, source } = telling;
  const { meeting, results } = source;
  const findings = [standing(telling), talking(telling), keeping(telling)]
    .filter((exhibit) => exhibit !== null)
    .map(({ title }) => deckWords('says.sentence', { finding: title }));
  const commits = meeting.commitments.length;
  const sentences = [
    ...findings,
    ...(meeting.format === 'meeting' && commits > 0 ? [deckWords('says.commits', { count: commits })] : []),
  ];
  return {
    heading: say(deckWords('report.summary')),
    level: 1,
    paragraphs: [
      sentences.map(say).join(' '),
      [answeredOf(source), deckWords('says.reading')].map(say).join(' '),
      ...(results?.depth === 'dimensions' ? [say(deckWords('says.dimensions-only'))] : []),
    ],
    exhibits: [],
  };
}

function divided(telling: Telling): readonly ReportSection[] {
  const { source } = telling;
  const exhibits = [drawn(mattering(telling)), drawn(dividing(telling))].filter((exhibit) => exhibit !== null);
  if (exhibits.length === 0) return [];
  const says = [...campsSaid(source), ...questionsSaid(source)];
  const byQuestion = dimensionsByQuestion(telling).slice(0, MOST_DIMENSIONS);
  return [
    section(telling, 'report.divides', { says, exhibits }),
    ...several(telling, 'report.questions', byQuestion).map((questions) => ({ ...questions, level: 2 as const })),
  ];
}

function dimensionsSaid({ results }: DocumentSource): readonly DeckMessage[] {
  return (results?.rating?.dimensions ?? [])
    .flatMap(({ title, result }) =>
      result.status === 'shown' && result.band !== null && result.band !== 'aligned'
        ? [
            deckWords('says.dimension', {
              name: title,
              finding: shapeFinding(result.shape),
              ask: shapeQuestion(result.shape),
            }),
          ]
        : [],
    )
    .slice(0, MOST_SAID);
}

function campsSaid({ results }: DocumentSource): readonly DeckMessage[] {
  const camps = results?.rating?.camps ?? null;
  if (camps === null) return [];
  return [deckWords('says.camps', { larger: Math.max(...camps.sizes), smaller: Math.min(...camps.sizes) })];
}

function questionsSaid({ results }: DocumentSource): readonly DeckMessage[] {
  return (results?.rating?.questions ?? [])
    .flatMap(({ text, result }) =>
      result.status === 'shown' && result.band !== null && result.band !== 'aligned'
        ? [
            deckWords('says.question', {
              text,
              finding: shapeFinding(result.shape),
              ask: shapeQuestion(result.shape),
            }),
          ]
        : [],
    )
    .slice(0, MOST_SAID);
}

/** What the team itself wrote down after each talk. */
function changesSaid({ meeting }: DocumentSource): readonly DeckMessage[] {
  return meeting.topics.flatMap(({ text, step, change }) =>
    step === 'waiting' || change === '' ? [] : [deckWords('says.change', { text, change })],
  );
}

function messageOf(telling: Telling): readonly ReportSection[] {
  const { message } = telling.source.meeting;
  if (message === null) return [];
  return [section(telling, 'report.message', { says: [deckWords('says.message', { message })], exhibits: [] })];
}
