import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Effect } from '@plumbline/bot/conversation/effect';
import type { ChatEvent } from '@plumbline/bot/conversation/event';
import { createUpload, type Uploaded } from '@plumbline/bot/files/upload';
import { until } from '../../instances/load.ts';
import { Channel, Door } from './channel.ts';

const OFFER = {
  kind: 'offer-file',
  file: { name: 'results.csv', about: 'CSV', size: 4, context: { offer: 'one' } },
} as const;
const PLACE = {
  uploadUrl: 'https://contoso-my.sharepoint.com/upload?token=of-maya',
  contentUrl: 'https://contoso-my.sharepoint.com/results.csv',
  name: 'results.csv',
  uniqueId: 'id-of-the-file',
  fileType: 'csv',
};
const TOLD = { done: 'There.', refused: 'Refused.', ended: 'Ended.', failed: 'Failed.' };

const channel = new Channel();
let door: Door;
let uploads: (readonly [string, string])[] = [];
let outcome: Uploaded = 'done';

beforeAll(() => channel.open());
afterAll(() => channel.close());
beforeEach(async () => {
  uploads = [];
  outcome = 'done';
  door = await Door.open(channel, {
    answer: effectsOf,
    upload(address, content) {
      uploads.push([address, new TextDecoder().decode(content)]);
      return Promise.resolve(outcome);
    },
  });
});
afterEach(async () => {
  await door.close();
  channel.said.splice(0);
});

function effectsOf(event: ChatEvent): readonly Effect[] {
  if (event.kind !== 'file-answer') return [OFFER];
  const { place, activity } = event;
  if (place === null) return [];
  return [{ kind: 'put-file', place, content: new TextEncoder().encode('a;b\n'), offer: activity, told: TOLD }];
}

function answering(changes: Readonly<Record<string, unknown>> = {}) {
  const value = { type: 'fileUpload', action: 'accept', context: { offer: 'one' }, uploadInfo: PLACE, ...changes };
  return channel.message({ type: 'invoke', name: 'fileConsent/invoke', value, replyToId: 'said-1' });
}

/** What was said, once so much was: a client hears that its answer came before anything is done about it. */
async function said(messages: number) {
  await until(`${messages} messages`, () => channel.said.length >= messages);
  return channel.said;
}

async function post(body: unknown) {
  return door.post(body, await channel.token());
}

describe('CV16 a file at the bot’s door', () => {
  it('CV16 is offered as Teams offers files of bots', async () => {
    await post(channel.message());
    expect(channel.said.map(({ body }) => body['attachments'])).toEqual([
      [
        {
          contentType: 'application/vnd.microsoft.teams.card.file.consent',
          name: 'results.csv',
          content: {
            description: 'CSV',
            sizeInBytes: 4,
            acceptContext: { offer: 'one' },
            declineContext: { offer: 'one' },
          },
        },
      ],
    ]);
  });

  it('CV16 is put where the client made room, and shown; then what offered it says so', async () => {
    expect(await post(answering())).toEqual({ status: 200, text: '{}' });
    const both = await said(2);
    expect(uploads).toEqual([[PLACE.uploadUrl, 'a;b\n']]);
    expect(both.map(({ method, body }) => [method, body['text'], body['attachments']])).toEqual([
      [
        'POST',
        undefined,
        [
          {
            contentType: 'application/vnd.microsoft.teams.card.file.info',
            name: 'results.csv',
            contentUrl: PLACE.contentUrl,
            content: { uniqueId: 'id-of-the-file', fileType: 'csv' },
          },
        ],
      ],
      ['PUT', 'There.', undefined],
    ]);
  });

  it('CV16 is put once, however often and by how many clients it is wanted', async () => {
    await Promise.all(Array.from({ length: 8 }, () => post(answering())));
    await post(answering({ uploadInfo: { ...PLACE, uploadUrl: 'https://contoso-my.sharepoint.com/second' } }));
    await said(2);
    expect(uploads).toHaveLength(1);
    await post(answering({ context: { offer: 'another' } }));
    await said(4);
    expect(uploads).toHaveLength(2);
  });

  it.each(['refused', 'ended', 'failed'] as const)('CV16 is told where it was not put: %s', async (became) => {
    outcome = became;
    await post(answering());
    expect((await said(1)).map(({ body }) => body['text'])).toEqual([TOLD[became]]);
  });

  it('CV16 is not put anywhere where it is not wanted', async () => {
    await post(answering({ action: 'decline', uploadInfo: undefined }));
    expect(uploads).toEqual([]);
    expect(door.events).toMatchObject([{ kind: 'file-answer', place: null, context: { offer: 'one' } }]);
  });

  it.each([
    { uploadInfo: undefined },
    { uploadInfo: { ...PLACE, uploadUrl: 7 } },
    { uploadInfo: { ...PLACE, uploadUrl: `https://x.sharepoint.com/${'x'.repeat(9_000)}` } },
    { action: 'perhaps' },
    { action: undefined },
  ])('CV16 is nothing where the answer has no form: %j', async (changes) => {
    expect((await post(answering(changes))).status).toBe(200);
    expect([uploads, door.events]).toEqual([[], []]);
  });

  it('CV16 leaves its address in no log', async () => {
    await door.close();
    door = await Door.open(channel, { answer: effectsOf, upload: createUpload() });
    await post(answering({ uploadInfo: { ...PLACE, uploadUrl: 'https://evil.test/upload?token=of-maya' } }));
    expect((await said(1)).map(({ body }) => body['text'])).toEqual(['Refused.']);
    expect(door.logged.join('\n')).not.toContain('of-maya');
  });
});
