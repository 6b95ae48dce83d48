import { describe, expect, it } from '@jest/globals';
import {
  addPart,
  addRelationship,
  contentTypeOf,
  emptyPackage,
  readPackage,
  readPart,
  relationshipsOf,
  removePart,
  targetOf,
  writePackage,
  writePart,
  type OpcPackage,
} from './opc-package.ts';
import { element } from './xml.ts';
import { UNCOMPRESSED } from './zip.ts';

const SLIDE = { contentType: 'application/x-slide+xml', content: element('p:sld') };
const BOOK = { contentType: 'application/x-book', content: new Uint8Array([1, 2, 3]) };

function withSlides(...names: readonly string[]): OpcPackage {
  const pack = emptyPackage();
  for (const name of names) addPart(pack, name, SLIDE);
  return pack;
}

/** What the list of content types says of a part, when it is read anew. */
function listed(pack: OpcPackage, name: string): string | null {
  const parts = [...pack.parts].map(([part, content]) => [part, content.slice()] as const);
  return contentTypeOf({ parts: new Map(parts) }, name);
}

describe('a package', () => {
  it('says what each of its parts is, by its name in whatever letters or by its ending', () => {
    const pack = withSlides('ppt/slides/slide1.xml', 'ppt/slides/slide2.xml');
    addPart(pack, 'ppt/embeddings/book1.xlsx', BOOK);
    addPart(pack, 'ppt/embeddings/book2.xlsx', BOOK);
    addPart(pack, 'ppt/slides/slide2.xml', { ...SLIDE, contentType: 'application/x-other+xml' });
    removePart(pack, 'ppt/slides/slide1.xml');

    expect(listed(pack, 'PPT/slides/slide2.xml')).toBe('application/x-other+xml');
    expect(listed(pack, 'ppt/embeddings/book2.xlsx')).toBe(BOOK.contentType);
    expect(listed(pack, 'ppt/slides/slide1.xml')).toBe('application/xml');
    const books = emptyPackage();
    addPart(books, 'book1.xlsx', BOOK);
    expect(listed(books, 'book2.xlsx')).toBe(BOOK.contentType);
    const list = readPart(pack, '[Content_Types].xml');
    expect(list?.children.length).toBe(4);
  });

  it('can be copied at any moment: what is done to one copy is not done to the other', () => {
    const one = withSlides('ppt/slides/slide1.xml');
    const copy: OpcPackage = { parts: new Map(one.parts) };
    addPart(copy, 'ppt/slides/slide2.xml', SLIDE);
    const before = new Map(one.parts);
    addPart(one, 'ppt/slides/slide3.xml', SLIDE);

    expect([listed(copy, 'ppt/slides/slide2.xml'), listed(copy, 'ppt/slides/slide3.xml')]).toEqual([
      SLIDE.contentType,
      'application/xml',
    ]);
    for (const [name, content] of before) one.parts.set(name, content);
    expect(contentTypeOf(one, 'ppt/slides/slide3.xml')).toBe('application/xml');
    addPart(one, 'ppt/slides/slide4.xml', SLIDE);
    expect(listed(one, 'ppt/slides/slide1.xml')).toBe(SLIDE.contentType);
    expect(listed(one, 'ppt/slides/slide4.xml')).toBe(SLIDE.contentType);
  });

  it('links parts by the way from one to the other, and finds them again', () => {
    const pack = withSlides('ppt/slides/slide1.xml');
    for (const target of ['ppt/slideLayouts/slideLayout1.xml', 'ppt/slides/slide2.xml', 'docProps/core.xml']) {
      addRelationship(pack, 'ppt/slides/slide1.xml', { type: 'x', target });
    }
    addRelationship(pack, 'ppt/slides/slide1.xml', { type: 'x', target: 'https://example.org', isExternal: true });
    const links = relationshipsOf(pack, 'ppt/slides/slide1.xml');

    expect(links.map(({ id }) => id)).toEqual(['rId1', 'rId2', 'rId3', 'rId4']);
    expect(links.map(({ target }) => target)).toEqual([
      '../slideLayouts/slideLayout1.xml',
      'slide2.xml',
      '../../docProps/core.xml',
      'https://example.org',
    ]);
    expect(links.map((link) => targetOf('ppt/slides/slide1.xml', link))).toEqual([
      'ppt/slideLayouts/slideLayout1.xml',
      'ppt/slides/slide2.xml',
      'docProps/core.xml',
      null,
    ]);
  });

  it('reads links anew that were put back or written by others', () => {
    const pack = withSlides('ppt/slides/slide1.xml');
    const link = (target: string) => addRelationship(pack, 'ppt/slides/slide1.xml', { type: 'x', target });
    const targets = () => relationshipsOf(pack, 'ppt/slides/slide1.xml').map(({ target }) => target);
    link('ppt/slides/slide2.xml');
    const before = new Map(pack.parts);
    expect(link('ppt/slides/slide3.xml')).toBe('rId2');
    for (const [name, content] of before) pack.parts.set(name, content);
    expect(targets()).toEqual(['slide2.xml']);
    writePart(pack, 'ppt/slides/_rels/slide1.xml.rels', element('Relationships'));
    expect(targets()).toEqual([]);
    expect([link('ppt/slides/slide4.xml'), targets()]).toEqual(['rId1', ['slide4.xml']]);
    const copy: OpcPackage = { parts: new Map([...pack.parts].map(([name, content]) => [name, content.slice()])) };
    expect(relationshipsOf(copy, 'ppt/slides/slide1.xml').map(({ target }) => target)).toEqual(['slide4.xml']);
  });

  it('is the same bytes for the same parts, and is read back', () => {
    const pack = withSlides('ppt/slides/slide1.xml');
    const bytes = writePackage(pack);
    const read = readPackage(bytes);

    expect(writePackage(withSlides('ppt/slides/slide1.xml'))).toEqual(bytes);
    expect(read.ok && [...read.value.parts].toSorted()).toEqual([...pack.parts].toSorted());
    expect(readPackage(writePackage(pack, UNCOMPRESSED))).toEqual(read);
  });

  it.each([
    ['nothing', new Uint8Array(), 'package.unreadable'],
    ['a text', new TextEncoder().encode('not a package'), 'package.unreadable'],
    ['half a package', writePackage(emptyPackage()).subarray(0, 60), 'package.unreadable'],
    ['one with a password around it', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'package.protected'],
  ])('is refused by name when it is %s', (_name, bytes, error) => {
    expect(readPackage(bytes)).toEqual({ ok: false, error });
  });
});
