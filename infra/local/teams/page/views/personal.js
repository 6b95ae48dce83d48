/** @import { Client } from '../client.js' */
import { h, icon } from '../dom.js';
import { createTabFrame, reloadButton } from '../host/frame.js';

/**
 * The personal app, as opened from the rail.
 *
 * @param {Client} client
 */
export function personalView(client) {
  const { page, sub } = client.route();
  const frame = createTabFrame({
    client,
    placement: { frameContext: 'content', entityId: page === '' ? 'home' : page, subEntityId: sub },
    url: client.tabUrl('personal'),
    title: 'Plumbline, personal app',
  });
  const element = h('main', { class: 'app-view', id: 'main', tabindex: '-1' }, [
    h('div', { class: 'app-bar' }, [
      h('span', { class: 'app-badge' }, [icon('app')]),
      h('h1', {}, ['Plumbline']),
      h('span', { class: 'tab-chip', 'aria-current': 'page' }, ['Home']),
      h('span', { class: 'spacer' }),
      reloadButton(frame),
    ]),
    frame.element,
  ]);
  return { element, frames: [frame] };
}
