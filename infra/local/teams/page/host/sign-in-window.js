/** @import { Abilities, SignInWindow } from '../../types.ts' */
/** @import { ProtocolOptions } from './protocol.js' */
import { createProtocol } from './protocol.js';

/** How often is looked whether somebody has shut the window. */
const LOOK_MS = 200;
/** What Teams says of a window that was shut. */
const SHUT = 'CancelledByUser';
/** What Teams says where the browser opened no window. */
const NOT_OPENED = 'FailedToOpenWindow';

/**
 * Opens a window of the app's own, in which it speaks with whoever signs people in, and hosts it until it says what came of
 * that.
 *
 * @param {SignInWindow} asked
 * @param {Pick<ProtocolOptions, 'abilities' | 'faults' | 'appId' | 'record'>} hosted
 * @returns {Promise<string>} what the app's window said; rejects with why nothing came of it
 */
export async function signInWindow({ url, width, height }, hosted) {
  const opened = window.open(url, '_blank', `popup,width=${width},height=${height}`);
  if (opened === null) throw new Error(NOT_OPENED);
  const { origin } = new URL(url);
  const over = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      const protocol = createProtocol({
        ...hosted,
        frameContext: 'authentication',
        abilities: inWindow(hosted.abilities, {
          signedIn: resolve,
          notSignedIn: (reason) => reject(new Error(reason)),
        }),
        post: (message) => {
          opened.postMessage(message, origin);
        },
      });
      window.addEventListener(
        'message',
        (event) => {
          // While it is at the directory it is another origin's, and says nothing to us.
          if (event.source === opened && event.origin === origin) void protocol.receive(event.data);
        },
        { signal: over.signal },
      );
      const looking = setInterval(() => {
        if (opened.closed) reject(new Error(SHUT));
      }, LOOK_MS);
      over.signal.addEventListener('abort', () => {
        clearInterval(looking);
      });
    });
  } finally {
    over.abort();
    opened.close();
  }
}

/**
 * What a window of its own can do beside the tab that asked for it.
 *
 * @param {Abilities} abilities
 * @param {Pick<Abilities, 'signedIn' | 'notSignedIn'>} ends
 * @returns {Abilities}
 */
function inWindow(abilities, ends) {
  return {
    ...abilities,
    ...ends,
    describeContext: () => ({ ...abilities.describeContext(), frameContext: 'authentication' }),
    reportLoading: () => undefined,
  };
}
