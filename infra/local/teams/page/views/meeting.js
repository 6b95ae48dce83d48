/** @import { Me, MeetingAbilities, StageShare } from '../../types.ts' */
/** @import { Client } from '../client.js' */
/** @import { TabFrame } from '../host/frame.js' */
import { enterMeeting } from '../chat/in-meeting.js';
import { avatar, button, h, icon } from '../dom.js';
import { createTabFrame, reloadButton } from '../host/frame.js';
import { findMeeting, likelyMeeting } from '../meetings.js';
import { findPersona } from '../tenant.js';
import { emptyView } from './empty.js';

/**
 * A meeting's window: the stage, the side panel, or both. What is on the stage follows what anybody shares, here or in
 * another browser.
 *
 * @param {Client} client
 * @param {{ me: Me; retry: () => void; show: 'both' | 'panel' | 'stage' }} of
 */
export function meetingView(client, { me, retry, show }) {
  const id = client.route().meeting === '' ? likelyMeeting(me) : client.route().meeting;
  if (id === '') {
    const element = h('main', { class: 'app-view', id: 'main', tabindex: '-1' }, [
      emptyView({ me, what: 'meeting', retry }),
    ]);
    return { element, frames: [] };
  }
  const { meeting, team } = findMeeting(me, id);
  const subEntityId = client.route().sub;

  /** @type {StageShare | undefined} */
  let shared;
  /** @type {TabFrame | undefined} */
  let stageFrame;

  /** @type {MeetingAbilities} */
  const abilities = {
    describe: () => describeMeeting({ id, title: meeting.title, tid: client.persona().tid, oid: client.persona().oid }),
    isSharing: () => shared !== undefined,
    share: (url) => client.tenant.share(id, { url, by: client.persona().id }),
    stopSharing: () => client.tenant.stopSharing(id),
    offerShare: (contentUrl) => {
      share.hidden = contentUrl === undefined;
      shareUrl = contentUrl === undefined || contentUrl === '' ? client.tabUrl('meeting') : contentUrl;
    },
  };
  let shareUrl = client.tabUrl('meeting');

  const share = button({ class: 'button-bar', 'data-act': 'share' }, [icon('share'), h('span', {}, ['Share'])], () => {
    void (shared === undefined ? abilities.share(shareUrl) : abilities.stopSharing());
  });
  const stage = h('section', { class: 'stage', 'aria-label': 'Meeting stage' });

  const panelFrame =
    show === 'stage'
      ? undefined
      : createTabFrame({
          client,
          placement: { frameContext: 'sidePanel', entityId: `meeting:${id}`, subEntityId, team, meeting },
          url: client.tabUrl('meeting'),
          title: 'Plumbline, side panel',
          meeting: abilities,
        });

  /** @param {StageShare} share */
  function openStage({ url }) {
    const frame = createTabFrame({
      client,
      placement: { frameContext: 'meetingStage', entityId: `meeting:${id}`, subEntityId: '', team, meeting },
      url,
      title: 'Plumbline on the stage',
      meeting: abilities,
    });
    client.frames.add(frame);
    stageFrame = frame;
    stage.replaceChildren(frame.element);
  }

  function closeStage() {
    if (stageFrame === undefined) return;
    stageFrame.dispose();
    client.frames.delete(stageFrame);
    stageFrame = undefined;
  }

  function followStage() {
    const next = client.tenant.view().stages[id];
    if (next !== undefined && next.url === shared?.url) return;
    const before = shared;
    shared = next;
    share.replaceChildren(
      icon(next === undefined ? 'share' : 'stop'),
      h('span', {}, [next === undefined ? 'Share' : 'Stop sharing']),
    );
    if (show === 'panel') return;
    // Somebody who opened the stage by itself wants to see it, shared or not.
    const shown = next ?? (show === 'stage' ? { url: client.tabUrl('meeting'), by: client.persona().id } : undefined);
    if (shown !== undefined && shown.url === stageUrl) return;
    stageUrl = shown?.url;
    closeStage();
    if (shown === undefined) stage.replaceChildren(gallery(client));
    else openStage(shown);
    announce(next ?? before, next !== undefined);
  }
  /** @type {string | undefined} */
  let stageUrl = '';

  /**
   * @param {StageShare | undefined} share
   * @param {boolean} started
   */
  function announce(share, started) {
    const who = share === undefined ? undefined : findPersona(client.config.personas, share.by);
    if (who !== undefined && !client.route().bare)
      client.say(`${who.name} ${started ? 'shares Plumbline' : 'stopped sharing'}.`);
  }

  const element = h('main', { class: 'meeting-view', id: 'main', tabindex: '-1', 'data-show': show });
  element.append(
    h('div', { class: 'meeting-bar' }, [
      h('h1', {}, [meeting.title]),
      h('span', { class: 'spacer' }),
      show === 'both' && panelToggle(element),
      show !== 'stage' && share,
      leaveButton(client),
    ]),
    h('div', { class: 'meeting-body' }, [
      show !== 'panel' && stage,
      panelFrame === undefined ? undefined : sidePanel(panelFrame),
    ]),
  );
  followStage();
  const leave = enterMeeting(client, { subject: id, name: meeting.title });
  return {
    element,
    frames: panelFrame === undefined ? [] : [panelFrame],
    onTenant: followStage,
    dispose() {
      leave();
      closeStage();
    },
  };
}

/** @param {TabFrame} frame */
function sidePanel(frame) {
  return h('section', { class: 'side-panel', 'aria-label': 'Side panel' }, [
    h('div', { class: 'side-panel-head' }, [
      h('h2', {}, ['Plumbline']),
      h('span', { class: 'spacer' }),
      reloadButton(frame),
    ]),
    frame.element,
  ]);
}

/** @param {HTMLElement} view */
function panelToggle(view) {
  const toggle = button(
    { class: 'button-bar', 'aria-pressed': 'true', 'data-act': 'panel' },
    [icon('panel'), h('span', {}, ['Plumbline'])],
    () => {
      const hidden = view.toggleAttribute('data-panel-hidden');
      toggle.setAttribute('aria-pressed', String(!hidden));
    },
  );
  return toggle;
}

/** @param {Client} client */
function leaveButton(client) {
  return button({ class: 'button-leave', 'data-act': 'leave' }, [icon('leave'), h('span', {}, ['Leave'])], () => {
    client.goTo({ view: 'calendar', meeting: '' });
  });
}

/** @param {Client} client */
function gallery(client) {
  const me = client.persona();
  const people = client.config.personas.filter(({ tid }) => tid === me.tid).slice(0, 9);
  return h(
    'ul',
    { class: people.length > 4 ? 'gallery three' : 'gallery', 'aria-label': 'People in the meeting' },
    people.map((person) =>
      h('li', { class: person.id === me.id ? 'tile me' : 'tile' }, [
        avatar(person, 'avatar-huge'),
        h('span', { class: 'tile-name' }, [person.id === me.id ? `${person.name} (you)` : person.name]),
      ]),
    ),
  );
}

/** @param {{ id: string; title: string; tid: string; oid: string }} of */
function describeMeeting({ id, title, tid, oid }) {
  const now = Date.now();
  return {
    details: {
      id,
      title,
      type: 'Scheduled',
      joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(id)}`,
      scheduledStartTime: new Date(now).toISOString(),
      scheduledEndTime: new Date(now + 60 * 60_000).toISOString(),
    },
    conversation: { id: `19:meeting_${id}@thread.v2` },
    organizer: { id: oid, tenantId: tid },
  };
}
