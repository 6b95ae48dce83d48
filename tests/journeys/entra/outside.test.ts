import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { RunningService } from '../../running/running-service.ts';
import { CLIENT_ID } from '../../running/test-identity.ts';
import { words } from '../full-meeting/words.ts';
import { hearComplaints, launchBrowser, PATIENCE } from '../screens/seat.ts';

/** A page that only somebody of the team sees, with the address as a link has it. */
const ASKED = '/tab/records?from=link';

const service = new RunningService({ identity: 'entra' });
const complaints: string[] = [];
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

/** A window of a browser that nobody has signed in with, at a link. */
async function openLink(asked = ASKED): Promise<Page> {
  // The directory's certificate is this machine's own.
  context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ignoreHTTPSErrors: true });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  hearComplaints(page, complaints);
  await page.goto(`${service.origin}${asked}`);
  await page.getByRole('heading', { name: words('outside:title') }).waitFor();
  return page;
}

function pressSignIn(page: Page): Promise<void> {
  return page.getByRole('button', { name: words('outside:sign-in') }).click();
}

async function isIn(page: Page, name: string): Promise<void> {
  await page.getByText(words('outside:who', { name })).waitFor();
}

describe('a link that is opened outside of Teams', () => {
  it('ID2 leads to the sign-in and back to its page, with nothing of the sign-in left in the address', async () => {
    const page = await openLink();
    await pressSignIn(page);
    await page.getByRole('button', { name: /^Maya Lindqvist/ }).click();
    await isIn(page, 'Maya Lindqvist');
    expect(page.url()).toBe(`${service.origin}${ASKED}`);
    expect(page.context().pages()).toHaveLength(1);
    const kept = await page.evaluate(() =>
      [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join(),
    );
    expect(kept).not.toMatch(/eyJ[\w-]+\.eyJ/);
  });

  it('ID2 asks nothing when the page is loaded again, and everything after signing out', async () => {
    const [page] = context.pages();
    if (!page) throw new Error('The window is gone');
    await page.reload();
    await isIn(page, 'Maya Lindqvist');
    expect(page.url()).toBe(`${service.origin}${ASKED}`);
    await page.getByRole('button', { name: words('outside:leave') }).click();
    await page.getByRole('heading', { name: words('outside:title') }).waitFor();
    await pressSignIn(page);
    await page.getByRole('heading', { name: 'Pick an account' }).waitFor();
    await context.close();
  });

  it('ID2 says what to do where somebody turns back, and where the tenant has not allowed it', async () => {
    const page = await openLink();
    await pressSignIn(page);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: words('outside:token.cancelled.title') }).waitFor();
    service.directory.entra.setConsent(DEMO_TENANT, CLIENT_ID, false);
    await pressSignIn(page);
    await page.getByRole('button', { name: /^Maya Lindqvist/ }).click();
    await page.getByRole('heading', { name: words('outside:consent.title') }).waitFor();
    service.directory.entra.setConsent(DEMO_TENANT, CLIENT_ID, true);
    await pressSignIn(page);
    await page.getByRole('button', { name: /^Maya Lindqvist/ }).click();
    await isIn(page, 'Maya Lindqvist');
    await context.close();
  });

  it('ID2 leaves a page as it is when the sign-in has run out, says so, and goes to the next one when that is pressed', async () => {
    const page = await openLink('/tab/new-team');
    await pressSignIn(page);
    await page.clock.install();
    await page.getByRole('button', { name: /^Maya Lindqvist/ }).click();
    await isIn(page, 'Maya Lindqvist');
    await page.getByRole('textbox', { name: words('home:found.name') }).fill('Night shift');
    await page.getByRole('textbox', { name: words('home:found.organisation') }).fill('Calder');
    await page.clock.fastForward('59:30');
    await page.getByText(words('outside:expired.title'), { exact: true }).waitFor();
    await page.getByRole('button', { name: words('home:found.go') }).click();
    await page.getByText(words('app:problem.identity.expired.detail')).waitFor();
    expect(await page.getByRole('textbox', { name: words('home:found.name') }).inputValue()).toBe('Night shift');
    expect(page.url()).toBe(`${service.origin}/tab/new-team`);

    await page.getByRole('button', { name: words('outside:expired.again') }).click();
    await page.getByText(words('outside:expired.title'), { exact: true }).first().waitFor({ state: 'detached' });
    await isIn(page, 'Maya Lindqvist');
    expect(page.url()).toBe(`${service.origin}/tab/new-team`);
    expect(await page.getByRole('textbox', { name: words('home:found.name') }).inputValue()).toBe('');
    await context.close();
  });

  it('ID2 sends nobody to the sign-in again who turned back from it', async () => {
    const page = await openLink();
    await pressSignIn(page);
    await page.getByRole('button', { name: /^Maya Lindqvist/ }).click();
    await isIn(page, 'Maya Lindqvist');
    // The directory has forgotten who that is.
    await context.clearCookies();
    await page.reload();
    await page.getByRole('heading', { name: 'Pick an account' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: words('outside:title') }).waitFor();
    await pressSignIn(page);
    await page.getByRole('button', { name: /^Maya Lindqvist/ }).click();
    await isIn(page, 'Maya Lindqvist');
    await context.close();
  });

  it('ID2 needs no more than the page’s policy allows, and nothing breaks on the way', () => {
    // What a tenant has not allowed is answered with 400, which a browser writes down.
    expect(complaints.filter((complaint) => !complaint.includes('status of 400'))).toEqual([]);
  });
});
