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
