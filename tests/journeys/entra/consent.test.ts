import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { RunningService } from '../../running/running-service.ts';
import { CLIENT_ID } from '../../running/test-identity.ts';
import { words } from '../full-meeting/words.ts';
import { look } from '../screens/look.ts';
import { launchBrowser, PANEL, PATIENCE, Seat } from '../screens/seat.ts';
import { startHttpsFront, type HttpsFront } from './https-front.ts';

let front: HttpsFront;
let service: RunningService;
let browser: Browser;
let context: BrowserContext;
let seat: Seat;

beforeAll(async () => {
  front = await startHttpsFront();
  service = new RunningService({ identity: 'entra', origins: [front.origin] });
  await service.start();
  front.leadTo(service.origin);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await front.close();
  await service.remove();
});

/** Maya's side panel, in an organisation in which nobody has used Plumbline. */
async function open(letInBy: 'people' | 'administrators'): Promise<void> {
  service.directory.entra.keepOut(DEMO_TENANT, CLIENT_ID, letInBy);
  // The directory's certificate is this machine's own.
  context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ignoreHTTPSErrors: true });
  context.setDefaultTimeout(PATIENCE);
  seat = await Seat.open(context, { url: `${front.origin}/?as=maya&view=personal&frame=bare`, size: PANEL });
  await seat.shows(words('outside:consent.detail'));
}

/** Presses the button, and chooses who one is in the window that comes. */
async function ask(): Promise<Page> {
  const [asked] = await Promise.all([context.waitForEvent('page'), seat.press(words('outside:consent.give'))]);
  await asked.getByRole('button', { name: /^Maya Lindqvist/ }).click();
  return asked;
}

/** What the window has complained about so far, but for refused tokens, which a browser writes down. */
function otherComplaints(): readonly string[] {
  const told = seat.complaints.splice(0);
  return told.filter((complaint) => !complaint.includes('status of 400'));
}

describe('a tab that the organisation has not let in', () => {
  afterEach(() => context.close());

  it('ID4 has the directory ask the person, and goes on once the permission is given', async () => {
    await open('people');
    const asked = await ask();
    const shut = asked.waitForEvent('close');
    await asked.getByRole('button', { name: 'Accept' }).click();
    await shut;
    await seat.shows('Hello, Maya');
    expect(otherComplaints()).toEqual([]);
  });

  it('ID4 says what to do where the window is shut, and where the permission is not given', async () => {
    await open('people');
    const shut = await ask();
    await shut.getByRole('heading', { name: 'Permissions requested' }).waitFor();
    await shut.close();
    await seat.shows(words('outside:consent.closed'));
    const [declined] = await Promise.all([context.waitForEvent('page'), seat.press(words('outside:consent.give'))]);
    await declined.getByRole('button', { name: 'Cancel' }).click();
    await seat.shows(words('outside:consent.closed'));
    expect(context.pages()).toHaveLength(1);
  });

  it('ID4 says whom to ask where only administrators may give it, and goes on once one has', async () => {
    await open('administrators');
    await ask();
    await seat.shows(words('outside:consent.administrator'));
    expect(otherComplaints()).toEqual([]);
    expect(await look(seat, 'permission is an administrator’s')).toEqual([]);
    const { entra } = service.directory;
    await context.request.get(`${entra.authority}/${DEMO_TENANT}/v2.0/adminconsent?client_id=${CLIENT_ID}`);
    await seat.press(words('app:retry'));
    await seat.shows('Hello, Maya');
  });
});
