import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { deflateRawSync } from 'node:zlib';
import { PORTABLE, UNCOMPRESSED, writeZip, type ZipEntry } from './zip.ts';

const LONG = 'Where we stand. '.repeat(2_000);
const ENTRIES: readonly ZipEntry[] = [
  { name: '[Content_Types].xml', content: strToU8(LONG), isStored: false },
  { name: 'ppt/media/größe.png', content: strToU8(LONG), isStored: true },
  { name: 'empty.xml', content: new Uint8Array(), isStored: false },
  { name: 'noise.bin', content: noise(999), isStored: false },
];

/** Bytes that nothing makes smaller: the high ones of a linear congruential generator (Knuth's MMIX, 32 bits of it). */
function noise(length: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

describe.each([
  ['what runs everywhere', PORTABLE],
  ['a compressor that it is handed', { ...PORTABLE, deflate: (bytes: Uint8Array) => deflateRawSync(bytes) }],
])('an archive made with %s', (_, packing) => {
  it('gives back each file under its name, in order, smaller where that was asked for', () => {
    const bytes = writeZip(ENTRIES, packing);
    const files = unzipSync(bytes);

    expect(Object.keys(files)).toEqual(ENTRIES.map(({ name }) => name));
    for (const { name, content } of ENTRIES) expect(strFromU8(files[name] ?? strToU8('none'))).toBe(strFromU8(content));
    expect(bytes.length).toBeGreaterThan(LONG.length);
    expect(bytes.length).toBeLessThan(LONG.length * 1.1);
  });

  it('tells a damaged file by the check value that the algorithm is known by', () => {
    expect(packing.crc32(strToU8('123456789'))).toBe(0xcbf43926);
    expect(packing.crc32(new Uint8Array())).toBe(0);
  });

  it('is the same for the same files', () => {
    expect(writeZip(ENTRIES, packing)).toEqual(writeZip(ENTRIES, packing));
  });

  it('puts what does not get smaller in as it is', () => {
    const content = noise(999);
    const view = new DataView(writeZip([{ name: 'noise.bin', content, isStored: false }], packing).buffer);

    // Method, CRC-32, size in the archive and of the file: APPNOTE 6.3, 4.3.7.
    expect(view.getUint16(8, true)).toBe(0);
    expect(view.getUint32(14, true)).toBe(packing.crc32(content));
    expect([view.getUint32(18, true), view.getUint32(22, true)]).toEqual([999, 999]);
  });
});

describe('an archive that goes into another', () => {
  it('has each file as it is', () => {
    const content = strToU8(LONG);
    const bytes = writeZip([{ name: 'sheet.xml', content, isStored: false }], UNCOMPRESSED);
    const named = new TextDecoder().decode(bytes);

    expect(unzipSync(bytes)).toEqual({ 'sheet.xml': content });
    expect(named).toContain(LONG);
  });
});
