/** @import { Attachment, ChatMessage } from '../../types.ts' */
import { button, h } from '../dom.js';
import { textIn, valueIn } from './server.js';

const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE = 'application/vnd.microsoft.teams.card.file.info';

/**
 * The files of a message: one that is offered, with the question whether it is wanted, and one that is there.
 *
 * @param {ChatMessage} message
 * @param {(accept: boolean) => Promise<string>} answer resolves to why it did not work; empty where it did
 * @returns {readonly HTMLElement[]}
 */
export function fileCards({ attachments }, answer) {
  return attachments.flatMap((attachment) => {
    if (attachment.contentType === CONSENT) return [offered(attachment, answer)];
    return attachment.contentType === FILE ? [there(attachment)] : [];
  });
}

/** @param {Attachment} attachment @param {(accept: boolean) => Promise<string>} answer */
function offered({ name = '', content }, answer) {
  const status = h('p', { class: 'card-status', role: 'status' });
  const size = Number(valueIn(content, 'sizeInBytes'));
  const buttons = h('div', { class: 'file-buttons' }, [choice('Allow', true), choice('Decline', false)]);
  return h('div', { class: 'card file-card' }, [
    h('p', { class: 'file-name' }, [name]),
    h('p', {}, [textIn(content, 'description')]),
    h('p', { class: 'file-size' }, [`${Math.ceil(size / 1_024)} KB, to your OneDrive`]),
    buttons,
    status,
  ]);

  /** @param {string} label @param {boolean} accept */
  function choice(label, accept) {
    return button({ class: accept ? 'button-primary' : 'button' }, [label], () => {
      status.textContent = '';
      void answer(accept).then((reason) => {
        status.textContent = reason;
      });
    });
  }
}

/** @param {Attachment} attachment */
function there({ name = '', contentUrl = '' }) {
  return h('div', { class: 'card file-card' }, [
    h('a', { class: 'file-name', href: contentUrl, download: name, 'data-file': '' }, [name]),
  ]);
}
