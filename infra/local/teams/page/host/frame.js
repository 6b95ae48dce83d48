/** @import { Abilities, ConfigAbilities, LoadState, MeetingAbilities, Placement } from '../../types.ts' */
/** @import { Client } from '../client.js' */
/** @import { ProtocolOptions } from './protocol.js' */
import { button, h, icon } from '../dom.js';
import { hostLocale } from '../route.js';
import { describeContext } from './context.js';
import { createProtocol } from './protocol.js';
import { signInWindow } from './sign-in-window.js';

/**
 * @typedef {object} TabFrame
 * @property {HTMLElement} element
 * @property {() => void} showTheme tells the app the window's theme
 * @property {() => void} save asks a config page to save
 * @property {() => boolean} pressBack gives the back button to the app; false when it does not want it
 * @property {() => void} reload
 * @property {() => void} dispose
 */

/**
 * Frames the product's tab and hosts it: the page in the frame talks to this as it talks to Teams.
 *
 * @param {object} options
 * @param {Client} options.client
 * @param {Placement} options.placement
 * @param {string} options.url
 * @param {string} options.title what a screen reader calls the frame
 * @param {ConfigAbilities} [options.config]
 * @param {MeetingAbilities} [options.meeting]
 * @returns {TabFrame}
 */
export function createTabFrame({ client, placement, url, title, config, meeting }) {
  const address = new URL(url, location.href);
  const frame = h('iframe', { src: address.href, title, allow: 'clipboard-write' });
  const failure = h('div', { class: 'frame-failure', role: 'alert', hidden: true });
  const element = h('div', { class: 'frame', 'data-place': placement.frameContext, 'data-load': 'loading' }, [
    h('div', { class: 'frame-progress', 'aria-hidden': 'true' }),
    frame,
    failure,
  ]);

  /** @param {LoadState} state */
  function reportLoading(state) {
    element.dataset['load'] = state.status;
    failure.hidden = state.status !== 'failed';
    if (state.status === 'failed') showFailure(state.reason);
  }

  /** @param {string} reason */
  function showFailure(reason) {
    failure.replaceChildren(
      h('h2', {}, ['There was a problem reaching this app']),
      h('p', {}, [`The app said: ${reason}`]),
      button({ class: 'button-primary' }, ['Try again'], reload),
    );
  }

  function reload() {
    reportLoading({ status: 'loading' });
    frame.src = address.href;
  }

  /** @type {Abilities} */
  const abilities = {
    describeContext: () =>
      describeContext({
        placement,
        persona: client.persona(),
        theme: client.route().theme,
        locale: hostLocale(client.route()),
        appId: client.config.appId,
        sessionId: client.sessionId,
      }),
    getToken: () => client.tokenFor(client.persona().id),
    signIn: (asked) => signInWindow(asked, hosted),
    // A tab is no window that signs somebody in.
    signedIn: () => undefined,
    notSignedIn: () => undefined,
    openApp: client.openApp,
    openLink(link) {
      if (window.open(link, '_blank', 'noopener') === null) client.say(`Teams opens ${link} in the browser.`);
    },
    tellUser: client.say,
    goBack: () => {
      history.back();
    },
    moveFocus(forward) {
      const target = document.querySelector(forward ? '[data-focus="after"]' : '[data-focus="before"]');
      if (target instanceof HTMLElement) target.focus();
    },
    reportLoading,
    config,
    meeting,
  };

  /** @type {Pick<ProtocolOptions, 'abilities' | 'faults' | 'appId' | 'record'>} */
  const hosted = {
    abilities,
    faults: () => client.route().faults,
    appId: client.config.appId,
    record: (entry) => {
      client.log.add({ ...entry, place: placement.frameContext });
    },
  };
  const protocol = createProtocol({
    ...hosted,
    frameContext: placement.frameContext,
    post: (message) => frame.contentWindow?.postMessage(message, address.origin),
  });

  /** @param {MessageEvent<unknown>} event */
  function listen(event) {
    if (event.source === frame.contentWindow && event.origin === address.origin) void protocol.receive(event.data);
  }
  window.addEventListener('message', listen);

  return {
    element,
    showTheme() {
      if (protocol.listensTo('themeChange')) protocol.sendEvent('themeChange', [client.route().theme]);
    },
    save: () => {
      protocol.sendEvent('settings.save', [{}]);
    },
    pressBack() {
      if (!protocol.listensTo('backButton')) return false;
      protocol.sendEvent('backButtonPress', []);
      return true;
    },
    reload,
    dispose: () => {
      window.removeEventListener('message', listen);
    },
  };
}

/**
 * The button that loads an app again, for the bar above it.
 *
 * @param {TabFrame} frame
 */
export function reloadButton(frame) {
  return button(
    { class: 'button-icon', 'aria-label': 'Reload the app', title: 'Reload the app' },
    [icon('reload')],
    frame.reload,
  );
}
