import { describe, expect, it } from '@jest/globals';
import { MOST_PARTICIPANTS } from '@plumbline/shared/domain/meeting/meeting';
import { makeId, type PersonId } from '@plumbline/shared/kernel/ids';
import { decodeList, pagesOf, readPeopleList } from './people-list.ts';

const NOBODY = { leaders: [], room: MOST_PARTICIPANTS };

function guid(number: number): string {
  return `0b7c9a54-3f2d-4e61-8a10-${String(number).padStart(12, '0')}`;
}

function person(number: number): PersonId {
  return makeId('person', guid(number));
}

describe('PU2 a list of people to ask', () => {
  it('takes ids of the directory and of Plumbline, however they were copied, from the first column', () => {
    const text = [
      guid(1),
      `{${guid(2).toUpperCase()}}`,
      `"${guid(3)}","Lindqvist, Maya"`,
      `${guid(4)};Operations;2026`,
      `${guid(5)}\tOperations`,
      person(6),
      `PERSON_${guid(7).toUpperCase()}`,
      'person_from-elsewhere',
      '',
      `  ${guid(8)}  `,
    ].join('\r\n');
    expect(readPeopleList(text, NOBODY)).toEqual({
      ok: true,
      value: {
        people: [...[1, 2, 3, 4, 5, 6, 7].map(person), makeId('person', 'from-elsewhere'), person(8)],
        twice: 0,
        leaders: 0,
        heading: null,
        wrong: [],
      },
    });
  });

  it('names the lines that are no ids, counts who stands in it twice, and leaves leaders out', () => {
    const text = `\uFEFFObject id,Name\n${guid(1)}\nmaya@calder.example,Maya\n${guid(2)}\n${guid(1)}\n\n${guid(9)}\n${guid(9)}\n,nobody\n`;
    expect(readPeopleList(text, { ...NOBODY, leaders: [person(9)] })).toEqual({
      ok: true,
      value: {
        people: [person(1), person(2)],
        twice: 2,
        leaders: 1,
        heading: 'Object id',
        wrong: [
          { line: 3, text: 'maya@calder.example' },
          { line: 9, text: '' },
        ],
      },
    });
  });

  it('takes an id that was mistyped in the first line for no heading', () => {
    const read = readPeopleList(`${guid(1).slice(1)}\n${guid(2)}`, NOBODY);
    expect(read).toMatchObject({ value: { heading: null, wrong: [{ line: 1, text: guid(1).slice(1) }] } });
  });

  it('says why it takes nothing', () => {
    const leaders = [person(1)];
    const tooMany = Array.from({ length: MOST_PARTICIPANTS + 1 }, (_, number) => guid(number)).join('\n');
    expect(
      [' \n\n', 'PK\u0003\u0004\u0000', 'id\nmaya@calder.example', guid(1), tooMany].map((text) =>
        readPeopleList(text, { leaders: text === tooMany ? [] : leaders, room: MOST_PARTICIPANTS }),
      ),
    ).toEqual([
      { ok: false, error: { kind: 'empty' } },
      { ok: false, error: { kind: 'no-text' } },
      { ok: false, error: { kind: 'no-ids' } },
      { ok: false, error: { kind: 'leaders-only' } },
      { ok: false, error: { kind: 'too-many', people: MOST_PARTICIPANTS + 1 } },
    ]);
  });

  it('counts with those who were named before', () => {
    const text = [guid(1), guid(2)].join('\n');
    expect(readPeopleList(text, { leaders: [], room: 2 }).ok).toBe(true);
    expect(readPeopleList(text, { leaders: [], room: 1 })).toEqual({
      ok: false,
      error: { kind: 'too-many', people: 2 },
    });
  });
});

describe('decodeList', () => {
  it('reads UTF-8 and what Windows writes', () => {
    const text = `${guid(1)}\r\nÅsa`;
    const wide = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
    const other = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le').swap16());
    const marked = Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf8'));
    expect([Uint8Array.from(Buffer.from(text)), marked, wide, other].map(decodeList)).toEqual([text, text, text, text]);
  });

  it('shows what is no text for what it is', () => {
    expect(readPeopleList(decodeList(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0xff])), NOBODY)).toMatchObject({
      error: { kind: 'no-text' },
    });
  });
});

describe('PU2 pages of a list', () => {
  it('hold a thousand people, fewer where ids are long, and lose nobody', () => {
    const people = Array.from({ length: 2_001 }, (_, number) => person(number));
    expect(pagesOf(people).map(({ length }) => length)).toEqual([1_000, 1_000, 1]);
    expect(pagesOf(people).flat()).toEqual(people);
    const long = Array.from({ length: 1_000 }, (_, number) => makeId('person', String(number).padStart(64, '0')));
    expect(pagesOf(long).flat()).toEqual(long);
    expect(Math.max(...pagesOf(long).map((page) => JSON.stringify({ people: page }).length))).toBeLessThan(65_536);
    expect(pagesOf([])).toEqual([]);
  });
});
