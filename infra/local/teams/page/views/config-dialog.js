/** @import { InstanceConfig, TeamSummary } from '../../types.ts' */
/** @import { Client } from '../client.js' */
import { button, h, icon } from '../dom.js';
import { createTabFrame } from '../host/frame.js';

/** As long as Teams waits for a config page after Save. */
const SAVE_LIMIT_MS = 30_000;

/**
 * Opens the app's config page as Teams does when somebody adds a tab: Save is off until the app calls its form valid;
 * pressing it asks the app to save, and the tab appears when the app agrees.
 *
 * @param {{ client: Client; team: TeamSummary }} of
 */
export function openConfigDialog({ client, team }) {
  /** @type {InstanceConfig | undefined} */
  let settings;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  const status = h('p', { class: 'dialog-status', role: 'status' });

  const frame = createTabFrame({
    client,
    placement: { frameContext: 'settings', entityId: '', subEntityId: '', team },
    url: client.tabUrl('config'),
    title: 'Set up the Plumbline tab',
    config: {
      get: () => settings,
      set: (next) => {
        settings = next;
      },
      setValid: (valid) => {
        save.disabled = !valid;
      },
      saved: () => void add(),
      failed: (reason) => {
        stopWaiting(`The app did not save: ${reason}`);
      },
    },
  });
  client.frames.add(frame);

  const save = button({ class: 'button-primary', disabled: true }, ['Save'], () => {
    save.disabled = true;
    status.textContent = 'Saving…';
    waiting = setTimeout(() => {
      stopWaiting('The app did not answer. Try again.');
    }, SAVE_LIMIT_MS);
    frame.save();
  });

  /** @param {string} sentence */
  function stopWaiting(sentence) {
    clearTimeout(waiting);
    status.textContent = sentence;
    save.disabled = false;
  }

  async function add() {
    if (settings === undefined) {
      stopWaiting('The app said “saved” without setting a tab (pages.config.setConfig).');
      return;
    }
    const { entityId, contentUrl, websiteUrl, suggestedDisplayName } = settings;
    try {
      await client.tenant.addTab(team.id, { entityId, contentUrl, websiteUrl, name: suggestedDisplayName });
    } catch (error) {
      stopWaiting(error instanceof Error ? `${error.message}. Try again.` : 'That did not work. Try again.');
      return;
    }
    clearTimeout(waiting);
    dialog.close();
    client.goTo({ view: 'team', team: team.id, page: entityId });
  }

  const dialog = h('dialog', { class: 'dialog', 'aria-labelledby': 'config-title' }, [
    h('div', { class: 'dialog-head' }, [
      h('span', { class: 'app-badge' }, [icon('app')]),
      h('h2', { id: 'config-title' }, ['Plumbline']),
      h('span', { class: 'spacer' }),
      button({ class: 'button-icon', 'aria-label': 'Close' }, [icon('close')], () => {
        dialog.close();
      }),
    ]),
    frame.element,
    h('div', { class: 'dialog-foot' }, [
      status,
      button({ class: 'button' }, ['Cancel'], () => {
        dialog.close();
      }),
      save,
    ]),
  ]);
  dialog.addEventListener('close', () => {
    clearTimeout(waiting);
    frame.dispose();
    client.frames.delete(frame);
    dialog.remove();
    if (client.route().view === 'config') client.adjust({ view: 'team' });
  });
  document.body.append(dialog);
  dialog.showModal();
}
