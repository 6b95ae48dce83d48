/** @import { AppTarget, Me, PageConfig, Persona, Route, Theme } from '../types.ts' */
/** @import { TabFrame } from './host/frame.js' */
import { createLog } from './log.js';
import { formatRoute, parseRoute, routeTo } from './route.js';
import { createTokens, findPersona, followTenant, readMe } from './tenant.js';

/**
 * @typedef {object} ClientHooks
 * @property {(route: Route) => void} onRoute the place, or only its theme or faults, changed
 * @property {() => void} onTenant something that all clients share changed
 * @property {(sentence: string) => void} say shows a passing message
 */

/** @typedef {ReturnType<typeof createClient>} Client */

const LAST_ROUTE = 'plumbline.local-teams.route';

/**
 * One window of Local Teams: who is in it, where they are, and what it shares with the others.
 *
 * @param {PageConfig} config
 * @param {ClientHooks} hooks
 */
export function createClient(config, hooks) {
  const tokenFor = createTokens(config.tokenPath);
  const tenant = followTenant(hooks.onTenant);
  const log = createLog(() => Date.now());
  /** @type {Set<TabFrame>} */
  const frames = new Set();
  let route = parseRoute(location.search === '' ? (sessionStorage.getItem(LAST_ROUTE) ?? '') : location.search);
  if (findPersona(config.personas, route.as) === undefined) route = { ...route, as: '', view: 'welcome' };

  remember(route);

  /**
   * @param {Route} next
   * @param {{ replace: boolean }} how
   */
  function go(next, { replace }) {
    route = next;
    const address = formatRoute(next);
    remember(next);
    if (replace) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    hooks.onRoute(next);
  }

  window.addEventListener('popstate', () => {
    route = parseRoute(location.search);
    hooks.onRoute(route);
  });

  /** @returns {Persona} */
  function persona() {
    const found = findPersona(config.personas, route.as);
    if (found === undefined) throw new Error('Bug: this view needs somebody to be');
    return found;
  }

  return {
    config,
    tenant,
    tokenFor,
    log,
    frames,
    persona,
    say: hooks.say,
    sessionId: crypto.randomUUID(),
    route: () => route,
    /** @param {Partial<Route>} change */
    goTo: (change) => {
      go({ ...route, chat: '', page: '', sub: '', ...change }, { replace: false });
    },
    /** @param {Partial<Route>} change */
    adjust: (change) => {
      go({ ...route, ...change }, { replace: true });
    },
    /** @param {AppTarget} target */
    openApp: (target) => {
      go(routeTo(route, target), { replace: false });
    },
    /** @param {Theme} theme */
    setTheme(theme) {
      go({ ...route, theme }, { replace: true });
      for (const frame of frames) frame.showTheme();
    },
    /** @returns {Promise<Me>} */
    readMe: () => readMe({ mePath: config.mePath, token: () => tokenFor(persona().id) }),
    /**
     * The address of the tab in one of its views.
     *
     * @param {'personal' | 'team' | 'meeting' | 'config'} view
     */
    tabUrl(view) {
      const url = new URL(config.tabUrl, location.href);
      url.searchParams.set('view', view);
      return url.href;
    },
  };
}

/**
 * Keeps the place by window, so that the bare address finds its person again.
 *
 * @param {Route} route
 */
function remember(route) {
  sessionStorage.setItem(LAST_ROUTE, formatRoute(route).slice(1));
}
