import type { View } from '../../app/api.ts';

export type Instrument = View<'viewTeam'>['instruments'][number];
export type QuestionKind = 'agreement' | 'frequency';

export interface QuestionDraft {
  /** Tells questions apart while they are edited; never sent. */
  readonly key: string;
  readonly kind: QuestionKind;
  readonly text: string;
}

export interface DimensionDraft {
  readonly key: string;
  readonly title: string;
  readonly questions: readonly QuestionDraft[];
}

/** A set while it is edited. `made` counts what was added, so that keys stay apart. */
export interface InstrumentDraft {
  readonly title: string;
  readonly dimensions: readonly DimensionDraft[];
  readonly made: number;
}

export type DraftFault = 'title' | 'dimension' | 'question' | 'empty' | 'same';

/** The most that the service takes. */
export const MOST_DIMENSIONS = 12;
export const MOST_QUESTIONS = 20;

/** A draft of the next version. */
export function draftOf(instrument: Instrument): InstrumentDraft {
  return {
    title: instrument.title,
    made: 0,
    dimensions: instrument.dimensions.map((dimension) => ({
      key: dimension.id,
      title: dimension.title,
      questions: dimension.questions.map((question) => ({
        key: question.id,
        kind: question.kind === 'frequency' ? 'frequency' : 'agreement',
        text: question.text,
      })),
    })),
  };
}

export function addDimension(draft: InstrumentDraft): InstrumentDraft {
  const made = draft.made + 1;
  const question: QuestionDraft = { key: `new-${made}-1`, kind: 'agreement', text: '' };
  const dimension = { key: `new-${made}`, title: '', questions: [question] };
  return { ...draft, made, dimensions: [...draft.dimensions, dimension] };
}

export function removeDimension(draft: InstrumentDraft, key: string): InstrumentDraft {
  return { ...draft, dimensions: draft.dimensions.filter((dimension) => dimension.key !== key) };
}

export function renameDimension(draft: InstrumentDraft, key: string, title: string): InstrumentDraft {
  return withDimension(draft, key, (dimension) => ({ ...dimension, title }));
}

export function addQuestion(draft: InstrumentDraft, dimensionKey: string): InstrumentDraft {
  const made = draft.made + 1;
  const grown = withDimension(draft, dimensionKey, (dimension) => {
    const kind = dimension.questions.at(-1)?.kind ?? 'agreement';
    return { ...dimension, questions: [...dimension.questions, { key: `new-${made}`, kind, text: '' }] };
  });
  return { ...grown, made };
}

export function changeQuestion(draft: InstrumentDraft, key: string, change: Partial<QuestionDraft>): InstrumentDraft {
  return withQuestions(draft, (questions) =>
    questions.map((question) => (question.key === key ? { ...question, ...change } : question)),
  );
}

export function removeQuestion(draft: InstrumentDraft, key: string): InstrumentDraft {
  return withQuestions(draft, (questions) => questions.filter((question) => question.key !== key));
}

/** Everything that keeps a draft from being saved, in the order of the page. */
export function draftFaults(draft: InstrumentDraft): readonly DraftFault[] {
  const titles = draft.dimensions.map(({ title }) => title.trim());
  const questions = draft.dimensions.flatMap((dimension) => dimension.questions);
  const faults: DraftFault[] = [];
  if (draft.title.trim() === '') faults.push('title');
  if (titles.includes('')) faults.push('dimension');
  if (new Set(titles).size < titles.length && !titles.includes('')) faults.push('same');
  if (questions.some(({ text }) => text.trim() === '')) faults.push('question');
  if (questions.length === 0) faults.push('empty');
  return faults;
}

/** A draft as it is sent; dimensions without questions fall away. */
export function sentDraft(draft: InstrumentDraft) {
  return {
    title: draft.title.trim(),
    dimensions: draft.dimensions
      .filter(({ questions }) => questions.length > 0)
      .map(({ title, questions }) => ({
        title: title.trim(),
        questions: questions.map(({ kind, text }) => ({ kind, text: text.trim() })),
      })),
  };
}

/** Whether saving would make a version that differs from the one it is based on. */
export function isChanged(draft: InstrumentDraft, from: Instrument): boolean {
  return JSON.stringify(sentDraft(draft)) !== JSON.stringify(sentDraft(draftOf(from)));
}

function withDimension(
  draft: InstrumentDraft,
  key: string,
  change: (dimension: DimensionDraft) => DimensionDraft,
): InstrumentDraft {
  const dimensions = draft.dimensions.map((dimension) => (dimension.key === key ? change(dimension) : dimension));
  return { ...draft, dimensions };
}

function withQuestions(
  draft: InstrumentDraft,
  change: (questions: readonly QuestionDraft[]) => readonly QuestionDraft[],
): InstrumentDraft {
  const dimensions = draft.dimensions.map((dimension) => ({ ...dimension, questions: change(dimension.questions) }));
  return { ...draft, dimensions };
}
