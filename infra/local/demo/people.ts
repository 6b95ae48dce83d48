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
  person(1, { id: 'maya', name: 'Maya Lindqvist', title: 'Chief Executive Officer', role: 'leader' }),
  person(2, { id: 'tomas', name: 'Tomás Ferreira', title: 'Chief Financial Officer', role: 'leader' }),
  person(3, { id: 'ngozi', name: 'Ngozi Adeyemi', title: 'Chief Operating Officer', role: 'leader' }),
  person(4, { id: 'daniel', name: 'Daniel Cho', title: 'Chief Technology Officer', role: 'leader' }),
  person(5, { id: 'ingrid', name: 'Ingrid Haugen', title: 'Chief People Officer', role: 'leader' }),
  person(6, { id: 'omar', name: 'Omar Haddad', title: 'Chief Commercial Officer', role: 'leader' }),
  person(7, { id: 'priya', name: 'Priya Raman', title: 'Chief Customer Officer', role: 'leader' }),
  person(8, { id: 'lukas', name: 'Lukas Brandt', title: 'Head of Strategy', role: 'leader' }),
  person(9, { id: 'ruth', name: 'Ruth Okafor', title: 'Team coach', role: 'coach' }),
  person(10, { id: 'sofia', name: 'Sofia Marin', title: 'Business analyst', role: 'analyst' }),
  person(11, { id: 'helen', name: 'Helen Whitcombe', title: 'Chair of the board', role: 'sponsor' }),
];

export const DEMO_LEADERS = DEMO_PEOPLE.filter(({ role }) => role === 'leader');

/** Administers the company's use of Plumbline, and is in none of its teams. */
const ADMINISTRATOR: Persona = {
  ...person(12, { id: 'noor', name: 'Noor Jansen', title: 'Head of workplace IT', role: 'leader' }),
  role: 'administrator',
  appRoles: ['Organisation.Administer'],
};

/** Everybody whom one can be. */
export const DEMO_PERSONAS: readonly Persona[] = [...DEMO_PEOPLE, ADMINISTRATOR];

/** Somebody of the tenant; the object id follows from the number. */
export function person(number: number, about: Pick<DemoPerson, 'id' | 'name' | 'title' | 'role'>): DemoPerson {
  const oid = `0b7c9a54-3f2d-4e61-8a10-${String(number).padStart(12, '0')}`;
  const userPrincipalName = `${about.name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .replaceAll(' ', '.')}@calder.example`;
  return { ...about, tid: DEMO_TENANT, oid, userPrincipalName };
}
