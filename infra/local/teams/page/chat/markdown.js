import { h } from '../dom.js';

/** What is marked inside a line, in the order in which it is looked for. */
const MARKS =
  /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|\b_(.+?)_\b|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>()]+)|<at>(.+?)<\/at>/;

/**
 * Draws the part of markdown that Teams shows: bold, italic, code, links, lists, quotes and lines. It makes elements and
 * never reads HTML, so nothing in a message can be anything but words.
 *
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function drawMarkdown(text) {
  const fragment = document.createDocumentFragment();
  for (const block of text.replaceAll('\r\n', '\n').split(/\n{2,}/)) {
    /** @type {{ kind: 'ul' | 'ol' | 'p' | 'quote'; lines: string[] }[]} */
    const runs = [];
    for (const line of block.split('\n')) {
      const { kind, words } = readLine(line);
      const last = runs.at(-1);
      if (last?.kind === kind) last.lines.push(words);
      else runs.push({ kind, lines: [words] });
    }
    for (const { kind, lines } of runs) {
      if (kind === 'ul' || kind === 'ol') {
        fragment.append(
          h(
            kind,
            {},
            lines.map((line) => h('li', {}, drawInline(line))),
          ),
        );
      } else {
        const drawn = lines.flatMap((line, index) => [...(index === 0 ? [] : [h('br')]), ...drawInline(line)]);
        if (lines.some((line) => line.trim() !== ''))
          fragment.append(h(kind === 'quote' ? 'blockquote' : 'p', {}, drawn));
      }
    }
  }
  return fragment;
}

/**
 * @param {string} line
 * @returns {{ kind: 'ul' | 'ol' | 'p' | 'quote'; words: string }}
 */
function readLine(line) {
  const [, bullet] = /^\s*[-*+]\s+(.*)$/.exec(line) ?? [];
  if (bullet !== undefined) return { kind: 'ul', words: bullet };
  const [, numbered] = /^\s*\d+[.)]\s+(.*)$/.exec(line) ?? [];
  if (numbered !== undefined) return { kind: 'ol', words: numbered };
  const [, quoted] = /^>\s?(.*)$/.exec(line) ?? [];
  return quoted === undefined ? { kind: 'p', words: line } : { kind: 'quote', words: quoted };
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
function drawInline(text) {
  const found = MARKS.exec(text);
  if (found === null) return [text];
  const [whole, strong, strong2, soft, soft2, code, label, target, bare, mention] = found;
  const before = text.slice(0, found.index);
  const after = drawInline(text.slice(found.index + whole.length));
  return [
    before,
    drawMark({ whole, strong: strong ?? strong2, soft: soft ?? soft2, code, label, target, bare, mention }),
    ...after,
  ];
}

/**
 * @param {{ whole: string } & { [K in 'strong' | 'soft' | 'code' | 'label' | 'target' | 'bare' | 'mention']: string | undefined }} of
 * @returns {Node | string}
 */
function drawMark({ whole, strong, soft, code, label, target, bare, mention }) {
  if (strong !== undefined) return h('strong', {}, drawInline(strong));
  if (soft !== undefined) return h('em', {}, drawInline(soft));
  if (code !== undefined) return h('code', {}, [code]);
  if (mention !== undefined) return h('span', { class: 'mention' }, [mention]);
  if (bare !== undefined) return h('a', { href: bare }, [bare]);
  // A target that is no web address stays words: what it would do is not for a message to say.
  if (label !== undefined && target !== undefined && /^(https?:|mailto:)/i.test(target))
    return h('a', { href: target }, drawInline(label));
  return whole;
}
