import { PACKING } from '@plumbline/bot/files/packing';
import { randomUUID } from 'node:crypto';
import {
  contentTypeOf,
  linkedPart,
  PACKAGE,
  readPackage,
  writePackage,
  type OpcPackage,
} from '@plumbline/shared/ooxml/package/opc-package';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { ALL_BUGS, type Bugs } from './bugs.ts';
import { processQuery, type QueryAnswer, type References } from './bridge/process-query.ts';
import type { HostObject } from './bridge/host-object.ts';
import { LINK, replaceParts } from './deck/parts.ts';
import { presentationHost, selectedSlides, type OpenDeck } from './deck/presentation-host.ts';
import { titleOf } from './deck/shapes.ts';
import { idOf, slideOf, slidesOf } from './deck/slides.ts';
import { OfficeError } from './office-error.ts';
import { documentHost } from './word/document-host.ts';

/** The two programs. */
export type Program = 'powerpoint' | 'word';

/** What was uploaded, and where it is opened. */
export interface Upload {
  readonly id: string;
  readonly program: Program;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the program says of a file by its main part; a template and one with macros can be opened too. */
const MAIN_PART: Readonly<Record<Program, RegExp>> = {
  powerpoint: /presentationml\.(?:presentation|template|slideshow)\.main|ms-powerpoint\.\w+\.macroEnabled\.main/,
  word: /wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabled(?:Template)?\.main/,
};
const FILES: Readonly<Record<Program, string>> = {
  powerpoint: 'a PowerPoint deck (.pptx)',
  word: 'a Word document (.docx)',
};
/** So many documents stay open; the one that was opened first is closed for another. */
const MOST_OPEN = 24;

/** A document that is open, and what a pane does to it. */
export class OpenDocument {
  readonly id: string;
  readonly program: Program;
  readonly name: string;
  readonly pack: OpcPackage;
  /** Counts changes, so that a page knows whether it shows what is there. */
  revision = 1;
  bugs: Bugs = ALL_BUGS;
  isReadOnly = false;
  settings: Readonly<Record<string, string>> = {};
  readonly #references: References = new Map();
  readonly #deck: OpenDeck;
  #root: HostObject;
  /** Copies that `getFileAsync` reads slice by slice. */
  readonly #copies = new Map<number, Uint8Array>();
  #lastCopy = 0;

  constructor(upload: Upload, pack: OpcPackage) {
    this.id = upload.id;
    this.program = upload.program;
    this.name = upload.name;
    this.pack = pack;
    this.#deck = { pack, bugs: () => this.bugs, selection: [], newId };
    this.#root = this.#read();
  }

  /** Works off a batch of office.js. */
  process(body: string): QueryAnswer {
    const before = new Map(this.pack.parts);
    const answer = processQuery(body, this.#root, this.#references);
    if (!isSame(before, this.pack.parts)) {
      if (this.isReadOnly) {
        replaceParts(this.pack, before);
        this.#references.clear();
        this.#root = this.#read();
        const refused = new OfficeError('AccessDenied', 'the document is open for reading only');
        const { code, message, httpStatusCode } = refused;
        const Error = { Code: code, Message: message, Location: '', ActionIndex: -1, HttpStatusCode: httpStatusCode };
        return { Results: [], TraceIds: [], Error };
      }
      this.revision += 1;
    }
    return answer;
  }

  bytes(): Uint8Array {
    return writePackage(this.pack, PACKING);
  }

  /** Begins a copy for `getFileAsync`: its number and size. */
  copy(): readonly [number, number] {
    const bytes = this.bytes();
    this.#lastCopy += 1;
    this.#copies.set(this.#lastCopy, bytes);
    // Office allows two at once; a pane that forgets to close them shall see that here too.
    if (this.#copies.size > 2) {
      this.#copies.delete(this.#lastCopy);
      throw new OfficeError('GeneralException', 'two copies of the file are open already: call closeAsync');
    }
    return [this.#lastCopy, bytes.length];
  }

  slice(handle: number, offset: number, size: number): readonly number[] {
    const bytes = this.#copies.get(handle);
    if (!bytes) throw new OfficeError('InvalidArgument', 'that copy of the file is closed');
    return [...bytes.subarray(offset, offset + size)];
  }

  release(handle: number): void {
    this.#copies.delete(handle);
  }

  /** The selected slides as `getSelectedDataAsync` has them: number, title and place, which begins at 1. */
  selectedRange(): readonly (readonly [number, string, number])[] {
    const order = slidesOf(this.pack);
    return selectedSlides(this.#deck).map(({ number, part }) => [
      Number(number),
      titleOf(this.pack, part),
      order.findIndex((slide) => slide.number === number) + 1,
    ]);
  }

  /** The ids of the selected slides. */
  selection(): readonly string[] {
    return this.program === 'powerpoint' ? selectedSlides(this.#deck).map(idOf) : [];
  }

  #read(): HostObject {
    return this.program === 'powerpoint' ? presentationHost(this.#deck) : documentHost(this.pack, newId);
  }

  /** Selects a slide by its id. Whether it is there. */
  select(id: string): boolean {
    const slide = this.program === 'powerpoint' ? slideOf(this.pack, id) : null;
    if (slide) this.#deck.selection = [idOf(slide)];
    return slide !== null;
  }
}

function newId(): string {
  return `{${randomUUID().toUpperCase()}}`;
}

/** The documents that are open, by the names of their windows. */
export class OpenDocuments {
  readonly #open = new Map<string, OpenDocument>();

  get(id: string): OpenDocument | undefined {
    return this.#open.get(id);
  }

  /** Opens a file in place of what was open there; a refusal says what to do. */
  open(upload: Upload): Result<OpenDocument, string> {
    const opened = readPackage(upload.bytes);
    if (!opened.ok) return fail(REFUSALS[opened.error]);
    const type = contentTypeOf(opened.value, linkedPart(opened.value, PACKAGE, LINK.document) ?? '') ?? '';
    if (!MAIN_PART[upload.program].test(type)) {
      const other = upload.program === 'word' ? 'powerpoint' : 'word';
      return fail(
        MAIN_PART[other].test(type)
          ? `This is ${FILES[other]}: open it on the page of that program.`
          : `This is not ${FILES[upload.program]}.`,
      );
    }
    try {
      const document = new OpenDocument(upload, opened.value);
      this.#open.delete(upload.id);
      this.#open.set(upload.id, document);
      const [first] = this.#open.keys();
      if (this.#open.size > MOST_OPEN && first !== undefined) this.#open.delete(first);
      return ok(document);
    } catch (fault) {
      if (fault instanceof OfficeError) return fail(`This is not ${FILES[upload.program]} that can be read.`);
      throw fault;
    }
  }
}

const REFUSALS = {
  'package.unreadable': 'This file cannot be read: it is no Office document, or it is damaged.',
  'package.protected': 'This file is protected by a password or by rights: save a copy without, and open that.',
  'package.too-large': 'This file is too large when it is unpacked.',
};

function isSame(one: ReadonlyMap<string, Uint8Array>, other: ReadonlyMap<string, Uint8Array>): boolean {
  return one.size === other.size && [...one].every(([name, content]) => other.get(name) === content);
}
