import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readPackage, readPart } from '@plumbline/shared/ooxml/package/opc-package';
import { childrenOf, descendantsOf, textOf } from '@plumbline/shared/ooxml/package/xml';
import type { Browser, BrowserContext, Frame } from 'playwright-core';
import { RunningService } from '../../running/running-service.ts';
import { look } from './look.ts';
import { launchBrowser, newContext, PAGE, PANEL, Seat, type Size } from './seat.ts';

/** A narrow chat window beside others. */
const PHONE: Size = { width: 390, height: 800 };

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

async function seatOf(who: string, size = PAGE): Promise<Seat> {
  const seat = await Seat.open(context, { url: `${service.origin}/?as=${who}&view=personal&frame=bare`, size });
  await seat.shows('Hello');
  return seat;
}

/** The file that a link saves, for a reader of German. */
async function saved(seat: Seat, file: string): Promise<Buffer> {
  await seat.press(`${file.endsWith('csv') ? 'CSV-Datei' : 'Excel-Arbeitsmappe'} erstellen: ${file}`);
  const saving = seat.page.waitForEvent('download');
  await (await seat.tab()).getByRole('link', { name: `${file} speichern` }).click();
  return readFileSync(await (await saving).path());
}

/** What can be read in the one sheet of a workbook. */
function rowsOf(workbook: Buffer): readonly (readonly string[])[] {
  const read = readPackage(new Uint8Array(workbook));
  const sheet = read.ok ? readPart(read.value, 'xl/worksheets/sheet1.xml') : null;
  if (!sheet) throw new Error('The workbook has no sheet');
  return descendantsOf(sheet, 'row').map((row) => childrenOf(row, 'c').map(textOf));
}

/** What is wider than it may be, and scrolls or reaches out for that. */
function tooWide(tab: Frame): Promise<readonly string[]> {
  return tab.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.tagName} ${one.scrollWidth} in ${one.clientWidth} px: ${one.innerText.slice(0, 40)}`),
  );
}

describe('the page of whoever administers the organisation, in three themes', () => {
  it('OA2 OA3 OA6 is reached from the first page, and shows use, teams and log at every width', async () => {
    const found: string[] = [];
    for (const size of [PAGE, PHONE, PANEL]) {
      const seat = await seatOf('noor', size);
      await seat.press('Your organisation: teams, use and log');
      await seat.shows('Executive team');
      await seat.shows('Wider leadership');
      await seat.shows(/Ruth Okafor ran a meeting/);
      found.push(...(await look(seat, `organisation ${size.width}`)));
      await seat.page.close();
    }
    expect(found).toEqual([]);
  });

  it.each(['en-gb', 'de-de'])(
    'OA3 tells the use of every month at every width, and cuts none of it off: %s',
    async (language) => {
      const url = `${service.origin}/?as=noor&view=personal&language=${language}&frame=bare`;
      const seat = await Seat.open(context, { url, size: PANEL });
      await seat.shows(/^(?:Hello|Guten Tag)/);
      await seat.go('/records/organisation');
      await seat.shows('Executive team');
      const tab = await seat.tab();
      const found: string[] = [];
      for (const [width, role] of [
        [280, 'list'],
        [360, 'list'],
        [521, 'table'],
        [1280, 'table'],
      ] as const) {
        await seat.page.setViewportSize({ width, height: 800 });
        const use = tab.getByRole(role, { name: language === 'de-de' ? 'Nutzung' : 'Use', exact: true });
        expect(await use.innerText()).toMatch(/8 (?:of|von) 8/);
        found.push(...(await tooWide(tab)).map((fault) => `${width}: ${fault}`));
      }
      await seat.page.close();
      expect(found).toEqual([]);
    },
  );

  it('OA1 is not offered to anybody else, and says no to who goes there', async () => {
    const seat = await seatOf('maya');
    expect(await (await seat.tab()).getByText('Your organisation: teams, use and log').count()).toBe(0);
    await seat.go('/records/organisation');
    await seat.shows('That didn’t load');
    await seat.page.close();
  });

  it('OA3 OA6 OA7 saves use and the whole log as files, without a title of a meeting', async () => {
    const url = `${service.origin}/?as=noor&view=personal&language=de-de&frame=bare`;
    const seat = await Seat.open(context, { url, size: PAGE });
    await seat.shows('Guten Tag');
    await seat.go('/records/organisation');
    await seat.shows('Executive team');
    const usage = (await saved(seat, 'plumbline-nutzung.csv')).toString();
    expect(usage).toMatch(/^\uFEFFmonth,meetings,pulses,asked,answered\r\n\d{4}-\d{2},/);
    const log = (await saved(seat, 'plumbline-protokoll.csv')).toString();
    expect(log).toMatch(/^\uFEFFtime,team,team-id,act,person,person-id,role,about,about-id\r\n/);
    expect(log).toContain('foundTeam,Ruth Okafor,person_');
    const lines = log.trimEnd().split('\r\n').length;
    expect(lines).toBeGreaterThan(60);

    const months = rowsOf(await saved(seat, 'plumbline-nutzung.xlsx'));
    expect(months[0]).toEqual(['Monat', 'Zahl der Meetings', 'Pulsumfragen', 'Gefragt', 'Geantwortet']);
    const entries = rowsOf(await saved(seat, 'plumbline-protokoll.xlsx'));
    expect(entries[0]?.slice(0, 4)).toEqual(['Zeit (UTC)', 'Name des Teams', 'Kennung des Teams', 'Was']);
    expect(entries.length).toBeGreaterThanOrEqual(lines);
    expect(entries.map((row) => row[3])).toContainEqual(expect.stringMatching(/^Ruth Okafor hat das Team angelegt$/));
    for (const text of [usage, log, JSON.stringify([months, entries])]) expect(text).not.toContain('Alignment');
    await seat.page.close();
  });

  it('OA4 gives a team that nobody leads any more another lead, and its page says so', async () => {
    const found: string[] = [];
    await service.stop();
    service.sleepUntil(Date.now() + 20 * 86_400_000);
    await service.start();
    const seat = await seatOf('noor', PANEL);
    await seat.go('/records/organisation');
    await seat.press('Give somebody the lead: Executive team');
    await seat.shows(/Nobody who leads “Executive team” did anything for two weeks/);
    await (await seat.tab()).getByLabel('Who', { exact: true }).selectOption({ label: 'Sofia Marin, analyst' });
    found.push(...(await look(seat, 'lead 280')));
    await seat.press('Give the lead');
    await seat.shows('Sofia Marin leads “Executive team” now.');
    await seat.page.close();
    const member = await seatOf('maya', PANEL);
    await member.press('Executive team');
    await member.shows(/An administrator of your organisation made Sofia Marin leader of this team/);
    found.push(...(await look(member, 'team told 280')));
    await member.page.close();
    expect(found).toEqual([]);
  });
});
