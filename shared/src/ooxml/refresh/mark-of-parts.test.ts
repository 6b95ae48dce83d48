import { describe, expect, it } from '@jest/globals';
import { addPart, addRelationship, emptyPackage, type OpcPackage } from '../package/opc-package.ts';
import { element } from '../package/xml.ts';
import { markOfParts, type ByOffice } from './mark-of-parts.ts';

const BY_OFFICE: ByOffice = {
  attribute: (_, name) => name === 'id',
  element: ({ name }, parent) => name === 'proof' || parent.name === 'field',
};
const TYPE = 'application/xml';

/** A part that links to others, which say something; Office hands it over with names and numbers of its own. */
function handedOver(says: readonly string[], { names = ['a', 'b'], id = 1, shared = 'theme' } = {}): OpcPackage {
  const pack = emptyPackage();
  const root = element('page', { id }, element('proof'), element('field', {}, element('text', {}, String(id))));
  addPart(pack, 'page.xml', { contentType: TYPE, content: root });
  addPart(pack, 'shared.xml', { contentType: TYPE, content: element('theme', {}, shared) });
  addRelationship(pack, 'page.xml', { type: 'theme', target: 'shared.xml' });
  for (const [at, said] of says.entries()) {
    const part = `${names[at] ?? ''}.xml`;
    addPart(pack, part, { contentType: TYPE, content: element('chart', {}, said) });
    addRelationship(pack, 'page.xml', { type: 'chart', target: part });
  }
  return pack;
}

function markOf(pack: OpcPackage): string {
  return markOfParts(pack, ['page.xml'], { byOffice: BY_OFFICE, isShared: ({ type }) => type === 'theme' });
}

describe('OF70 the mark of what stands somewhere', () => {
  const mark = markOf(handedOver(['one', 'two']));

  it('is the same however parts are named, ordered and numbered, and whatever is shared', () => {
    expect(markOf(handedOver(['two', 'one'], { names: ['x', 'y'], id: 7, shared: 'another' }))).toBe(mark);
  });

  it('is another one where a part that only this one links to says something else, or one more is there', () => {
    expect(markOf(handedOver(['one', 'three']))).not.toBe(mark);
    expect(markOf(handedOver(['one']))).not.toBe(mark);
    expect(markOf(handedOver(['one', 'two', 'two'], { names: ['a', 'b', 'c'] }))).not.toBe(mark);
  });
});
