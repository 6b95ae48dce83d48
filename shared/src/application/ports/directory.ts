import type { PersonId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';

/** A team of Microsoft Teams, by the GUID that Teams gives it. */
export interface DirectoryTeam {
  readonly id: string;
  readonly name: string;
}

export interface DirectoryPerson {
  readonly person: PersonId;
  readonly name: string;
  /** Whether the account is at home in another organisation. */
  readonly isGuest: boolean;
}

/** Why the directory says nothing. */
export type DirectoryFault =
  /** This installation, or this door, has no way to ask it. */
  | { readonly kind: 'directory.off' }
  /** The organisation has not consented to being asked. */
  | { readonly kind: 'directory.no-consent' }
  /** It does not answer at the moment. */
  | { readonly kind: 'directory.unavailable' }
  /** There is no such team, or the person is not in it. */
  | { readonly kind: 'thing.not-found' };

/** What the organisation's directory tells one person, with that person's own rights; it is only read. */
export interface Directory {
  /** The teams of Microsoft Teams that the person is in, in the order of their names. */
  readonly teams: () => Promise<Result<readonly DirectoryTeam[], DirectoryFault>>;
  /** The people of one of these, in the order of their names. */
  readonly members: (team: string) => Promise<Result<readonly DirectoryPerson[], DirectoryFault>>;
}
