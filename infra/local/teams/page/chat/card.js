/** @import { ChatMessage, Persona } from '../../types.ts' */
import { h } from '../dom.js';
import { TEAMS_LOOK } from './host-config.js';
import { drawMarkdown } from './markdown.js';
import { textIn, valueIn } from './server.js';

const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

const NOT_READABLE = 'This card could not be shown.';

/** @typedef {{ status: 'done' } | { status: 'shows'; card: unknown } | { status: 'failed'; reason: string }} CardAnswer */

/**
 * @typedef {object} CardUses
 * @property {string} account the id by which Teams names whoever looks
 * @property {(action: { kind: 'submit' | 'execute' | 'refresh'; verb: string; data: unknown }) => Promise<CardAnswer>} act
 * @property {(text: string) => void} sayAs a button that says something as the person
 * @property {(url: string) => void} follow
 * @property {readonly Persona[]} personas whom a picker of people finds
 */

/** @type {Promise<typeof import('adaptivecards')> | undefined} */
let library;

/**
 * Loads the renderer, once. It comes as a script for browsers that leaves one name.
 *
 * @returns {Promise<typeof import('adaptivecards')>}
 */
function loadLibrary() {
  library ??= new Promise((resolve, reject) => {
    const script = h('script', { src: '/local/teams/adaptivecards.js' });
    script.addEventListener('load', () => {
      /** @type {unknown} */
      const named = Reflect.get(window, 'AdaptiveCards');
      const loaded = /** @type {typeof import('adaptivecards')} */ (named);
      loaded.AdaptiveCard.onProcessMarkdown = (text, result) => {
        // The elements are ours; what they hold was written as words, and is words when it is read again.
        result.outputHtml = h('div', {}, [drawMarkdown(text)]).innerHTML;
        result.didProcess = true;
      };
      resolve(loaded);
    });
    script.addEventListener('error', () => {
      reject(new Error('The renderer of cards could not be loaded'));
    });
    document.head.append(script);
  });
  return library;
}

/**
 * Shows an Adaptive Card. What an action of it answers is shown in its place: another card, or why there is none.
 *
 * @param {unknown} content
 * @param {CardUses} uses
 * @returns {HTMLElement}
 */
export function createCard(content, uses) {
  const face = h('div', { class: 'card-face' });
  const status = h('p', { class: 'card-status', role: 'status' });
  const element = h('div', { class: 'card' }, [face, status]);
  let busy = false;

  /** @param {unknown} card */
  async function show(card) {
    try {
      const { AdaptiveCard, HostConfig, OpenUrlAction, SerializationContext, SubmitAction, ExecuteAction, Version } =
        await loadLibrary();
      const adaptive = new AdaptiveCard();
      adaptive.hostConfig = new HostConfig(TEAMS_LOOK);
      adaptive.parse(withPeople(card, uses.personas), new SerializationContext(new Version(1, 5)));
      adaptive.onAnchorClicked = (_element, anchor) => {
        uses.follow(anchor.href);
        return true;
      };
      adaptive.onExecuteAction = (action) => {
        if (action instanceof OpenUrlAction) uses.follow(action.url ?? '');
        else if (action instanceof ExecuteAction)
          void run({ kind: 'execute', verb: action.verb, data: action.data ?? {} });
        else if (action instanceof SubmitAction) submit(action.data);
      };
      const drawn = adaptive.render();
      if (drawn === undefined) throw new Error(NOT_READABLE);
      face.replaceChildren(drawn);
      labelFace(card);
    } catch (fault) {
      face.replaceChildren(h('p', { class: 'card-fault' }, [fault instanceof Error ? fault.message : NOT_READABLE]));
    }
  }

  /** @param {unknown} card */
  function labelFace(card) {
    const speak = textIn(card, 'speak');
    if (speak !== '') face.firstElementChild?.setAttribute('aria-label', speak);
  }

  /** @param {unknown} data what the button and the inputs say together */
  function submit(data) {
    const teams = valueIn(data, 'msteams');
    if (textIn(teams, 'type') === 'imBack') uses.sayAs(textIn(teams, 'value'));
    else void run({ kind: 'submit', verb: '', data });
  }

  /** @param {Parameters<CardUses['act']>[0]} action */
  async function run(action) {
    if (busy) return;
    setBusy(true);
    const focused = face.contains(document.activeElement);
    status.textContent = action.kind === 'refresh' ? '' : 'Sending…';
    const answer = await uses.act(action);
    setBusy(false);
    status.textContent = '';
    status.classList.toggle('failed', answer.status === 'failed');
    if (answer.status === 'failed') status.textContent = answer.reason;
    if (answer.status !== 'shows') return;
    await show(answer.card);
    // The button that was pressed is gone with its card.
    if (focused) focusFirst();
  }

  function focusFirst() {
    face.setAttribute('tabindex', '-1');
    face.focus();
  }

  /** @param {boolean} next */
  function setBusy(next) {
    busy = next;
    element.toggleAttribute('data-busy', next);
    // Not `disabled`, which would take the focus away from whoever pressed.
    for (const control of face.querySelectorAll('button')) control.setAttribute('aria-disabled', String(next));
  }

  void show(content).then(() => {
    const refresh = valueIn(content, 'refresh');
    const action = valueIn(refresh, 'action');
    const asked = valueIn(refresh, 'userIds');
    if (action === undefined || (Array.isArray(asked) && !asked.includes(uses.account))) return;
    void run({ kind: 'refresh', verb: textIn(action, 'verb'), data: valueIn(action, 'data') ?? {} });
  });
  return element;
}

/**
 * A card with the people of the tenant in its pickers of people, which Teams fills from the directory.
 *
 * @param {unknown} card
 * @param {readonly Persona[]} personas
 * @returns {unknown}
 */
function withPeople(card, personas) {
  if (Array.isArray(card)) return card.map((part) => withPeople(part, personas));
  if (typeof card !== 'object' || card === null) return card;
  const parts = Object.entries(card).map(([name, part]) => [name, withPeople(part, personas)]);
  const dataset = textIn(valueIn(card, 'choices.data'), 'dataset');
  const people = personas.map(({ name, oid }) => ({ title: name, value: oid }));
  return { ...Object.fromEntries(parts), ...(dataset === 'graph.microsoft.com/users' ? { choices: people } : {}) };
}

/**
 * What a bot's answer to Action.Execute means for the card.
 *
 * @param {unknown} body
 * @returns {CardAnswer}
 */
export function readExecuteAnswer(body) {
  const type = textIn(body, 'type');
  const code = valueIn(body, 'statusCode');
  if (type === ADAPTIVE) return { status: 'shows', card: valueIn(body, 'value') };
  if (typeof code === 'number' && code >= 400) {
    return {
      status: 'failed',
      reason: textIn(valueIn(body, 'value'), 'message') || 'Something went wrong. Please try again.',
    };
  }
  return { status: 'done' };
}

/**
 * The cards of a message.
 *
 * @param {ChatMessage} message
 */
export function cardsOf({ attachments }) {
  return attachments.filter(({ contentType }) => contentType === ADAPTIVE);
}
