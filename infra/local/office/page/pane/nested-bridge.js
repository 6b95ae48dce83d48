// What a current Office puts into a pane for nested app authentication: `window.nestedAppAuthBridge`, to which the sign-in
// library speaks in envelopes of JSON. A stand-in of that one object: Office's own window, in which people choose an account
// and consent, is here a question of the browser. A plain script, since the pane looks for it at once.

/** @import { NestedRequest, NestedAnswer } from '../../types.ts' */

(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const { persona = '', nested = '' } = script.dataset;
  /** @type {Set<(response: string) => void>} */
  const listeners = new Set();
  /** The browser's own: office.js takes it away from add-ins, as Office does. */
  const confirm = window.confirm.bind(window);
  /** Whether Office must ask before it hands over a token. */
  let mustAsk = nested === 'asks' || nested === 'blocked';
  /** Whether the browser shuts the window that Office opens next, which nobody pressed a button for. */
  let isShut = nested === 'blocked';

  /** @param {string} status @param {NestedAnswer} [entra] */
  const refusal = (status, entra = {}) => ({
    success: false,
    error: {
      status,
      code: entra.error ?? '',
      subError: entra.suberror ?? '',
      description: entra.error_description ?? '',
    },
  });

  /** @param {NestedRequest} request */
  async function token({ method, tokenParams }) {
    if (mustAsk && method === 'GetToken') {
      return refusal('USER_INTERACTION_REQUIRED', { error: 'interaction_required' });
    }
    if (isShut) {
      isShut = false;
      return refusal('PERSISTENT_ERROR', { error: 'popup_window_error' });
    }
    if (mustAsk && !confirm('Office: sign in to this add-in with your account?')) return refusal('USER_CANCEL');
    /** @type {Response} */
    let response;
    try {
      response = await fetch('/local/office/nested-token', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...tokenParams, persona }),
      });
    } catch {
      return refusal('NO_NETWORK');
    }
    /** @type {unknown} */
    const body = await response.json();
    const answer = /** @type {NestedAnswer} */ (body);
    if (response.ok) {
      mustAsk = false;
      return { success: true, token: answer.token, account: answer.account };
    }
    if (answer.error === 'no_network') return refusal('NO_NETWORK');
    return refusal(answer.suberror === 'consent_required' ? 'USER_INTERACTION_REQUIRED' : 'PERSISTENT_ERROR', answer);
  }

  /** @param {NestedRequest} request */
  function answerTo(request) {
    if (nested === 'disabled') return Promise.resolve(refusal('DISABLED'));
    if (request.method !== 'GetInitContext') return token(request);
    const initContext = { sdkName: 'plumbline-local', sdkVersion: '1.0', capabilities: { queryAccount: false } };
    return Promise.resolve({ success: true, initContext });
  }

  Object.assign(window, {
    nestedAppAuthBridge: {
      /** @param {string} _event @param {(response: string) => void} listener */
      addEventListener(_event, listener) {
        listeners.add(listener);
      },
      /** @param {string} _event @param {(response: string) => void} listener */
      removeEventListener(_event, listener) {
        listeners.delete(listener);
      },
      /** @param {string} message */
      postMessage(message) {
        /** @type {unknown} */
        const said = JSON.parse(message);
        const request = /** @type {NestedRequest} */ (said);
        void answerTo(request).then((answer) => {
          const { requestId } = request;
          const envelope = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...answer });
          for (const listener of listeners) listener(envelope);
        });
      },
    },
  });
})();
