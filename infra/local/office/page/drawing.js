/** @import { BlockOutline, ChartOutline, DeckView, DocumentView, SlideOutline, TextView } from '../types.ts' */
import { h } from './dom.js';

/** As many rows of a table are drawn in an outline. */
const MOST_ROWS = 12;

/**
 * A slide as it is drawn: its picture where there is one, else its frames with their words and numbers.
 *
 * @param {DeckView} deck
 * @param {number} at
 * @param {{ isThumbnail: boolean }} of
 * @returns {HTMLElement}
 */
export function drawSlide(deck, at, { isThumbnail }) {
  const slide = deck.slides[at];
  const picture = pictureOf(deck, at, isThumbnail ? '' : slideWords(slide, at));
  const box = h('div', {
    class: isThumbnail ? 'slide thumbnail' : 'slide',
    'aria-hidden': isThumbnail ? 'true' : false,
  });
  box.style.aspectRatio = `${String(deck.width)} / ${String(deck.height)}`;
  if (picture) {
    box.append(picture);
    return box;
  }
  for (const frame of slide?.frames ?? []) {
    const element = h('div', { class: `frame frame-${frame.type.toLowerCase()}` }, [
      frame.chart ? chartTable(frame.chart) : frame.rows ? table(frame.rows) : h('p', {}, [frame.text]),
    ]);
    element.style.left = `${String((frame.left / deck.width) * 100)}%`;
    element.style.top = `${String((frame.top / deck.height) * 100)}%`;
    element.style.width = `${String((frame.width / deck.width) * 100)}%`;
    element.style.height = `${String((frame.height / deck.height) * 100)}%`;
    // Placeholders that take their place from the layout have none of their own.
    if (frame.width === 0) element.classList.add('frame-flowing');
    box.append(element);
  }
  return box;
}

/** @param {TextView} text @returns {HTMLElement} */
export function drawText(text) {
  if (text.pages !== null && text.pages > 0) {
    const pages = Array.from({ length: text.pages }, (_, at) => pictureOf(text, at, `Page ${String(at + 1)}`));
    return h('div', { class: 'pages' }, pages);
  }
  return h('div', { class: 'text-page' }, text.blocks.map(drawBlock));
}

/** What a slide is called in lists. @param {SlideOutline | undefined} slide @param {number} at */
export function slideName(slide, at) {
  const title = slide?.frames.find(({ placeholder }) => placeholder === 'title' || placeholder === 'ctrTitle');
  const first = title?.text ?? slide?.frames.find(({ text }) => text !== '')?.text ?? '';
  return `Slide ${String(at + 1)}${first === '' ? '' : `: ${first.replaceAll(/\s+/g, ' ')}`}`;
}

/** @param {SlideOutline | undefined} slide @param {number} at */
function slideWords(slide, at) {
  return [slideName(slide, at), ...(slide?.frames ?? []).map(({ altText }) => altText)]
    .filter((one) => one !== '')
    .join('. ');
}

/** @param {DocumentView} view @param {number} at @param {string} alt */
function pictureOf({ id, pages, revision }, at, alt) {
  if (pages === null || at >= pages) return null;
  const src = `/local/office/documents/${encodeURIComponent(id)}/pages/${String(at + 1)}?revision=${String(revision)}`;
  return h('img', { src, alt, loading: 'lazy' });
}

/** @param {BlockOutline} block @returns {HTMLElement} */
function drawBlock(block) {
  switch (block.kind) {
    case 'paragraph':
      return h('p', { class: /^(?:heading|title)/i.test(block.style) ? 'text-heading' : 'text-paragraph' }, [
        block.text,
      ]);
    case 'table':
      return table(block.rows);
    case 'chart':
      return h('div', { class: 'text-chart' }, [chartTable(block.chart)]);
    case 'control':
      return h('div', { class: 'text-control' }, [
        h('p', { class: 'text-tag' }, [block.title === '' ? block.tag : `${block.title} (${block.tag})`]),
        ...block.blocks.map(drawBlock),
      ]);
  }
}

/** @param {ChartOutline} chart */
function chartTable({ categories, series }) {
  const head = ['', ...series.map(({ name }) => name)];
  const rows = categories.map((category, at) => [category, ...series.map(({ values }) => shortened(values[at] ?? ''))]);
  return table([head, ...rows]);
}

/** @param {readonly (readonly string[])[]} rows */
function table(rows) {
  const body = rows.slice(0, MOST_ROWS).map((row) =>
    h(
      'tr',
      {},
      row.map((cell) => h('td', {}, [cell])),
    ),
  );
  return h('table', {}, [h('tbody', {}, body)]);
}

/** Caches have numbers with all their digits. @param {string} value */
function shortened(value) {
  const number = Number(value);
  return value !== '' && Number.isFinite(number) ? String(Math.round(number * 1000) / 1000) : value;
}
