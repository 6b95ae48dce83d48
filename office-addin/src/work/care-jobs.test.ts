import { describe, expect, it } from '@jest/globals';
import {
  readPackage,
  relationshipsOf,
  removeRelationship,
  writePackage,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { descendantsOf, element, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { insertionText } from '@plumbline/shared/ooxml/insertion';
import { addExhibitSlides } from '@plumbline/shared/ooxml/slides/add-slides';
import { newDeck } from '@plumbline/shared/ooxml/slides/base-deck';
import { findInsertions, framesOn } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { deckOf, edit, partOf, sample, textsOn, typeNumber } from '@plumbline/shared/testing/edited-decks';
import { later, moved } from '@plumbline/shared/testing/later-exhibits';
import { sampleInsertion } from '@plumbline/shared/testing/exhibits';
import type { Exhibit } from '@plumbline/shared/ooxml/exhibit';
import { base64Of, bytesOf } from './base64.ts';
import { compareSlide, copySlide, detachSlide, markSlide, readSlide, renewSlide } from './care-jobs.ts';
import type { Piece } from './jobs.ts';
import type { ExportedSlide } from './slide-package.ts';

const WRITING = { language: 'en-GB', rightToLeft: false, figureWord: 'Figure' };
const SLIDE = 'ppt/slides/slide1.xml';
const PROFILE = sample('profile');
const TABLE = sample('commitments');

/** A slide with an exhibit as Office exports it, edited before. */
function exported(exhibit: Exhibit, change: (deck: OpcPackage) => void = () => undefined): ExportedSlide {
  const deck = deckOf([exhibit]);
  change(deck);
  return { slide: base64Of(writePackage(deck)), tags: [] };
}

function opened(slide: string | null): OpcPackage {
  const read = readPackage(bytesOf(slide ?? ''));
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function valueOf<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('That was refused');
  return result.value;
}

function pieceOn(slide: ExportedSlide): Piece {
  const [piece, ...others] = valueOf(readSlide(slide));
  if (!piece || others.length > 0) throw new Error('Not one piece');
  return piece;
}

function condition(slide: ExportedSlide, exhibit: Exhibit) {
  const { identity, frame } = pieceOn(slide);
  return valueOf(compareSlide({ exported: slide, wishes: [{ id: identity.id, frame, exhibit }] }))[0];
}

function renewed(slide: ExportedSlide, exhibit: Exhibit, replaceEdited = false) {
  const { identity, frame } = pieceOn(slide);
  const wishes = [{ id: identity.id, frame, exhibit, replaceEdited }];
  return valueOf(renewSlide({ exported: slide, wishes, writing: WRITING, creationId: 77 }));
}

const PAGE = 3;

/** The number of a slide as its own field says it. */
function fieldOf(page: number): XmlElement {
  return element('a:fld', { type: 'slidenum' }, element('a:t', {}, String(page)));
}

/** Somebody types into the chart. */
const typed = (deck: OpcPackage): void => typeNumber(deck, 'ppt/charts/chart1.xml', '42');

function properties(root: XmlElement) {
  return framesOn(root).find(({ element }) => element.name === 'p:graphicFrame')?.properties;
}

describe('how what stands on a slide stands with its meeting', () => {
  it('OF69 is up to date with the same result, also where the analyst has rewritten the title', () => {
    const retitled = exported(PROFILE, (deck) => {
      edit(deck, SLIDE, (root) => {
        const text = descendantsOf(root, 'a:t')[0];
        if (text) text.children = ['In our words'];
      });
    });
    expect(condition(retitled, PROFILE)).toEqual({ status: 'current' });
  });

  it('OF69 is out of date by numbers, before and after', () => {
    const told = condition(exported(PROFILE), later(PROFILE, moved));
    if (told?.status !== 'stale') throw new Error(`It is ${told?.status ?? 'nothing'}`);
    expect(told.preview.changes).toContainEqual({ series: 'now', category: 'Vision', before: 100, after: 99 });
    expect(condition(exported(PROFILE), later(PROFILE))).toMatchObject({ status: 'stale', preview: { changes: [] } });
  });

  it('OF69 is edited where somebody typed a number, held where too few answered, broken where it is of another form', () => {
    expect(condition(exported(PROFILE, typed), later(PROFILE, moved))).toMatchObject({ status: 'edited' });
    const held = { ...PROFILE, provenance: { ...PROFILE.provenance, answered: null } };
    expect(condition(exported(PROFILE), held)).toEqual({ status: 'held', reason: null });
    const none: Exhibit = { ...TABLE, title: 'No commitments were made', body: { form: 'text', paragraphs: [] } };
    expect(condition(exported(TABLE), none)).toEqual({ status: 'held', reason: 'No commitments were made' });
    const table = { ...PROFILE, body: TABLE.body };
    expect(condition(exported(PROFILE), table)).toEqual({ status: 'broken', why: 'refresh.other-form' });
  });

  it('OF69 has no words for screen readers where somebody took them, unless it only decorates', () => {
    expect(pieceOn(exported(PROFILE)).lacksAltText).toBe(false);
    const bare = (deck: OpcPackage) =>
      edit(deck, SLIDE, (root) => {
        const frame = properties(root);
        if (frame) frame.attributes['descr'] = ' ';
      });
    expect(pieceOn(exported(PROFILE, bare)).lacksAltText).toBe(true);
    const decorative = exported(PROFILE, (deck) => {
      bare(deck);
      edit(deck, SLIDE, (root) => {
        const mark: XmlElement = { name: 'adec:decorative', attributes: { val: '1' }, children: [] };
        properties(root)?.children.push({ name: 'a:extLst', attributes: {}, children: [mark] });
      });
    });
    expect(pieceOn(decorative).lacksAltText).toBe(false);
  });

  it('OF69 is found by a tag that Office tells where the export has lost everything else', () => {
    const nameless = (deck: OpcPackage) => {
      edit(deck, SLIDE, (root) => {
        const frame = properties(root);
        if (frame) Object.assign(frame, { attributes: { ...frame.attributes, name: 'Table 4' }, children: [] });
      });
      for (const { id, type } of relationshipsOf(deck, SLIDE)) {
        if (type.endsWith('/tags')) removeRelationship(deck, SLIDE, id);
      }
    };
    const slide = exported(TABLE, nameless);
    expect(valueOf(readSlide(slide))).toEqual([]);
    const value = insertionText(sampleInsertion(TABLE, 0));
    expect(pieceOn({ ...slide, tags: [{ key: 'PLUMBLINE', value }] })).toMatchObject({
      apart: null,
      identity: { id: sampleInsertion(TABLE, 0).id },
    });
  });
});

describe('a slide made anew', () => {
  it('OF70 shows the new result under another number of its creation, and its tag says so', () => {
    const next = later(PROFILE, moved);
    const made = renewed(exported(PROFILE), next);
    const deck = opened(made.slide);
    expect(textsOn(deck, SLIDE)).toContain(next.title);
    expect(descendantsOf(partOf(deck, SLIDE), 'p14:creationId').map(({ attributes }) => attributes['val'])).toEqual([
      '77',
    ]);
    expect(made.tag).toBe(insertionText(sampleInsertion(next, 0)));
    expect(condition({ slide: made.slide ?? '', tags: [] }, next)).toEqual({ status: 'current' });
  });

  it('OF70 is none where all was refused, and what somebody typed goes only when that is asked for', () => {
    const slide = exported(PROFILE, typed);
    expect(renewed(slide, later(PROFILE, moved))).toMatchObject({
      slide: null,
      outcomes: [{ ok: false, error: { kind: 'refresh.edited' } }],
    });
    expect(renewed(slide, later(PROFILE, moved), true).outcomes).toEqual([{ ok: true, value: null }]);
  });

  it('OF72 says no more what it was once it is detached', () => {
    const slide = exported(PROFILE);
    const { identity, frame } = pieceOn(slide);
    const made = valueOf(detachSlide({ exported: slide, pieces: [{ id: identity.id, frame }], creationId: 5 }));
    expect(made.tag).toBeNull();
    expect(findInsertions(opened(made.slide))).toEqual([]);
  });

  it('OF72 has the mark of the old one as long as nobody works on it', () => {
    const slide = exported(PROFILE);
    const copy = { slide: valueOf(copySlide({ exported: slide, creationId: 9 })), tags: [] };
    expect(copy.slide).not.toBe(slide.slide);
    expect(valueOf(markSlide(copy))).toBe(valueOf(markSlide(slide)));
    const proofed = exported(PROFILE, (deck) => {
      edit(deck, SLIDE, (root) => {
        for (const run of descendantsOf(root, 'a:rPr')) Object.assign(run.attributes, { dirty: '0', err: '1' });
        descendantsOf(root, 'a:p')[0]?.children.push(fieldOf(PAGE));
      });
    });
    const paged = exported(PROFILE, (deck) => {
      edit(deck, SLIDE, (root) => void descendantsOf(root, 'a:p')[0]?.children.push(fieldOf(PAGE + 1)));
    });
    expect(valueOf(markSlide(proofed))).toBe(valueOf(markSlide(paged)));
    const others = [
      exported(PROFILE, typed),
      exported(PROFILE, (deck) =>
        edit(deck, 'ppt/notesSlides/notesSlide1.xml', (root) => void descendantsOf(root, 'a:t')[0]?.children.push('!')),
      ),
    ];
    for (const other of others) expect(valueOf(markSlide(other))).not.toBe(valueOf(markSlide(slide)));
  });
});

describe('the language of what stands on a slide', () => {
  const GERMAN = { language: 'de-AT', rightToLeft: false, figureWord: 'Abbildung' };

  /** A slide that was written in a language, or that does not say in which. */
  function written(said: { readonly language?: string }): ExportedSlide {
    const { language: _language, ...insertion } = sampleInsertion(PROFILE, 0);
    const look = { language: said.language ?? 'en-GB', rightToLeft: false };
    const deck = newDeck({ ...look, title: 'Board' });
    addExhibitSlides(deck, [{ exhibit: PROFILE, insertion: { ...insertion, ...said } }], look);
    return { slide: base64Of(writePackage(deck)), tags: [] };
  }

  function refreshedBy(slide: ExportedSlide, writing: typeof WRITING) {
    const { identity, frame } = pieceOn(slide);
    const wishes = [{ id: identity.id, frame, exhibit: later(PROFILE, moved), replaceEdited: false }];
    const made = valueOf(renewSlide({ exported: slide, wishes, writing, creationId: 77 }));
    const deck = opened(made.slide);
    const [chart] = [...deck.parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name));
    return {
      identity: findInsertions(deck)[0]?.identity.language,
      chart: descendantsOf(partOf(deck, chart ?? ''), 'c:lang')[0]?.attributes['val'],
    };
  }

  it('OF100 stays the one that it was written in, whoever refreshes it', () => {
    expect(refreshedBy(exported(PROFILE), GERMAN)).toEqual({ identity: 'en-GB', chart: 'en-GB' });
    expect(refreshedBy(written({ language: 'de-DE' }), WRITING)).toEqual({ identity: 'de-DE', chart: 'de-DE' });
  });

  it('OF100 is English where an older version did not write it down, in the region of an English reader', () => {
    const older = written({});
    expect(pieceOn(older).identity.language).toBeNull();
    expect(refreshedBy(older, GERMAN).identity).toBe('en');
    expect(refreshedBy(older, WRITING).identity).toBe('en-GB');
  });
});
