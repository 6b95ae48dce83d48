/** @import { ChannelTab, Me, MeetingSummary, PageConfig, Persona, StageShare, TeamSummary, TenantView } from '../types.ts' */

import { TOKEN_REFUSALS } from './host/refusals.js';

const BASE = '/local/teams';

/** How often the tenant is asked for changes. No stream: a browser allows six connections an origin, and the tabs need them. */
const POLL_MS = 1_000;

/** Far below a token's hour: with the service's time sped up, that hour is a minute of ours. */
const TOKEN_KEPT_MS = 20_000;

/**
 * Reads what the page is about.
 *
 * @returns {Promise<PageConfig>}
 */
export async function readPageConfig() {
  return readOwn(await fetch(`${BASE}/config`));
}

/**
 * Reads an answer of this page's own server, which is of the same version and trusted to have the shape.
 *
 * @template T
 * @param {Response} response
 * @returns {Promise<T>}
 */
function readOwn(response) {
  return /** @type {Promise<T>} */ (response.json());
}

/**
 * Gets tokens for personas from the local issuer, and keeps each for a moment only.
 *
 * @param {string} tokenPath
 */
export function createTokens(tokenPath) {
  /** @type {Map<string, { token: string; until: number }>} */
  const kept = new Map();
  /**
   * @param {string} persona
   * @returns {Promise<string>}
   */
  return async function tokenFor(persona) {
    const known = kept.get(persona);
    if (known !== undefined && known.until > performance.now()) return known.token;
    const response = await fetch(tokenPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
    /** @type {{ access_token?: string; suberror?: string }} */
    const issued = await readOwn(response);
    if (issued.suberror === 'consent_required') throw new Error(TOKEN_REFUSALS.consent);
    if (issued.access_token === undefined) throw new Error(`The issuer answered ${response.status}`);
    kept.set(persona, {
      token: issued.access_token,
      until: performance.now() + TOKEN_KEPT_MS,
    });
    return issued.access_token;
  };
}

/**
 * Asks the product for a persona's teams and meetings. Never throws: a product that is not up yet is an answer too.
 *
 * @param {{ mePath: string; token: () => Promise<string> }} of
 * @returns {Promise<Me>}
 */
export async function readMe({ mePath, token }) {
  try {
    const response = await fetch(mePath, { headers: { authorization: `Bearer ${await token()}` } });
    if (!response.ok) return { status: 'unreachable', reason: `${mePath} answered ${response.status}.` };
    return { status: 'known', teams: readTeams(await response.json()) };
  } catch (error) {
    return { status: 'unreachable', reason: error instanceof Error ? `${error.message}.` : `${mePath} is silent.` };
  }
}

/**
 * @param {unknown} body
 * @returns {TeamSummary[]}
 */
function readTeams(body) {
  return listIn(body, 'teams').flatMap((team) => {
    const id = textIn(team, 'id');
    if (id === '') return [];
    const meetings = listIn(team, 'meetings').flatMap((meeting) => readMeeting(meeting));
    return [{ id, name: textIn(team, 'name') || id, role: textIn(team, 'role'), meetings }];
  });
}

/**
 * @param {unknown} meeting
 * @returns {MeetingSummary[]}
 */
function readMeeting(meeting) {
  const id = textIn(meeting, 'id');
  if (id === '') return [];
  const title = textIn(meeting, 'title') || 'Alignment meeting';
  return [{ id, title, status: textIn(meeting, 'status'), phase: textIn(meeting, 'phase') }];
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {unknown}
 */
function valueIn(value, key) {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {readonly unknown[]}
 */
function listIn(value, key) {
  const list = valueIn(value, key);
  return Array.isArray(list) ? list : [];
}

/**
 * @param {unknown} value
 * @param {string} key
 * @returns {string}
 */
function textIn(value, key) {
  const text = valueIn(value, key);
  return typeof text === 'string' ? text : '';
}

/**
 * Follows what all Teams clients share, and changes it. Other windows of this browser hear of a change at once, other
 * browsers within a second.
 *
 * @param {(view: TenantView) => void} onChange called once at the start and after each change
 */
export function followTenant(onChange) {
  /** @type {TenantView} */
  let latest = { revision: -1, stages: {}, tabs: {} };
  const channel = new BroadcastChannel('plumbline.local-teams');

  /** @param {TenantView} view */
  function take(view) {
    if (view.revision === latest.revision) return;
    latest = view;
    onChange(view);
  }

  async function refresh() {
    try {
      const response = await fetch(`${BASE}/tenant`);
      if (response.ok) take(await readOwn(response));
    } catch {
      // The service is restarting; the next round finds it.
    }
  }

  /**
   * @param {string} path
   * @param {RequestInit} init
   */
  async function change(path, init) {
    const response = await fetch(`${BASE}${path}`, { headers: { 'content-type': 'application/json' }, ...init });
    if (!response.ok) throw new Error(`Local Teams answered ${response.status}`);
    take(await readOwn(response));
    channel.postMessage('changed');
  }

  channel.addEventListener('message', () => void refresh());
  setInterval(() => void refresh(), POLL_MS);

  return {
    refresh,
    view: () => latest,
    /** @type {(meetingId: string, share: StageShare) => Promise<void>} */
    share: (meetingId, share) =>
      change(`/stages/${encodeURIComponent(meetingId)}`, { method: 'PUT', body: JSON.stringify(share) }),
    /** @type {(meetingId: string) => Promise<void>} */
    stopSharing: (meetingId) => change(`/stages/${encodeURIComponent(meetingId)}`, { method: 'DELETE' }),
    /** @type {(teamId: string, tab: ChannelTab) => Promise<void>} */
    addTab: (teamId, tab) =>
      change(`/tabs/${encodeURIComponent(teamId)}`, { method: 'PUT', body: JSON.stringify(tab) }),
  };
}

/**
 * Reads the rate of time; 1 where the service has no such switch.
 *
 * @param {string} timePath
 * @returns {Promise<number>}
 */
export async function readTimeRate(timePath) {
  try {
    const response = await fetch(timePath);
    if (!response.ok) return 1;
    /** @type {unknown} */
    const body = await response.json();
    const rate = valueIn(body, 'rate');
    return typeof rate === 'number' ? rate : 1;
  } catch {
    return 1;
  }
}

/**
 * Sets the rate of time for everybody.
 *
 * @param {string} timePath
 * @param {number} rate
 * @returns {Promise<boolean>} whether the service did so
 */
export async function setTimeRate(timePath, rate) {
  try {
    const response = await fetch(timePath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ rate }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Finds a persona by its short id.
 *
 * @param {readonly Persona[]} personas
 * @param {string} id
 */
export function findPersona(personas, id) {
  return personas.find((persona) => persona.id === id);
}
