import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { childOf, element, parseXml, textOf, writeXml, type XmlElement } from './xml.ts';

/** A tree of elements with such texts and values. */
function anyElement(text: fc.Arbitrary<string>): fc.Arbitrary<XmlElement> {
  const name = fc.constantFrom('a:t', 'p:sp', 'w:p', 'x', 'mc:Choice');
  const attributes = fc.dictionary(fc.constantFrom('id', 'r:id', 'xml:space', 'val'), text);
  return fc.letrec<{ readonly node: XmlElement }>((tie) => ({
    node: fc
      .record({
        name,
        attributes,
        children: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('node')), { maxLength: 4 }),
      })
      .map((made) => element(made.name, made.attributes, ...made.children)),
  })).node;
}

describe('parts as XML', () => {
  it('are the same once more when they are written and read', () => {
    fc.assert(
      fc.property(anyElement(fc.string({ unit: 'grapheme', minLength: 1 })), (root) => {
        const read = parseXml(writeXml(root));
        expect(read.ok && writeXml(read.value)).toBe(writeXml(root));
        expect(read.ok && textOf(read.value)).toBe(textOf(root));
        expect(read.ok && read.value.attributes).toEqual(root.attributes);
      }),
    );
  });

  it('can be read whatever stands in them, without what no document may hold', () => {
    fc.assert(
      fc.property(anyElement(fc.string({ unit: 'binary' })), (root) => {
        const read = parseXml(writeXml(root));
        const written = read.ok ? writeXml(read.value) : '\0';
        expect(['\0', '\uFFFE', '&#0;'].filter((text) => written.includes(text))).toEqual([]);
        expect(read.ok && parseXml(writeXml(read.value))).toEqual(read);
      }),
    );
  });

  it('keep letters that stand for markup, line breaks and tabs in values, and comments', () => {
    const text =
      '<?xml version="1.0"?><!-- before --><a v="1 &lt; 2 &#10; &#9; &quot;"><!-- kept --><b>&amp; <![CDATA[<c>]]></b></a>';
    const read = parseXml(text);
    if (!read.ok) throw new Error(read.error);

    expect(read.value.attributes['v']).toBe('1 < 2 \n \t "');
    expect(textOf(childOf(read.value, 'b') ?? element('none'))).toBe('& <c>');
    expect(writeXml(read.value)).toContain('<!-- kept -->');
    expect(writeXml(read.value)).toContain('&#10; &#9; &#34;');
    expect(parseXml(writeXml(read.value))).toEqual(read);
  });

  it.each([
    ['a tag that is never closed', '<a><b></a>'],
    ['two roots', '<a/><b/>'],
    ['an attribute without quotes', '<a v=1/>'],
    ['a torn end', '<a><b'],
    ['a list of entities that could grow without end', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['nothing', ''],
  ])('are refused with %s', (_name, text) => {
    expect(parseXml(text)).toEqual({ ok: false, error: 'xml.malformed' });
  });
});
