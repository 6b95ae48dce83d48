import { SignInRefused, type SignIn } from './sign-in.ts';

/** Somebody one can be on this machine. */
export interface LocalPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

const PEOPLE = '/local/teams/config';
const CHOSEN = 'plumbline.persona';

/** Everybody one can be here, as the local host lists them. */
export async function localPeople(): Promise<readonly LocalPerson[]> {
  const people = await told('personas');
  return Array.isArray(people) ? people.filter(isPerson) : [];
}

/** What the local host says of itself. */
async function told(name: 'personas' | 'tokenPath'): Promise<unknown> {
  const config: unknown = await (await fetch(PEOPLE)).json();
  return typeof config === 'object' && config !== null ? Reflect.get(config, name) : undefined;
}

/** Signs in as one of them. */
export function localSignIn(person: string): SignIn {
  return async () => {
    const response = await fetch(String(await told('tokenPath')), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona: person }),
    });
    const issued: unknown = await response.json();
    if (typeof issued !== 'object' || issued === null || !('access_token' in issued)) {
      throw new SignInRefused('failed');
    }
    return String(issued.access_token);
  };
}

/** Who was chosen in this window before; `null` for nobody. */
export function chosenPerson(): string | null {
  return sessionStorage.getItem(CHOSEN);
}

/** Keeps who is chosen, for as long as the window is there. */
export function choosePerson(id: string | null): void {
  if (id === null) sessionStorage.removeItem(CHOSEN);
  else sessionStorage.setItem(CHOSEN, id);
}

function isPerson(value: unknown): value is LocalPerson {
  return (
    typeof value === 'object' &&
    value !== null &&
    ['id', 'name', 'title'].every((key) => key in value && typeof Reflect.get(value, key) === 'string')
  );
}
