import { describe, expect, it } from '@jest/globals';
import { sampleExhibits, sampleInsertion } from '../testing/exhibits.ts';
import {
  frameName,
  insertionExtension,
  insertionInExtension,
  insertionOf,
  insertionText,
  markOf,
  parseInsertion,
  readFrameName,
} from './insertion.ts';
import { element } from './package/xml.ts';

describe('the identity of an inserted exhibit', () => {
  it('OF40 is read back as it was written, from a text, an extension and a name', () => {
    for (const [at, exhibit] of sampleExhibits().entries()) {
      const insertion = sampleInsertion(exhibit, at);
      expect(parseInsertion(insertionText(insertion))).toEqual(insertion);
      const frame = element('p:cNvPr', {}, element('a:extLst', {}, insertionExtension(insertion)));
      expect(insertionInExtension(frame)).toEqual(insertion);
      expect(readFrameName(frameName(insertion))).toEqual({ id: insertion.id, key: insertion.key });
    }
  });

  it('OF40 leads back to its meeting, and is read also where it was written before it did', () => {
    const [exhibit] = sampleExhibits();
    if (!exhibit) throw new Error('There is no sample');
    const { ids, ...older } = exhibit.provenance;
    expect(ids).toEqual({ team: 'team_northwind', meeting: 'meeting_q4' });
    const insertion = { ...sampleInsertion(exhibit, 1), provenance: older };
    expect(parseInsertion(insertionText(insertion))).toEqual(insertion);
    const broken = { ...insertion, provenance: { ...older, ids: { team: 'team_northwind' } } };
    expect(parseInsertion(JSON.stringify(broken))).toBeNull();
  });

  it('OF40 is not made of what is none', () => {
    for (const text of ['', '{', 'null', '[]', '{"id":"1"}', '{"id":"1","key":{"figure":"tarot","of":null}}']) {
      expect(parseInsertion(text)).toBeNull();
    }
    for (const name of ['Chart 3', 'Plumbline', 'Plumbline tarot 01J00000000000000000000000']) {
      expect(readFrameName(name)).toBeNull();
    }
  });

  it('OF41 keeps no text of a table or of labels, only marks that differ where texts differ', () => {
    for (const exhibit of sampleExhibits()) {
      const kept = insertionText({
        ...insertionOf(exhibit, 'id', 'en-GB'),
        provenance: { ...exhibit.provenance, team: '' },
      });
      for (const text of ['Maya', 'Lindqvist', 'camps', 'Say what', 'Smallest group']) expect(kept).not.toContain(text);
    }
    expect(markOf('a', 'one')).not.toBe(markOf('a', 'two'));
    expect(markOf('a', 'one')).not.toBe(markOf('b', 'one'));
    expect(markOf('a', ' one\n two ')).toBe(markOf('a', 'one two'));
  });
});
