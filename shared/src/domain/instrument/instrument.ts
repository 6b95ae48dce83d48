import { fail, ok, type Result } from '../../kernel/result.ts';
import type { InstrumentId, TeamId } from '../../kernel/ids.ts';
import { makeId } from '../../kernel/ids.ts';
import { WRITTEN_IN, type Language } from '../../kernel/languages.ts';
import type { Question } from './question.ts';
import german from './built-in.de.json' with { type: 'json' };
import builtIn from './built-in.json' with { type: 'json' };

export interface Dimension {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

/** A versioned, immutable set of questions grouped in dimensions; `team` is `null` for a built-in one. */
export interface Instrument {
  readonly id: InstrumentId;
  readonly version: number;
  readonly title: string;
  readonly team: TeamId | null;
  /** The built-in or own instrument that this one was copied from. */
  readonly copiedFrom: { readonly id: InstrumentId; readonly version: number } | null;
  readonly dimensions: readonly Dimension[];
}

export type InstrumentError =
  | { readonly kind: 'instrument.unknown' }
  | { readonly kind: 'instrument.empty' }
  | { readonly kind: 'instrument.built-in' };

/** An edited dimension; questions without an `id` are new. */
export interface DimensionDraft {
  readonly title: string;
  readonly questions: readonly { readonly kind: 'agreement' | 'frequency'; readonly text: string }[];
}

const BUILT_IN: readonly Instrument[] = builtIn.instruments.map((source) => ({
  id: makeId('instrument', source.id),
  version: source.version,
  title: source.title,
  team: null,
  copiedFrom: null,
  dimensions: source.dimensions.map((dimension) => ({
    id: dimension.id,
    title: dimension.title,
    questions: dimension.questions.map((question) => ({
      id: question.id,
      kind: question.kind === 'frequency' ? ('frequency' as const) : ('agreement' as const),
      text: question.text,
    })),
  })),
}));

/** What they say in another language, by their ids; what is missing there stays as it is written. */
interface Wording {
  readonly instruments: Readonly<Record<string, string>>;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, string>>;
}

const IN_LANGUAGE: Readonly<Record<Language, readonly Instrument[]>> = {
  en: BUILT_IN,
  de: BUILT_IN.map(worded(german)),
};

/** The instruments that every team has. */
export function builtInInstruments(language: Language = WRITTEN_IN): readonly Instrument[] {
  return IN_LANGUAGE[language];
}

function worded({ instruments, dimensions, questions }: Wording): (instrument: Instrument) => Instrument {
  return (instrument) => ({
    ...instrument,
    title: instruments[instrument.id] ?? instrument.title,
    dimensions: instrument.dimensions.map((dimension) => ({
      ...dimension,
      title: dimensions[dimension.id] ?? dimension.title,
      questions: dimension.questions.map((asked) => ({ ...asked, text: questions[asked.id] ?? asked.text })),
    })),
  });
}

/** A team's own first version of an instrument, to be edited. */
export function copyInstrument(
  source: Instrument,
  copy: { readonly id: InstrumentId; readonly team: TeamId; readonly title: string },
): Instrument {
  return {
    ...source,
    id: copy.id,
    version: 1,
    title: copy.title,
    team: copy.team,
    copiedFrom: { id: source.id, version: source.version },
  };
}

/**
 * The next version of a team's own instrument; the version before stays as it is for the meetings that used it.
 * A question whose text is unchanged keeps its id, so that it can be compared over time; any other gets a new one.
 */
export function editInstrument(
  current: Instrument,
  draft: { readonly title: string; readonly dimensions: readonly DimensionDraft[] },
): Result<Instrument, InstrumentError> {
  if (current.team === null) return fail({ kind: 'instrument.built-in' });
  const dimensions = draft.dimensions.filter((dimension) => dimension.questions.length > 0);
  if (dimensions.length === 0) return fail({ kind: 'instrument.empty' });
  const version = current.version + 1;
  const known = new Map(
    current.dimensions.flatMap((dimension) => dimension.questions.map((q) => [`${q.kind} ${q.text}`, q] as const)),
  );
  const knownDimensions = new Map(current.dimensions.map((dimension) => [dimension.title, dimension.id]));
  return ok({
    ...current,
    version,
    title: draft.title,
    dimensions: dimensions.map((dimension, d) => ({
      id: knownDimensions.get(dimension.title) ?? `v${version}-${d + 1}`,
      title: dimension.title,
      questions: dimension.questions.map((question, q) => {
        const same = known.get(`${question.kind} ${question.text}`);
        known.delete(`${question.kind} ${question.text}`);
        return same ?? { id: `v${version}.${d + 1}.${q + 1}`, kind: question.kind, text: question.text };
      }),
    })),
  });
}
