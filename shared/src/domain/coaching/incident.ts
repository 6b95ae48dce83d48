import type { Instant } from '../../kernel/instant.ts';
import type { IncidentId, PersonId, TeamId } from '../../kernel/ids.ts';
import { WRITTEN_IN, type Language } from '../../kernel/languages.ts';
import { builtInInstruments } from '../instrument/instrument.ts';

/** A dated thing that happened, of a symptom kind; not an opinion. */
export interface Incident {
  readonly id: IncidentId;
  readonly team: TeamId;
  /** The question of the symptom instruments that asks about such things. */
  readonly kind: string;
  readonly day: string;
  readonly text: string;
  readonly by: PersonId;
  readonly loggedAt: Instant;
  readonly revision: number;
}

/** A kind of symptom: the question that asks how often such things happen, and its dimension. */
export interface SymptomKind {
  readonly id: string;
  readonly text: string;
  readonly dimension: { readonly id: string; readonly title: string };
}

const SYMPTOMS = ['instrument_symptoms-organisation', 'instrument_symptoms-team'];

/** Every kind of symptom, in the order of the instruments that ask about them. */
export function symptomKinds(language: Language = WRITTEN_IN): readonly SymptomKind[] {
  return builtInInstruments(language)
    .filter(({ id }) => SYMPTOMS.some((symptoms) => symptoms === id))
    .flatMap(({ dimensions }) =>
      dimensions.flatMap(({ id: dimension, title, questions }) =>
        questions.map(({ id, text }) => ({ id, text, dimension: { id: dimension, title } })),
      ),
    );
}

/**
 * What is a sign of what, by subject: the symptoms that show where people would notice a low or divided answer. A claim
 * about what such questions are about, not about causes, and of our own making: no study is behind it.
 */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  vision: ['so.clarity.2', 'so.people.2'],
  goals: ['so.clarity.2', 'st.coordination.2'],
  priorities: ['so.clarity.1', 'so.speed.2', 'st.coordination.2'],
  strategy: ['so.speed.1', 'so.speed.2', 'so.consistency.1'],
  roles: ['so.clarity.1', 'st.coordination.1'],
  responsibilities: ['so.speed.1', 'st.coordination.1', 'st.support.2'],
  expectations: ['so.consistency.2', 'so.people.1', 'st.support.2'],
  'across-functions': ['so.consistency.1', 'so.factions.2', 'st.coordination.2'],
  collaboration: ['st.coordination.1', 'st.coordination.2', 'st.support.2'],
  communication: ['so.consistency.1', 'st.support.1'],
  'problem-solving': ['so.speed.2', 'st.support.2', 'st.friction.2'],
  'decision-making': ['so.speed.1', 'so.speed.2', 'so.factions.1'],
  dynamics: ['so.factions.1', 'so.factions.2', 'st.friction.1'],
  'purpose-and-potential': ['so.people.2', 'st.resilience.2'],
  'trust-and-mutual-commitment': ['st.support.1', 'st.support.2', 'st.friction.1', 'st.resilience.2'],
  'learning-and-adaptability': ['st.friction.2', 'st.resilience.1'],
};

/** The symptoms that a dimension shows itself in; those of a symptom dimension are its own, and a team's own dimension has none. */
export function signsOf(dimension: string, language: Language = WRITTEN_IN): readonly SymptomKind[] {
  const signs = SIGNS[dimension] ?? [];
  return symptomKinds(language).filter((kind) => kind.dimension.id === dimension || signs.includes(kind.id));
}
