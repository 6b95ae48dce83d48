import { deflateSync, strToU8 } from 'fflate';

/** A file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
  /** Put in as it is, because compressing it would be for nothing. */
  readonly isStored: boolean;
}

/** What an archive is made with: all make the same format, and readers see no difference. */
export interface Packing {
  /** Compresses bytes as RFC 1951 says, without a header. */
  deflate(bytes: Uint8Array): Uint8Array;
  /** The CRC-32 of bytes, as an unsigned number. */
  crc32(bytes: Uint8Array): number;
}

/** Runs everywhere; a program that has a compressor built in hands over its own, which needs a third of the time. */
export const PORTABLE: Packing = { deflate: (bytes) => deflateSync(bytes, { level: 6 }), crc32 };

/** For an archive that goes into another: compressed once with the whole it is smaller, and takes half the time. */
export const UNCOMPRESSED: Packing = { deflate: (bytes) => bytes, crc32 };

/** An archive as OPC wants it: each file with its sizes before it, names in UTF-8, the same bytes for the same files. */
export function writeZip(entries: readonly ZipEntry[], packing: Packing): Uint8Array {
  const files = entries.map((entry) => packed(entry, packing));
  const length = files.reduce((sum, { name, body }) => sum + LOCAL + CENTRAL + 2 * name.length + body.length, END);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const starts: number[] = [];
  let at = 0;
  for (const file of files) {
    starts.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeFacts(view, at + 4, file);
    bytes.set(file.name, at + LOCAL);
    bytes.set(file.body, at + LOCAL + file.name.length);
    at += LOCAL + file.name.length + file.body.length;
  }
  const directory = at;
  for (const [index, file] of files.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    writeFacts(view, at + 6, file);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    bytes.set(file.name, at + CENTRAL);
    at += CENTRAL + file.name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** Lengths of the records, names left out, in bytes (APPNOTE 6.3, 4.3.7, 4.3.12 and 4.3.16). */
const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** The version that reads files in folders, compressed: 2.0. */
const VERSION = 20;
const NAME_IN_UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** Noon of 1 January 1980: zips tell no earlier day, and the same content shall be the same bytes. */
const TIME = 12 << 11;
const DAY = (1 << 5) | 1;

interface PackedFile {
  readonly name: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly body: Uint8Array;
}

function packed({ name, content, isStored }: ZipEntry, packing: Packing): PackedFile {
  const smaller = isStored ? null : packing.deflate(content);
  const isSmaller = smaller !== null && smaller.length < content.length;
  const encoded = strToU8(name);
  return {
    name: encoded,
    flags: encoded.length === name.length ? 0 : NAME_IN_UTF8,
    method: isSmaller ? DEFLATED : STORED,
    crc: packing.crc32(content),
    size: content.length,
    body: isSmaller ? smaller : content,
  };
}

/** What both records of a file say of it. */
function writeFacts(view: DataView, at: number, { name, flags, method, crc, size, body }: PackedFile): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, flags, true);
  view.setUint16(at + 4, method, true);
  view.setUint16(at + 6, TIME, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, body.length, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
}

let table: Uint32Array | null = null;

function crc32(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0);
  return ~crc >>> 0;
}
