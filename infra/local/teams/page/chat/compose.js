/** @import { Attachment } from '../../types.ts' */
import { button, h, icon } from '../dom.js';
import { createCard } from './card.js';
import { listIn, textIn, valueIn } from './server.js';

/**
 * @typedef {object} ComposeUses
 * @property {string} botName
 * @property {boolean} canMention
 * @property {(text: string, attachments: readonly Attachment[]) => void} send
 * @property {(name: 'composeExtension/query' | 'composeExtension/queryLink', value: object) => Promise<{ found: readonly Found[]; failure: string }>} ask
 */

/** @typedef {{ title: string; detail: string; attachment: Attachment }} Found */

/**
 * The box one writes in: Enter sends, Shift+Enter makes a line; cards can be looked for and links are unfurled.
 *
 * @param {ComposeUses} uses
 */
export function createCompose(uses) {
  const field = h('textarea', {
    rows: '1',
    class: 'compose-field',
    'aria-label': 'Type a message',
    placeholder: 'Type a message',
  });
  const tray = h('div', { class: 'compose-tray', hidden: true });
  const finder = createFinder(uses, attach);
  const mention = button(
    { class: 'button-icon', 'aria-label': `Mention ${uses.botName}`, title: `Mention ${uses.botName}` },
    [icon('mention')],
    () => {
      field.setRangeText(`@${uses.botName} `, field.selectionStart, field.selectionEnd, 'end');
      field.focus();
    },
  );
  /** @type {Attachment | undefined} */
  let attached;

  /** @param {Attachment} attachment */
  function attach(attachment) {
    attached = attachment;
    const inert = {
      account: '',
      act: () => Promise.resolve(/** @type {const} */ ({ status: 'done' })),
      sayAs: () => undefined,
      follow: () => undefined,
      personas: [],
    };
    const face = h('div', { class: 'compose-preview', inert: true }, [createCard(attachment.content, inert)]);
    tray.hidden = false;
    tray.replaceChildren(
      face,
      button({ class: 'button-icon', 'aria-label': 'Take the card out' }, [icon('close')], detach),
    );
    field.focus();
  }
  function detach() {
    attached = undefined;
    tray.hidden = true;
    tray.replaceChildren();
    field.focus();
  }
  function send() {
    const text = field.value.trim();
    if (text === '' && attached === undefined) return;
    uses.send(text, attached === undefined ? [] : [attached]);
    field.value = '';
    detach();
    fit();
  }
  function fit() {
    field.rows = Math.min(6, field.value.split('\n').length);
  }

  field.addEventListener('input', fit);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  });
  field.addEventListener('paste', (event) => {
    const url = event.clipboardData?.getData('text/plain').trim() ?? '';
    if (!/^https?:\/\/\S+$/.test(url)) return;
    void uses.ask('composeExtension/queryLink', { url }).then(({ found: [first] }) => {
      if (first !== undefined && field.value.includes(url)) attach(first.attachment);
    });
  });

  return {
    element: h('div', { class: 'compose' }, [
      finder.element,
      tray,
      h('div', { class: 'compose-box' }, [
        field,
        uses.canMention && mention,
        finder.toggle,
        button({ class: 'button-icon', 'aria-label': 'Send', title: 'Send' }, [icon('send')], send),
      ]),
    ]),
    focus() {
      field.focus();
    },
  };
}

/**
 * The message extension: finds cards of the app to put into the chat.
 *
 * @param {ComposeUses} uses
 * @param {(attachment: Attachment) => void} choose
 */
function createFinder(uses, choose) {
  const results = h('ul', { class: 'finder-results', 'aria-label': 'Found' });
  const status = h('p', { class: 'finder-status', role: 'status' });
  const field = h('input', {
    type: 'search',
    'aria-label': `Search in ${uses.botName}`,
    placeholder: `Search in ${uses.botName}`,
  });
  const element = h(
    'div',
    { class: 'finder', id: 'finder', role: 'group', 'aria-label': `Cards of ${uses.botName}`, hidden: true },
    [field, status, results],
  );
  const toggle = button(
    {
      class: 'button-icon',
      'aria-label': `Find a card in ${uses.botName}`,
      title: 'Find a card',
      'aria-controls': 'finder',
      'aria-expanded': 'false',
    },
    [icon('search')],
    () => setOpen(element.hidden !== false),
  );
  let asked = 0;

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    element.hidden = !isOpen;
    toggle.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) return;
    field.value = '';
    field.focus();
    void search();
  }
  async function search() {
    asked += 1;
    const round = asked;
    const query = field.value.trim();
    status.textContent = 'Searching…';
    const initial = [{ name: 'initialRun', value: 'true' }];
    const parameters = query === '' ? initial : [{ name: 'query', value: query }];
    const { found, failure } = await uses.ask('composeExtension/query', {
      commandId: 'search',
      parameters,
      queryOptions: { skip: 0, count: 25 },
    });
    // A later letter has asked already.
    if (round !== asked) return;
    status.textContent = failure === '' ? (found.length === 0 ? 'Nothing found.' : '') : failure;
    results.replaceChildren(...found.map((one) => h('li', {}, [foundButton(one)])));
  }
  /** @param {Found} one */
  function foundButton({ title, detail, attachment }) {
    return button({ class: 'finder-item' }, [h('strong', {}, [title]), h('span', {}, [detail])], () => {
      setOpen(false);
      choose(attachment);
    });
  }
  field.addEventListener('input', () => void search());
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    setOpen(false);
    toggle.focus();
  });
  return { element, toggle };
}

/**
 * What a bot's answer to a message extension holds.
 *
 * @param {unknown} body
 * @returns {readonly Found[]}
 */
export function readFound(body) {
  return listIn(valueIn(body, 'composeExtension'), 'attachments').map((item) => {
    const preview = valueIn(valueIn(item, 'preview'), 'content');
    return {
      title: textIn(preview, 'title') || 'Card',
      detail: textIn(preview, 'text'),
      attachment: { contentType: textIn(item, 'contentType'), content: valueIn(item, 'content') },
    };
  });
}
