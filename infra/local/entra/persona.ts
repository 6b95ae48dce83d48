/** Somebody one can be in local mode: the facts that an Entra token would carry, and what a picker shows. */
export interface Persona {
  /** Short and stable, for addresses: `maya`. */
  readonly id: string;
  /** Tenant and object id, both GUIDs as in Entra. */
  readonly tid: string;
  readonly oid: string;
  readonly name: string;
  /** The sign-in name, an address. */
  readonly userPrincipalName: string;
  /** The job, as a badge would say it: `Chief Executive Officer`. */
  readonly title: string;
  /** The role in the demo team, as the product names it: `leader`, `coach`, `analyst`, `sponsor`; or `administrator`, in none. */
  readonly role: string;
  /** The app roles that the person was given; left out: none. */
  readonly appRoles?: readonly string[];
  /** The tenant in which a guest has the account; left out for people of the tenant itself. */
  readonly home?: string;
}
