/** EMU a point. */
export const POINT = 12_700;

/** How many lines a text takes at a width in EMU and a size in points; rather one too many than one too few. */
export function linesOf(text: string, width: number, size: number): number {
  const room = Math.max(1, width / (size * POINT));
  return text.split('\n').reduce((sum, line) => sum + wrapped(line, room), 0);
}

/** How wide the widest word of a text is at a size in points, in EMU. */
export function widestWord(text: string, size: number): number {
  return Math.ceil(Math.max(0, ...text.split(/\s/).map(widthOf)) * size * POINT);
}

/** The largest of some sizes at which texts are no higher than their place; the last where none is. */
export function sizeThatFits(sizes: readonly number[], height: number, heightAt: (size: number) => number): number {
  return sizes.find((size) => heightAt(size) <= height) ?? sizes.at(-1) ?? 12;
}

/** Words go to the next line as a whole, and break where one alone is wider than a line. */
function wrapped(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(' ')) {
    const width = widthOf(word);
    const gap = used === 0 ? 0 : SPACE;
    if (used + gap + width <= room) {
      used += gap + width;
      continue;
    }
    if (used > 0) lines += 1;
    lines += Math.max(0, Math.ceil(width / room) - 1);
    used = width % room;
  }
  return lines;
}

/** Widths of letters for their size, of fonts such as Calibri and Arial. */
const SPACE = 0.28;
const SMALL = 0.5;
const CAPITAL = 0.66;
const WHOLE = 1.05;

function widthOf(word: string): number {
  return Array.from(word).reduce((sum, letter) => {
    if (/[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/.test(letter)) return sum + WHOLE;
    return sum + (/[\p{Lu}%&@—]/u.test(letter) ? CAPITAL : SMALL);
  }, 0);
}
