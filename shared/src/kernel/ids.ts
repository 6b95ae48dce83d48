/** The prefix that every id of a kind carries: `team_01J...`. */
export const ID_PREFIXES = {
  person: 'person',
  team: 'team',
  instrument: 'instrument',
  meeting: 'meeting',
  round: 'round',
  comment: 'comment',
  sentence: 'sentence',
  commitment: 'commitment',
  engagement: 'engagement',
  observation: 'observation',
  intervention: 'intervention',
  incident: 'incident',
  session: 'session',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

declare const brand: unique symbol;

/** An id that the compiler keeps apart from ids of other kinds. */
export type Id<K extends IdKind> = string & { readonly [brand]: K };

export type PersonId = Id<'person'>;
export type TeamId = Id<'team'>;
export type InstrumentId = Id<'instrument'>;
export type MeetingId = Id<'meeting'>;
export type RoundId = Id<'round'>;
export type CommentId = Id<'comment'>;
export type SentenceId = Id<'sentence'>;
export type CommitmentId = Id<'commitment'>;
export type EngagementId = Id<'engagement'>;
export type ObservationId = Id<'observation'>;
export type InterventionId = Id<'intervention'>;
export type IncidentId = Id<'incident'>;
export type SessionId = Id<'session'>;

const SHAPE = /^[a-z]+_[A-Za-z0-9-]{1,64}$/;

/** Whether a text has the form of an id of the kind: its prefix, `_`, then 1 to 64 letters, digits or dashes. */
export function isId<K extends IdKind>(kind: K, text: string): text is Id<K> {
  return text.startsWith(`${ID_PREFIXES[kind]}_`) && SHAPE.test(text);
}

/** Makes an id from its unique part, which must be letters, digits and dashes. */
export function makeId<K extends IdKind>(kind: K, unique: string): Id<K> {
  const id = `${ID_PREFIXES[kind]}_${unique}`;
  if (!isId(kind, id)) throw new Error(`Bug: ${unique} cannot be the unique part of an id`);
  return id;
}
