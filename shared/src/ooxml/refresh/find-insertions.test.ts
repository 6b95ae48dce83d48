import { describe, expect, it } from '@jest/globals';
import { sampleExhibits, sampleInsertion } from '../../testing/exhibits.ts';
import { descendantsOf, element, type XmlElement } from '../package/xml.ts';
import { removePart, removeRelationship, relationshipsOf, type OpcPackage } from '../package/opc-package.ts';
import { addExhibitSlides } from '../slides/add-slides.ts';
import { newDeck } from '../slides/base-deck.ts';
import { findInsertions } from './find-insertions.ts';
import { refreshSlide } from './refresh-slide.ts';
import { LOOK, deckOf, sample, only, partOf, edit, first } from '../../testing/edited-decks.ts';

describe('finding what was inserted', () => {
  it('OF43 finds every insertion by its tag, its workbook, its extension and its name', () => {
    const deck = deckOf();
    expect(findInsertions(deck).map(({ identity }) => identity.key)).toEqual(sampleExhibits().map(({ key }) => key));
    for (const found of findInsertions(deck)) dropTags(deck, found.slide);
    const stripped = findInsertions(deck);
    expect(stripped.map(({ identity }) => identity.key)).toEqual(sampleExhibits().map(({ key }) => key));
    expect(stripped.every(({ identity }) => identity.written !== null)).toBe(true);
    for (const found of stripped) {
      edit(deck, found.slide, (root) => {
        for (const frame of descendantsOf(root, 'p:cNvPr')) frame.children = [];
      });
    }
    expect(findInsertions(deck).map(({ identity }) => identity.key)).toEqual(sampleExhibits().map(({ key }) => key));
  });

  it('OF43 finds a chart that was renamed by its tag or its workbook', () => {
    const deck = deckOf([sample('profile')]);
    const { slide } = only(deck);
    const rename = (root: XmlElement) => {
      for (const frame of descendantsOf(root, 'p:cNvPr')) frame.attributes['name'] = 'My chart';
    };
    edit(deck, slide, rename);
    expect(only(deck).state.kind).toBe('chart');
    dropTags(deck, slide);
    expect(only(deck).state.kind).toBe('chart');
  });

  it('OF43 tells copies of a slide apart', () => {
    const exhibit = sample('profile');
    const deck = newDeck({ ...LOOK, title: 'Board' });
    const insertion = sampleInsertion(exhibit, 1);
    addExhibitSlides(
      deck,
      [
        { exhibit, insertion },
        { exhibit, insertion },
      ],
      LOOK,
    );
    const found = findInsertions(deck);
    expect(found.map(({ copy }) => copy)).toEqual([1, 2]);
    expect(new Set(found.map(({ slide }) => slide)).size).toBe(2);
  });

  it('OF43 finds several insertions of one slide', () => {
    const deck = deckOf([sample('heatmap'), sample('commitments')]);
    const [one, two] = findInsertions(deck);
    if (!one || !two) throw new Error('Not two');
    const moving = descendantsOf(partOf(deck, two.slide), 'p:graphicFrame')[0];
    if (!moving) throw new Error('No frame');
    edit(deck, one.slide, (root) => {
      const copy = structuredClone(moving);
      first(copy, 'p:cNvPr').attributes['id'] = '40';
      first(root, 'p:spTree').children.push(copy);
    });
    const keys = findInsertions(deck)
      .filter(({ slide }) => slide === one.slide)
      .map(({ identity }) => identity.key.figure);
    expect(keys).toEqual(['heatmap', 'commitments']);
  });

  it('OF43 says of a picture, of pieces and of nothing that the chart is gone', () => {
    for (const [name, why] of [
      ['p:pic', 'refresh.picture'],
      ['p:grpSp', 'refresh.ungrouped'],
      [null, 'refresh.gone'],
    ] as const) {
      const deck = deckOf([sample('profile')]);
      edit(deck, only(deck).slide, (root) => {
        const tree = first(root, 'p:spTree');
        const frame = first(root, 'p:graphicFrame');
        const inner = first(frame, 'p:nvGraphicFramePr');
        const by = element(name ?? 'none', {}, { ...inner, name: 'p:nvPicPr' });
        tree.children = tree.children.flatMap((node) => (node === frame ? (name === null ? [] : [by]) : [node]));
      });
      expect(only(deck).state).toEqual({ kind: 'orphaned', why });
      const result = refreshSlide(deck, only(deck), { exhibit: sample('profile'), look: LOOK });
      expect(result).toEqual({ ok: false, error: { kind: 'refresh.orphaned', why } });
    }
  });
});

/** As PowerPoint's export does. */
function dropTags(deck: OpcPackage, slide: string): void {
  for (const link of relationshipsOf(deck, slide).filter(({ type }) => type.endsWith('/tags'))) {
    removePart(deck, `ppt/tags/${link.target.split('/').at(-1) ?? ''}`);
    removeRelationship(deck, slide, link.id);
  }
  edit(deck, slide, (root) => {
    const inner = first(root, 'p:cSld');
    inner.children = inner.children.filter(
      (node) => typeof node === 'string' || !('name' in node) || node.name !== 'p:custDataLst',
    );
  });
}
