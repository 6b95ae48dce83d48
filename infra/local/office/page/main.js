/** @import { DocumentView, OfficeConfig } from '../types.ts' */
import { h } from './dom.js';
import { drawSlide, drawText, slideName } from './drawing.js';

const PROGRAMS = { powerpoint: 'PowerPoint', word: 'Word' };
const ENDINGS = { powerpoint: '.pptx', word: '.docx' };
const THEMES = { default: 'Light', dark: 'Dark', contrast: 'High contrast' };
/** In which Office can be displayed here. */
const LANGUAGES = {
  'en-US': 'English (US)',
  'en-GB': 'English (UK)',
  'de-DE': 'Deutsch',
  'de-AT': 'Deutsch (Österreich)',
};
/** How often a page asks whether its pictures are drawn. */
const ASK_AGAIN_MS = 1_500;

const query = new URLSearchParams(location.search);
const program = query.get('program') === 'word' ? 'word' : 'powerpoint';
const id = query.get('document') ?? program;
const path = `/local/office/documents/${encodeURIComponent(id)}`;

/** @type {DocumentView | null} */
let view = null;
let waiting = 0;

const title = h('h1', {}, [PROGRAMS[program]]);
const said = h('p', { class: 'said', role: 'status' });
const file = h('input', { type: 'file', id: 'file', accept: ENDINGS[program], class: 'file' });
const save = h('a', { class: 'button', href: path, download: true, hidden: true }, ['Save a copy']);
const strip = h('ol', { class: 'strip' });
const stage = h('div', { class: 'stage' });
const switches = h('div', { class: 'switches' });
const pane = h('iframe', { title: 'Task pane', class: 'pane-frame' });
const config = /** @type {OfficeConfig} */ (await read('/local/office/config'));
const people = personPicker();
const languages = languagePicker();
const themes = themePicker();

document.body.append(
  h('header', { class: 'bar' }, [
    title,
    h('span', { class: 'note' }, ['Local Office, for development']),
    h('span', { class: 'spacer' }),
    h('nav', { 'aria-label': 'Programs' }, [
      programLink('powerpoint'),
      programLink('word'),
      h('a', { href: '/' }, ['Local Teams']),
    ]),
  ]),
  h('section', { class: 'tools', 'aria-label': 'The document, and how it looks' }, [
    h('span', { class: 'open' }, [file, h('label', { class: 'button-primary', for: 'file' }, ['Open a file'])]),
    save,
    people,
    languages,
    themes,
    h('details', { class: 'behaviour' }, [h('summary', {}, ['What Office gets wrong']), switches]),
    said,
  ]),
  h('main', { class: 'document', 'data-program': program }, program === 'powerpoint' ? [strip, stage] : [stage]),
  h('aside', { class: 'pane', 'aria-label': 'Add-in' }, [pane]),
);
document.title = `${PROGRAMS[program]} · Local Office`;

file.addEventListener('change', () => void openFile());
/** @param {MessageEvent<{ localOffice?: { revision?: number } }>} event */
const hearPane = (event) => {
  if (event.origin !== location.origin || event.source !== pane.contentWindow) return;
  const { localOffice } = event.data;
  if (localOffice?.revision !== undefined && localOffice.revision !== view?.revision) void refresh();
};
window.addEventListener('message', hearPane);
await refresh();
loadPane();

async function openFile() {
  const [chosen] = file.files ?? [];
  if (chosen === undefined) return;
  const address = `${path}?program=${program}&name=${encodeURIComponent(chosen.name)}`;
  const answer = await fetch(address, { method: 'PUT', body: chosen });
  file.value = '';
  if (!answer.ok) {
    /** @type {unknown} */
    const problem = await answer.json();
    say(/** @type {{ detail: string }} */ (problem).detail);
    return;
  }
  say(`${chosen.name} is open.`);
  await refresh();
  loadPane();
}

async function refresh() {
  clearTimeout(waiting);
  const answer = await fetch(`${path}/view`);
  view = answer.ok ? readView(await answer.text()) : null;
  show();
  // Zero pages are being drawn; null are never drawn.
  if (view?.pages === 0) waiting = window.setTimeout(() => void refresh(), ASK_AGAIN_MS);
}

/** @param {string} text */
function readView(text) {
  /** @type {unknown} */
  const read = JSON.parse(text);
  return /** @type {DocumentView} */ (read);
}

