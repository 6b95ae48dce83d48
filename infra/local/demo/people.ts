import type { Role } from '@plumbline/shared/domain/team/team';
import type { Persona } from '../entra/persona.ts';

/** The tenant of the fictional company. */
export const DEMO_TENANT = '6d1f2c80-5b1e-4c5e-9a57-1f0d8c2a7e01';

export const DEMO_COMPANY = 'Calder Marine Logistics';

/** Somebody of the demo company, with the role in its leadership team. */
export interface DemoPerson extends Persona {
  readonly role: Role;
}

/** Eight leaders, their coach, an analyst and the sponsor. The object ids are made up once and stay. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person(1, 'maya', 'Maya Lindqvist', 'Chief Executive Officer', 'leader'),
  person(2, 'tomas', 'Tomás Ferreira', 'Chief Financial Officer', 'leader'),
  person(3, 'ngozi', 'Ngozi Adeyemi', 'Chief Operating Officer', 'leader'),
  person(4, 'daniel', 'Daniel Cho', 'Chief Technology Officer', 'leader'),
  person(5, 'ingrid', 'Ingrid Haugen', 'Chief People Officer', 'leader'),
  person(6, 'omar', 'Omar Haddad', 'Chief Commercial Officer', 'leader'),
  person(7, 'priya', 'Priya Raman', 'Chief Customer Officer', 'leader'),
  person(8, 'lukas', 'Lukas Brandt', 'Head of Strategy', 'leader'),
  person(9, 'ruth', 'Ruth Okafor', 'Team coach', 'coach'),
  person(10, 'sofia', 'Sofia Marin', 'Business analyst', 'analyst'),
  person(11, 'helen', 'Helen Whitcombe', 'Chair of the board', 'sponsor'),
];

export const DEMO_LEADERS = DEMO_PEOPLE.filter(({ role }) => role === 'leader');

function person(number: number, id: string, name: string, title: string, role: Role): DemoPerson {
  const oid = `0b7c9a54-3f2d-4e61-8a10-${String(number).padStart(12, '0')}`;
  const userPrincipalName = `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@calder.example`;
  return { id, tid: DEMO_TENANT, oid, name, userPrincipalName, title, role };
}
