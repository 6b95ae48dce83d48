import type { Persona } from '@plumbline/infra/local/entra/persona';
import { makeId, type PersonId } from '@plumbline/shared/kernel/ids';

/** Two organisations that know nothing of each other. */
export const TENANTS = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'] as const;
export type Tenant = (typeof TENANTS)[number];

/** As many as a benchmark asks to vote, and some to spare. */
const PEOPLE = 520;

/** Administers the organisation: `a50`, `b50`. */
const ADMINISTRATOR = 50;

/** Everybody whom the issuer knows in a tenant: `a0`, `a1` and so on in the first, `b0` in the second. */
export function tenantPeople(tid: Tenant): readonly Persona[] {
  const letter = tid.charAt(0);
  return Array.from({ length: PEOPLE }, (_, number) => ({
    id: `${letter}${number}`,
    tid,
    oid: objectId(letter, number),
    name: `Xanthippe ${letter.toUpperCase()}${number}`,
    userPrincipalName: `${letter}${number}@tenant.example`,
    title: `Seat ${number}`,
    role: 'leader',
    ...(number === ADMINISTRATOR ? { appRoles: ['Organisation.Administer'] } : {}),
  }));
}

/** The id under which the product knows somebody. */
export function personId(letter: 'a' | 'b', number: number): PersonId {
  return makeId('person', objectId(letter, number));
}

/** A name that occurs nowhere by chance, so that it can be looked for. */
export function nameOf(letter: 'a' | 'b', number: number): string {
  return `Xanthippe ${letter.toUpperCase()}${number}`;
}

function objectId(letter: string, number: number): string {
  return `${letter.repeat(8)}-1111-4222-8333-${String(number).padStart(12, '0')}`;
}
