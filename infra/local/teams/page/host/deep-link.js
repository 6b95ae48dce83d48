/** @import { LinkTarget } from '../../types.ts' */

const TEAMS_HOSTS = ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'];

/**
 * Says what Teams would do with a link: open a page of an app, do something of its own, or hand it to the browser.
 *
 * @param {string} text
 * @returns {LinkTarget}
 */
export function readLink(text) {
  if (!URL.canParse(text)) return { kind: 'refused', reason: 'This is not a full address.' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:' && url.protocol !== 'mailto:') {
    return { kind: 'refused', reason: `Teams does not open ${url.protocol} links.` };
  }
  if (!TEAMS_HOSTS.includes(url.hostname)) return { kind: 'web', url: url.href };
  try {
    return readTeamsLink(url);
  } catch {
    // A path that is no percent-encoding.
    return { kind: 'refused', reason: 'This is not a full address.' };
  }
}

/**
 * @param {URL} url
 * @returns {LinkTarget}
 */
function readTeamsLink(url) {
  const [, l, what = '', first = '', second = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (l !== 'l') return { kind: 'web', url: url.href };
  switch (what) {
    case 'entity':
      return { kind: 'app', appId: first, pageId: second, subPageId: readSubPage(url) };
    case 'chat':
      return { kind: 'teams', does: `open a chat with ${url.searchParams.get('users') ?? 'that conversation'}` };
    case 'call':
      return { kind: 'teams', does: `call ${url.searchParams.get('users') ?? 'somebody'}` };
    case 'app':
      return { kind: 'teams', does: `offer to install the app ${first}` };
    case 'meeting':
      return { kind: 'teams', does: 'open a new meeting in the calendar' };
    case 'meetup-join':
      return { kind: 'teams', does: 'join that meeting' };
    case 'channel':
    case 'team':
      return { kind: 'teams', does: `go to the ${what} ${second === '' ? first : second}` };
    case 'stage':
      return { kind: 'teams', does: 'open that content in a window of its own' };
    default:
      return { kind: 'refused', reason: `Teams knows no /l/${what} links.` };
  }
}

/**
 * @param {URL} url
 * @returns {string}
 */
function readSubPage(url) {
  const context = url.searchParams.get('context');
  if (context === null) return '';
  try {
    /** @type {unknown} */
    const parsed = JSON.parse(context);
    if (typeof parsed !== 'object' || parsed === null || !('subEntityId' in parsed)) return '';
    return typeof parsed.subEntityId === 'string' ? parsed.subEntityId : '';
  } catch {
    return '';
  }
}
