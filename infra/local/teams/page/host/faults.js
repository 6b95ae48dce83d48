/** @import { Faults } from '../../types.ts' */

/** @type {Faults} */
export const HEALTHY = { initialize: 'ok', token: 'ok', stage: 'ok', support: 'ok', links: 'ok', connector: 'ok' };

/**
 * Every way in which the host can be told to misbehave, in words for the developer drawer.
 *
 * @type {{ readonly [K in keyof Faults]: { readonly label: string; readonly options: { readonly [V in Faults[K]]: string } } }}
 */
export const FAULT_CHOICES = {
  initialize: {
    label: 'Start of the app',
    options: { ok: 'answered', slow: 'answered after 3 s', silent: 'never answered' },
  },
  token: {
    label: 'Sign-in token',
    options: {
      ok: 'given',
      consent: 'refused: consent is missing',
      cancelled: 'refused: person cancelled',
      failed: 'refused: app is set up wrongly',
      silent: 'never answered',
    },
  },
  stage: {
    label: 'Stage sharing',
    options: {
      ok: 'allowed',
      refused: 'refused: no permission',
      context: 'refused: not in this context',
      internal: 'fails inside Teams',
    },
  },
  support: { label: 'Optional functions', options: { ok: 'supported', none: 'not supported' } },
  links: { label: 'Links', options: { ok: 'followed', refused: 'refused' } },
  connector: {
    label: 'Chat, for everybody',
    options: {
      ok: 'delivered',
      down: 'refuses what the bot says',
      slow: 'takes 3 s for each',
      throttled: 'refuses every second (429)',
      lost: 'shows it, answers nothing',
      twice: 'delivers twice to the bot',
    },
  },
};

/**
 * Reads faults as an address carries them: `token:consent,stage:refused`. What it does not know it leaves healthy.
 *
 * @param {string} text
 * @returns {Faults}
 */
export function parseFaults(text) {
  const wanted = new Map(text.split(',').map((pair) => [pair.split(':')[0], pair.split(':')[1]]));
  return {
    initialize: pick(FAULT_CHOICES.initialize.options, wanted.get('initialize'), HEALTHY.initialize),
    token: pick(FAULT_CHOICES.token.options, wanted.get('token'), HEALTHY.token),
    stage: pick(FAULT_CHOICES.stage.options, wanted.get('stage'), HEALTHY.stage),
    support: pick(FAULT_CHOICES.support.options, wanted.get('support'), HEALTHY.support),
    links: pick(FAULT_CHOICES.links.options, wanted.get('links'), HEALTHY.links),
    connector: pick(FAULT_CHOICES.connector.options, wanted.get('connector'), HEALTHY.connector),
  };
}

/**
 * Writes faults for an address; empty for a healthy host.
 *
 * @param {Faults} faults
 * @returns {string}
 */
export function formatFaults(faults) {
  return Object.entries(faults)
    .filter(([, value]) => value !== 'ok')
    .map(([area, value]) => `${area}:${value}`)
    .join(',');
}

/**
 * @template {string} V
 * @param {Readonly<Record<V, string>>} options
 * @param {string | undefined} wanted
 * @param {V} otherwise
 * @returns {V}
 */
function pick(options, wanted, otherwise) {
  return wanted !== undefined && isKey(options, wanted) ? wanted : otherwise;
}

/**
 * @template {string} V
 * @param {Readonly<Record<V, string>>} options
 * @param {string} key
 * @returns {key is V}
 */
function isKey(options, key) {
  return Object.hasOwn(options, key);
}
