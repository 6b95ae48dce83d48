import { MOST_NAMED_AT_ONCE } from '@plumbline/shared/domain/meeting/meeting';
import { isId, makeId, type PersonId } from '@plumbline/shared/kernel/ids';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { readDirectoryId } from '../../team/directory-id.ts';

/** A line that names nobody, counted from 1 as editors do. */
interface WrongLine {
  readonly line: number;
  readonly text: string;
}

/** Whom a list names, and what of it names nobody. */
export interface PeopleList {
  /** Different people who are no leaders. */
  readonly people: readonly PersonId[];
  /** How many lines name somebody whom an earlier line names. */
  readonly twice: number;
  /** How many leaders it names: they are asked anyway. */
  readonly leaders: number;
  /** The first line, where it is the name of a column. */
  readonly heading: string | null;
  readonly wrong: readonly WrongLine[];
}

/** Why a list can't be taken at all. */
export type ListFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-text' }
  | { readonly kind: 'no-ids' }
  | { readonly kind: 'leaders-only' }
  | { readonly kind: 'too-many'; readonly people: number };

/** A page is sent as one request, which takes 64 KB; what JSON adds to an id is counted with it. */
const MOST_LETTERS = 60_000;
/** A text has tabs and line ends, and no other control characters. */
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\0-\x08\x0e-\x1f]/;

/** Reads the bytes of a text file: UTF-8, or UTF-16 where its first bytes say so, as Windows writes it. */
export function decodeList(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
}

/** Reads whom a list names: one id a line, in the first of its columns; `room` is how many people can still be named. */
export function readPeopleList(
  text: string,
  { leaders, room }: { readonly leaders: readonly PersonId[]; readonly room: number },
): Result<PeopleList, ListFault> {
  if (NO_TEXT.test(text)) return fail({ kind: 'no-text' });
  const leading: ReadonlySet<PersonId> = new Set(leaders);
  const people = new Set<PersonId>();
  const led = new Set<PersonId>();
  const wrong: WrongLine[] = [];
  let heading: string | null = null;
  let twice = 0;
  let filled = 0;
  for (const [place, line] of text.split(/\r\n|\r|\n/).entries()) {
    const cell = firstCell(line);
    if (line.trim() === '') continue;
    filled += 1;
    const person = readPerson(cell);
    if (person === null) {
      // The name of a column has no digit; an id that somebody mistyped does.
      if (filled === 1 && cell !== '' && !/\d/.test(cell)) heading = cell;
      else wrong.push({ line: place + 1, text: cell });
    } else if (people.has(person) || led.has(person)) twice += 1;
    else (leading.has(person) ? led : people).add(person);
  }
  if (filled === 0) return fail({ kind: 'empty' });
  if (people.size === 0) return fail({ kind: led.size === 0 ? 'no-ids' : 'leaders-only' });
  if (people.size > room) return fail({ kind: 'too-many', people: people.size });
  return ok({ people: [...people], twice, leaders: led.size, heading, wrong });
}

/** Cuts a list into pages that can each be sent at once. */
export function pagesOf(people: readonly PersonId[]): readonly (readonly PersonId[])[] {
  const pages: PersonId[][] = [];
  let letters = MOST_LETTERS;
  for (const person of people) {
    letters += person.length + 3;
    const last = pages.at(-1);
    if (last !== undefined && last.length < MOST_NAMED_AT_ONCE && letters <= MOST_LETTERS) last.push(person);
    else {
      pages.push([person]);
      letters = person.length + 3;
    }
  }
  return pages;
}

function firstCell(line: string): string {
  const [cell = ''] = line.split(/[,;\t]/, 1);
  return cell.replaceAll(/^[\s"'\uFEFF]+|[\s"']+$/g, '');
}

/** Somebody by an id of the directory, with or without the prefix that ids have here, or by any id that has it. */
function readPerson(cell: string): PersonId | null {
  const directory = readDirectoryId(cell.replace(/^person_/i, ''));
  if (directory !== null) return makeId('person', directory);
  return isId('person', cell) ? cell : null;
}
