/** @import { ChannelTab, InstanceConfig, Me, TeamSummary } from '../../types.ts' */
/** @import { Client } from '../client.js' */
import { avatar, button, h, icon } from '../dom.js';
import { createTabFrame, reloadButton } from '../host/frame.js';
import { teamsOf } from '../meetings.js';
import { formatRoute } from '../route.js';
import { openConfigDialog } from './config-dialog.js';
import { emptyView } from './empty.js';

/**
 * A team's General channel with its tabs. The first tab is Plumbline for this team; the plus adds another through the
 * app's config page.
 *
 * @param {Client} client
 * @param {{ me: Me; retry: () => void }} of
 */
export function channelView(client, { me, retry }) {
  const teams = teamsOf(me);
  const route = client.route();
  const team = teams.find(({ id }) => id === route.team) ?? (route.team === '' ? teams[0] : unlisted(route.team));
  if (team === undefined) {
    const element = h('main', { class: 'app-view', id: 'main', tabindex: '-1' }, [
      emptyView({ me, what: 'team', retry }),
    ]);
    return { element, frames: [] };
  }

  const tabs = [builtInTab(client, team), ...(client.tenant.view().tabs[team.id] ?? [])];
  const shown = tabs.find(({ entityId }) => entityId === route.page) ?? tabs[0] ?? builtInTab(client, team);
  const frame = createTabFrame({
    client,
    placement: { frameContext: 'content', entityId: shown.entityId, subEntityId: route.sub, team },
    url: shown.contentUrl,
    title: `Plumbline, ${shown.name} in ${team.name}`,
    config: {
      get: () => asInstanceConfig(shown),
      set: () => undefined,
      setValid: () => undefined,
      saved: () => undefined,
      failed: () => undefined,
    },
  });

  const add = button({ class: 'button-icon', 'aria-label': 'Add a tab', title: 'Add a tab' }, [icon('plus')], () => {
    openConfigDialog({ client, team });
  });
  const element = h('div', { class: 'channel-view' }, [
    teamList(client, { teams: teams.length === 0 ? [team] : teams, current: team.id }),
    h('main', { class: 'app-view', id: 'main', tabindex: '-1' }, [
      h('div', { class: 'app-bar' }, [
        h('span', { class: 'team-badge', 'aria-hidden': 'true' }, [team.name.slice(0, 1)]),
        h('h1', {}, ['General']),
        h('nav', { class: 'tab-strip', 'aria-label': 'Tabs of the channel' }, [
          ...tabs.map((tab) => tabLink(client, { tab, current: tab === shown })),
          add,
        ]),
        h('span', { class: 'spacer' }),
        reloadButton(frame),
      ]),
      frame.element,
    ]),
  ]);
  return {
    element,
    frames: [frame],
    opened: route.view === 'config' ? () => openConfigDialog({ client, team }) : undefined,
  };
}

/**
 * @param {string} id
 * @returns {TeamSummary}
 */
function unlisted(id) {
  return { id, name: id, role: '', meetings: [] };
}

/**
 * @param {Client} client
 * @param {TeamSummary} team
 * @returns {ChannelTab}
 */
function builtInTab(client, team) {
  const contentUrl = client.tabUrl('team');
  return { entityId: `team:${team.id}`, contentUrl, websiteUrl: contentUrl, name: 'Plumbline' };
}

/**
 * @param {ChannelTab} tab
 * @returns {InstanceConfig}
 */
function asInstanceConfig({ entityId, contentUrl, websiteUrl, name }) {
  return { entityId, contentUrl, websiteUrl, suggestedDisplayName: name };
}

/**
 * @param {Client} client
 * @param {{ tab: ChannelTab; current: boolean }} of
 */
function tabLink(client, { tab, current }) {
  const link = button({ class: 'tab-chip', 'aria-current': current ? 'page' : undefined }, [tab.name], () => {
    client.goTo({ view: 'team', page: tab.entityId });
  });
  return link;
}

/**
 * @param {Client} client
 * @param {{ teams: readonly TeamSummary[]; current: string }} of
 */
function teamList(client, { teams, current }) {
  return h('nav', { class: 'side-list', 'aria-label': 'Teams' }, [
    h('h2', {}, ['Teams']),
    h(
      'ul',
      {},
      teams.map((team) =>
        h('li', {}, [
          h(
            'a',
            {
              class: 'side-item',
              href: formatRoute({ ...client.route(), view: 'team', team: team.id, page: '', sub: '' }),
              'aria-current': team.id === current ? 'page' : undefined,
            },
            [avatar({ id: team.id, name: team.name }, 'avatar-square'), h('span', {}, [team.name])],
          ),
        ]),
      ),
    ),
  ]);
}
