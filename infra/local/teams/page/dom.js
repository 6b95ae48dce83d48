/**
 * @typedef {Node | string | false | undefined} Child
 * @typedef {{ [name: string]: string | boolean | undefined }} Attributes
 */

/**
 * Makes an element. An attribute that is `true` is set empty, one that is `false` or undefined is left out.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Attributes} [attributes]
 * @param {readonly Child[]} [children]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/**
 * Makes a button that acts.
 *
 * @param {Attributes} attributes
 * @param {readonly Child[]} children
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function button(attributes, children, act) {
  const element = h('button', { type: 'button', ...attributes }, children);
  element.addEventListener('click', act);
  return element;
}

/** 20 px line icons; one path each. */
const ICONS = {
  app: 'M10 2v7M10 9l-3.5 4L10 18l3.5-5zM5 2h10',
  chat: 'M3 4.5h14v9H9L5.5 17v-3.5H3zM6.5 8h7M6.5 10.5h4.5',
  send: 'M3 3.5 17 10 3 16.5 5 10zM5 10h5.5',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4',
  mention: 'M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM13 7v4.5c0 2.5 4 2 4-1.5A7 7 0 1 0 13.5 16',
  team: 'M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM2 17v-1.5A3.5 3.5 0 0 1 5.5 12h3A3.5 3.5 0 0 1 12 15.5V17M13 9a2.5 2.5 0 1 0 0-5M14.5 12A3.5 3.5 0 0 1 18 15.5V17',
  calendar:
    'M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v10a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 15.5zM3 8h14M7 2v3M13 2v3M7 11.5h.01M10 11.5h.01M13 11.5h.01',
  room: 'M3 4h9v8H3zM14.5 4H17v3.5h-2.5zM14.5 9.5H17v3h-2.5zM3 14.5h3.5V17H3zM8.5 14.5H12V17H8.5zM14.5 14.5H17V17h-2.5z',
  developer: 'M7 6l-4 4 4 4M13 6l4 4-4 4M11.5 4l-3 12',
  sun: 'M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M4.3 15.7l1.1-1.1M14.6 5.4l1.1-1.1',
  moon: 'M15.5 12.5A6.5 6.5 0 0 1 8 3.5a7 7 0 1 0 7.5 9Z',
  contrast: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 3v14M12 4v12M14 5.5v9M16 8v4',
  back: 'M12.5 4l-6 6 6 6',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5L5 15',
  share: 'M3 4h14v10H3zM10 11.5v-5M7.5 9L10 6.5 12.5 9M7 17h6',
  stop: 'M3 4h14v10H3zM8 7l4 4M12 7l-4 4M7 17h6',
  panel: 'M3 4h14v12H3zM12 4v12',
  leave:
    'M3 12.5v-1C3 9 6 7.5 10 7.5s7 1.5 7 4v1c0 .8-.7 1.3-1.5 1.2l-2-.3c-.7-.1-1.2-.6-1.2-1.3v-1.2c-1.5-.4-3.1-.4-4.6 0v1.2c0 .7-.5 1.2-1.2 1.3l-2 .3c-.8.1-1.5-.4-1.5-1.2Z',
  window: 'M11 3h6v6M17 3l-7 7M8 4H4.5A1.5 1.5 0 0 0 3 5.5v10A1.5 1.5 0 0 0 4.5 17h10a1.5 1.5 0 0 0 1.5-1.5V12',
  reload: 'M16 10a6 6 0 1 1-1.8-4.3L16 7.5M16 3.5v4h-4',
};

/**
 * Draws an icon in the colour of the text around it. It says nothing to a screen reader: label the button.
 *
 * @param {keyof typeof ICONS} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * Draws a person as Teams does, by initials on one of six calm colours.
 *
 * @param {{ name: string; id: string }} person
 * @param {string} [size] a class: `avatar-large`, `avatar-huge`
 * @returns {HTMLSpanElement}
 */
export function avatar({ name, id }, size = '') {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const initials = `${words.at(0)?.at(0) ?? ''}${words.length > 1 ? (words.at(-1)?.at(0) ?? '') : ''}`.toUpperCase();
  const tint = Array.from(id, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, code) => sum + code, 0) % 6;
  // Drawn by the style sheet: initials are a picture, not words that a label would have to repeat.
  return h('span', { class: `avatar tint-${tint} ${size}`.trim(), 'data-initials': initials, 'aria-hidden': 'true' });
}
