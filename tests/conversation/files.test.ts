import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Effect, OfferedFile } from '@plumbline/bot/conversation/effect';
import { keepHouse } from '@plumbline/shared/application/keep-house';
import { DAY } from '@plumbline/shared/kernel/instant';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { readPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { Company } from '../application/company.ts';
import { faultsOf } from '../documents/validated.ts';
import { actionsOn, Chat, titlesOf, type Heard } from './chat.ts';

const COACH = 0;
const LEADER = 1;
const STRANGER = 40;
const PLACE = {
  uploadUrl: 'https://contoso-my.sharepoint.com/upload?token=secret',
  contentUrl: 'https://contoso-my.sharepoint.com/results.pptx',
  name: 'results.pptx',
  uniqueId: '1',
  fileType: 'pptx',
};
const BUTTONS = {
  'en-GB': ['PowerPoint deck', 'Word report', 'Excel workbook', 'CSV file'],
  'de-DE': ['PowerPoint-Präsentation', 'Word-Bericht', 'Excel-Arbeitsmappe', 'CSV-Datei'],
};

let company: Company;
let meeting: MeetingId;

beforeAll(async () => {
  company = new Company();
  const team = await company.team(6, ['analyst', 'sponsor']);
  meeting = await company.meeting(team, company.now + DAY);
  const round = await company.round(meeting, 'rating');
  await company.vote(meeting, round, { question: 'al.vision.1', values: [6, 6, 7, 2, 6, 5] });
  company.now += 2 * DAY;
  await keepHouse(company.ports);
});
afterAll(() => company.leave());

function chatOf(person: number, options: ConstructorParameters<typeof Chat>[2] = {}): Chat {
  return new Chat(company, company.person(person), options);
}

async function offerIn(chat: Chat, button: string, ask = 'prepare my review deck'): Promise<OfferedFile> {
  await chat.say(ask);
  const { effects } = await chat.press(button);
  const offered = effects.flatMap((effect) => (effect.kind === 'offer-file' ? [effect.file] : []));
  const [file] = offered;
  if (effects.length !== 1 || !file) throw new Error('The file was not offered, or not it alone');
  return file;
}

const putBy = ({ effects }: Heard) =>
  effects.flatMap((effect): readonly (Effect & { kind: 'put-file' })[] => (effect.kind === 'put-file' ? [effect] : []));

describe('CV16 a file of results in chat', () => {
  it('CV16 is offered on the card of a review, in each format', async () => {
    for (const locale of ['en-GB', 'de-DE'] as const) {
      const { card } = await chatOf(COACH, { locale }).say('prepare my review deck');
      expect(titlesOf(actionsOn(card)).slice(0, 4)).toEqual(BUTTONS[locale]);
    }
  });

  it.each([
    ['PowerPoint deck', 'pptx'],
    ['Word report', 'docx'],
    ['Excel workbook', 'xlsx'],
  ] as const)('CV16 is a document that Office takes: %s', async (button, format) => {
    const chat = chatOf(LEADER);
    const { name, about, size, context } = await offerIn(chat, button);
    expect(name).toMatch(new RegExp(`^Team_.*\\.${format}$`));
    expect(about).toContain(button);
    const [put] = putBy(await chat.answerFile(context, PLACE));
    expect(put).toMatchObject({ place: PLACE, offer: 'offer-seen' });
    expect(await faultsOf(put?.content ?? new Uint8Array(), format)).toEqual([]);
    // It is made anew by then, with ids of its own.
    expect(Math.abs(size - (put?.content.length ?? 0))).toBeLessThan(500);
  });

  it('CV16 is in the language of whoever asks', async () => {
    const chat = chatOf(LEADER, { locale: 'de-DE' });
    const { context } = await offerIn(chat, 'PowerPoint-Präsentation');
    const [put] = putBy(await chat.answerFile(context, PLACE));
    const opened = readPackage(put?.content ?? new Uint8Array());
    const insertions = opened.ok ? findInsertions(opened.value) : [];
    expect(new Set(insertions.map(({ identity }) => identity.language))).toEqual(new Set(['de-DE']));
    expect(put?.told.done).toContain('liegt in Ihrem OneDrive');
  });

  it('CV16 is told as not taken where it is not wanted, and can be asked for again', async () => {
    const chat = chatOf(LEADER);
    const { context } = await offerIn(chat, 'CSV file');
    const { effects } = await chat.answerFile(context, null);
    expect(effects).toEqual([
      { kind: 'update', activity: 'offer-seen', message: { text: 'Not taken. Ask for it whenever you want it.' } },
    ]);
  });

  it('CV16 is for whoever may see the results, whatever comes back with the answer', async () => {
    const { context } = await offerIn(chatOf(LEADER), 'CSV file');
    for (const forged of [context, { ...context, meeting: 'meeting_none' }, { ...context, format: 'exe' }, {}]) {
      const heard = await chatOf(STRANGER).answerFile(forged, PLACE);
      expect(putBy(heard)).toEqual([]);
      expect(heard.effects).toMatchObject([{ kind: 'update', activity: 'offer-seen' }]);
    }
  });

  it('CV16 asks for access again when it is wanted', async () => {
    const chat = chatOf(7);
    const { context } = await offerIn(chat, 'CSV file');
    await company.get('removeMember', company.person(COACH), {
      params: { team: (await company.view(meeting, company.person(COACH))).team.id, person: company.person(7).person },
      input: null,
    });
    expect(putBy(await chat.answerFile(context, PLACE))).toEqual([]);
  });

  it('CV16 is never put anywhere from among several people', async () => {
    const { context } = await offerIn(chatOf(LEADER), 'CSV file');
    const group = chatOf(LEADER, { kind: 'group', chat: 'the team' });
    expect((await group.answerFile(context, PLACE)).effects).toEqual([]);
  });
});