function show() {
  title.textContent = view ? `${PROGRAMS[program]}: ${view.name}` : PROGRAMS[program];
  save.hidden = view === null;
  showSwitches();
  if (view === null) {
    strip.replaceChildren();
    stage.replaceChildren(
      h('p', { class: 'empty' }, [`Open a ${ENDINGS[program]} file to begin. It stays on this machine.`]),
    );
    return;
  }
  if (view.program === 'word') {
    stage.replaceChildren(drawText(view));
    return;
  }
  const deck = view;
  const chosen = Math.max(
    0,
    deck.slides.findIndex((slide) => deck.selection.includes(slide.id)),
  );
  strip.replaceChildren(
    ...deck.slides.map((slide, at) => {
      // The picture stands beside its button, which lies over it: what is drawn small is not the button's name.
      const pressed = String(at === chosen);
      const button = h('button', { type: 'button', 'aria-label': slideName(slide, at), 'aria-pressed': pressed });
      button.addEventListener('click', () => void select(slide.id, at));
      const number = h('span', { class: 'strip-number', 'aria-hidden': 'true' }, [String(at + 1)]);
      return h('li', {}, [number, drawSlide(deck, at, { isThumbnail: true }), button]);
    }),
  );
  stage.replaceChildren(
    deck.slides.length === 0
      ? h('p', { class: 'empty' }, ['This deck has no slides.'])
      : drawSlide(deck, chosen, { isThumbnail: false }),
  );
}

/** @param {string} slide @param {number} at */
async function select(slide, at) {
  await send('selection', { slide });
  await refresh();
  strip.querySelectorAll('button')[at]?.focus();
}

function showSwitches() {
  const open = view;
  if (open === null) {
    switches.replaceChildren(h('p', {}, ['Open a file first.']));
    return;
  }
  const bugs = Object.entries(config.bugs).map(([name, { issue, says }]) => {
    const isOn = Object.entries(open.bugs).some(([bug, on]) => bug === name && on);
    return checkbox(`${says} (office-js ${String(issue)})`, isOn, (on) => void send('switches', { [name]: on }));
  });
  switches.replaceChildren(
    ...(program === 'powerpoint' ? bugs : []),
    checkbox('The document is open for reading only.', open.isReadOnly, (on) => {
      void send('switches', { isReadOnly: on }).then(loadPane);
    }),
    h('p', { class: 'note' }, ['How themes are merged is an approximation: only PowerPoint itself can tell.']),
  );
}

/** @param {string} label @param {boolean} isOn @param {(on: boolean) => void} change */
function checkbox(label, isOn, change) {
  const box = h('input', { type: 'checkbox', checked: isOn });
  box.addEventListener('change', () => change(box.checked));
  return h('label', { class: 'switch' }, [box, h('span', {}, [label])]);
}

/** Office gives its pane the look of its theme, and signs in whoever is signed in to Office. */
function loadPane() {
  if (view === null) {
    pane.removeAttribute('src');
    return;
  }
  const address = new URL('/local/office/pane', location.origin);
  address.searchParams.set('document', id);
  address.searchParams.set('theme', document.documentElement.dataset['theme'] ?? 'default');
  address.searchParams.set('as', people.querySelector('select')?.value ?? '');
  address.searchParams.set('language', languages.value);
  pane.src = address.href;
}

function personPicker() {
  const choices = config.personas.map((one) =>
    h('option', { value: one.id, selected: one.id === query.get('as') }, [one.name]),
  );
  const picker = h('select', { 'aria-label': 'Signed in to Office as' }, choices);
  picker.addEventListener('change', loadPane);
  return h('span', { hidden: choices.length === 0 }, [picker]);
}

function languagePicker() {
  const choices = Object.entries(LANGUAGES).map(([language, label]) =>
    h('option', { value: language, lang: language, selected: language === query.get('language') }, [label]),
  );
  const picker = h('select', { 'aria-label': 'Office is displayed in' }, choices);
  picker.addEventListener('change', loadPane);
  return picker;
}

function themePicker() {
  const now = document.documentElement.dataset['theme'];
  const choices = Object.entries(THEMES).map(([name, label]) =>
    h(
      'button',
      { type: 'button', class: 'button-icon theme', 'aria-pressed': String(name === now), 'data-theme-choice': name },
      [label],
    ),
  );
  const picker = h('span', { class: 'segment', role: 'group', 'aria-label': 'Theme' }, choices);
  for (const choice of choices) {
    choice.addEventListener('click', () => {
      document.documentElement.dataset['theme'] = choice.dataset['themeChoice'] ?? 'default';
      for (const one of choices) one.setAttribute('aria-pressed', String(one === choice));
      loadPane();
    });
  }
  return picker;
}

/** @param {'powerpoint' | 'word'} other */
function programLink(other) {
  const current = other === program ? { 'aria-current': 'page' } : {};
  return h('a', { href: `/local/office?program=${other}`, ...current }, [PROGRAMS[other]]);
}

/** @param {string} what @param {unknown} body */
async function send(what, body) {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${path}/${what}`, { method: 'PUT', headers, body: JSON.stringify(body) });
  if (!answer.ok) say('That did not work: open the file again.');
}

/** @param {string} address @returns {Promise<unknown>} */
async function read(address) {
  return (await fetch(address)).json();
}

/** @param {string} sentence */
function say(sentence) {
  said.textContent = sentence;
}
