import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readPackage, writePackage, type OpcPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { addSlide } from '@plumbline/infra/local/office/deck/add-slide';
import { ALL_BUGS, type Bugs } from '@plumbline/infra/local/office/bugs';
import { exportSlides, insertSlides, type SlideInsertion } from '@plumbline/infra/local/office/deck/carry-slides';
import { idOf, removeSlides, slidesOf } from '@plumbline/infra/local/office/deck/slides';
import { setTag, SLIDE_TAGS, tagsOf } from '@plumbline/infra/local/office/deck/tags';
import { deckOutline } from '@plumbline/infra/local/office/outline';
import { sampleFiles } from '@plumbline/infra/local/office/samples';
import { faultsOf } from '../documents/validated.ts';
import { foreignDeck, plainDocument, startOffice, upload, type OfficeWorld } from './office-world.ts';

/** Microsoft's validator and a file of 100 MB take their time on a machine that does other things too. */

const NO_BUGS: Bugs = {
  duplicateSlides: false,
  exportDropsTags: false,
  exportDropsComments: false,
  exportDropsFonts: false,
  sourceFontsLost: false,
};
const AT_THE_FRONT: SlideInsertion = { formatting: 'UseDestinationTheme', after: null, which: null };

function open(bytes: Uint8Array): OpcPackage {
  const opened = readPackage(bytes);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

/** What is wrong with a deck besides what pptxgenjs writes wrong: the place of the notes, and a third axis. */
async function newFaultsOf(deck: OpcPackage): Promise<readonly string[]> {
  const faults = await faultsOf(writePackage(deck), 'pptx');
  return faults.filter((fault) => !/notesMasterIdLst|axId/.test(fault));
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

describe('slides of another deck', () => {
  it('OF80 come with their chart, workbook and notes, and go with them', async () => {
    const deck = open(await foreignDeck(['One']));
    const before = [...deck.parts.keys()].sort();
    const carrier = await foreignDeck(['Two']);
    const [inserted] = insertSlides(deck, base64(carrier), { insertion: AT_THE_FRONT, bugs: ALL_BUGS });
    if (!inserted) throw new Error('Nothing was inserted');
    expect(slidesOf(deck).map(idOf)).toEqual(['257#', '256#']);
    const added = [...deck.parts.keys()].filter((name) => !before.includes(name)).sort();
    expect(added.filter((name) => !name.endsWith('.rels')).map((name) => name.replace(/\d+/, 'N'))).toEqual([
      expect.stringMatching(/^ppt\/charts\/chartN/),
      expect.stringMatching(/^ppt\/embeddings\//),
      'ppt/notesSlides/notesSlideN.xml',
      'ppt/slides/slideN.xml',
    ]);
    expect(await newFaultsOf(deck)).toEqual([]);
    removeSlides(deck, [inserted]);
    expect([...deck.parts.keys()].sort()).toEqual(before);
  });

  it('OF80 keep their own master where they keep their formatting, once for all of them', async () => {
    const deck = open(await foreignDeck(['One']));
    const foreign = open(await foreignDeck(['Two', 'Three']));
    const theme = [...foreign.parts.keys()].find((name) => name.includes('theme1.xml')) ?? '';
    const text = Buffer.from(foreign.parts.get(theme) ?? []).toString('utf8');
    foreign.parts.set(
      theme,
      new Uint8Array(Buffer.from(text.replaceAll('Arial', 'Georgia').replaceAll('4472C4', '112233'))),
    );
    const insertion: SlideInsertion = { ...AT_THE_FRONT, formatting: 'KeepSourceFormatting' };
    insertSlides(deck, base64(writePackage(foreign)), { insertion, bugs: NO_BUGS });
    const masters = [...deck.parts.keys()].filter((name) => /slideMasters\/slideMaster\d+\.xml$/.test(name));
    expect(masters).toHaveLength(2);
    expect(slidesOf(deck)).toHaveLength(3);
  });

  it('OF85 each bug of Office is on, and can be switched off', async () => {
    const deck = open(await foreignDeck(['One', 'Two']));
    const [first] = slidesOf(deck);
    if (!first) throw new Error('The deck has no slides');
    setTag(deck, { part: first.part, ...SLIDE_TAGS }, { key: 'plumbline', value: '1' });
    const tagsAfter = (bugs: Bugs) => {
      const exported = open(exportSlides(deck, [first], bugs));
      return slidesOf(exported).map(({ part }) => [...tagsOf(exported, { part, ...SLIDE_TAGS })]);
    };
    expect(tagsAfter(ALL_BUGS)).toEqual([[]]);
    expect(tagsAfter(NO_BUGS)).toEqual([[['PLUMBLINE', '1']]]);
  });

  it('OF81 nothing is changed where an insertion is refused', async () => {
    const deck = open(await foreignDeck(['One']));
    const before = new Map(deck.parts);
    const carrier = base64(await foreignDeck(['Two']));
    const insertion: SlideInsertion = { ...AT_THE_FRONT, after: '999#' };
    expect(() => insertSlides(deck, carrier, { insertion, bugs: ALL_BUGS })).toThrow('no slide 999# to insert after');
    const unknown: SlideInsertion = { ...AT_THE_FRONT, which: ['300#'] };
    expect(() => insertSlides(deck, carrier, { insertion: unknown, bugs: ALL_BUGS })).toThrow('no slide 300#');
    expect(deck.parts).toEqual(before);
  });
});

describe('what a page shows of a deck', () => {
  it('OF84 places that a slide leaves to its layout are those of the layout', () => {
    const { slides, width } = deckOutline(open(sampleFiles().powerpoint.bytes));
    const frames = slides.flatMap((slide) => slide.frames).filter(({ text }) => text !== '');
    expect(frames.map(({ text }) => text)).toEqual(['Quarterly review', 'Executive team']);
    for (const frame of frames) {
      expect(frame.width).toBeGreaterThan(width / 4);
      expect(frame.height).toBeGreaterThan(0);
    }
  });
});

describe('a slide that is added', () => {
  it('OF80 has the layout of the one before it, the places of that layout, and an id of its own', async () => {
    const deck = open(await foreignDeck(['One']));
    addSlide(deck, null);
    addSlide(deck, null);
    const creations = slidesOf(deck).map(({ creationId }) => creationId);
    expect(new Set(creations).size).toBe(3);
    expect(slidesOf(deck).map(({ number }) => number)).toEqual(['256', '257', '258']);
    expect(await newFaultsOf(deck)).toEqual([]);
    expect(() => addSlide(deck, 'ppt/slideLayouts/none.xml')).toThrow('no such layout');
  });
});

describe('files that are no documents', () => {
  let world: OfficeWorld;
  beforeAll(async () => {
    world = await startOffice();
  });
  afterAll(() => world.stop());

  it('OF86 are refused with what to do, and what was open stays open', async () => {
    const at = { id: 'bad', program: 'powerpoint' };
    expect((await upload(world.origin, at, await foreignDeck(['One']))).status).toBe(200);
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
    const refusals = [
      [bytes('junk'), 422, 'it is no Office document, or it is damaged'],
      [bytes(''), 400, 'The file is empty.'],
      [bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'), 422, 'protected by a password'],
      [plainDocument('Hello'), 422, 'open it on the page of that program'],
      [new Uint8Array(100 * 1024 * 1024), 413, 'larger than 64 MB'],
    ] as const;
    for (const [file, status, detail] of refusals) {
      const answer = await upload(world.origin, at, file);
      expect([answer.status, answer.body['detail']]).toEqual([status, expect.stringContaining(detail)]);
    }
    const view = await fetch(`${world.origin}/local/office/documents/bad/view`);
    expect(await view.json()).toMatchObject({ slides: [{ id: '256#' }] });
  });

  it('OF81 a batch that is none, and calls that nobody knows, are answered and change nothing', async () => {
    await upload(world.origin, { id: 'calls', program: 'powerpoint' }, await foreignDeck(['One']));
    const call = async (dispId: unknown, params: unknown) => {
      const answer = await fetch(`${world.origin}/local/office/documents/calls/calls`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ dispId, params }),
      });
      return [answer.status, JSON.stringify(await answer.json())];
    };
    const rich = (body: string) => call(93, [['', 'POST', 'ProcessQuery', [], body]]);
    const unknown = { Actions: [{ Id: 1, ActionType: 42, Name: '', ObjectPathId: 1 }], ObjectPaths: {} };
    const paths = { 1: { Id: 1, ObjectPathType: 1, Name: '' } };
    expect(await call('x', 1)).toEqual([400, expect.stringContaining('Send')]);
    expect(await call(9999, [])).toEqual([200, '{"values":[5000],"revision":1}']);
    expect(await rich('no json')).toEqual([200, expect.stringContaining('this is no ProcessQuery')]);
    expect(await rich(JSON.stringify(unknown))).toEqual([200, expect.stringContaining('there is no object path 1')]);
    expect(await rich(JSON.stringify({ ...unknown, ObjectPaths: paths }))).toEqual([
      200,
      expect.stringContaining('no action of type 42'),
    ]);
  });
});
