import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { RunningService } from '../../running/running-service.ts';
import { CLIENT_ID } from '../../running/test-identity.ts';
import { words } from '../full-meeting/words.ts';
import { hearComplaints, launchBrowser, newContext } from '../screens/seat.ts';

const NESTED = '/local/office/nested-token';
const OLDER = '/local/teams/token';
const ANOTHER_TENANT = 'b7a1c1de-4f57-4a53-9a5a-5f6c3d2e1f00';

const service = new RunningService({ identity: 'entra' });
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

/** The pane in an Office, and what went over its lines. */
class Pane {
  readonly page: Page;
  readonly complaints: string[] = [];
  /** Paths of the tokens that were asked for, in their order. */
  readonly asked: string[] = [];
  /** Who the service was told that it is. */
  readonly bearers = new Set<string>();
  /** How many times Office asked, and whether it is answered with yes. */
  prompts = 0;
  isWilling: boolean;

  private constructor(page: Page, isWilling: boolean) {
    this.page = page;
    this.isWilling = isWilling;
    hearComplaints(page, this.complaints);
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname === NESTED || pathname === OLDER) this.asked.push(pathname);
      const bearer = request.headers()['authorization'];
      if (bearer !== undefined) this.bearers.add(bearer.replace('Bearer ', ''));
    });
    page.on('dialog', (dialog) => {
      this.prompts += 1;
      void (this.isWilling ? dialog.accept() : dialog.dismiss());
    });
  }

  static async open(
    office: Readonly<Record<string, string>> = {},
    { at = service, isWilling = true } = {},
  ): Promise<Pane> {
    const pane = new Pane(await context.newPage(), isWilling);
    const query = new URLSearchParams({ document: 'powerpoint', as: 'maya', ...office });
    await pane.page.setViewportSize({ width: 320, height: 760 });
    await pane.page.goto(`${at.origin}/local/office/pane?${query.toString()}`);
    return pane;
  }

  async isIn(): Promise<void> {
    await this.page.getByText('Which results?').waitFor();
  }

  async isRefused(refusal: string): Promise<void> {
    await this.page.getByRole('heading', { name: words(`pane:sign-in.${refusal}.title`) }).waitFor();
    await this.page.getByText(words(`pane:sign-in.${refusal}.detail`)).waitFor();
  }

  async press(name: 'Sign in' | 'Try again'): Promise<void> {
    await this.page.getByRole('button', { name }).click();
  }
}

describe('the pane of somebody who is signed in to Office', () => {
  it('ID3 has a token of its own by nested app authentication, asks nobody, and keeps it in memory', async () => {
    const pane = await Pane.open();
    await pane.isIn();
    expect([pane.prompts, pane.asked, pane.complaints]).toEqual([0, [NESTED], []]);
    expect([...pane.bearers].map((bearer) => decodeJwt(bearer))).toEqual([
      expect.objectContaining({ azp: CLIENT_ID, aud: CLIENT_ID, tid: DEMO_TENANT, scp: 'access_as_user' }),
    ]);
    const kept = await pane.page.evaluate(() =>
      [localStorage, sessionStorage].map((one) => JSON.stringify(one)).join(),
    );
    expect(kept).not.toMatch(/eyJ[\w-]+\.eyJ/);
    await pane.page.close();
  });

  it('ID3 asks once where Office must ask, and not before somebody wants it again', async () => {
    const pane = await Pane.open({ nested: 'asks' }, { isWilling: false });
    await pane.isRefused('cancelled');
    expect([pane.prompts, pane.asked]).toEqual([1, []]);
    pane.isWilling = true;
    await pane.press('Sign in');
    await pane.isIn();
    expect([pane.prompts, pane.asked]).toEqual([2, [NESTED]]);
    await pane.page.close();
  });

  it('ID3 says what to do where the window is kept shut, and opens it by the button', async () => {
    const pane = await Pane.open({ nested: 'blocked' });
    await pane.isRefused('blocked');
    expect(pane.prompts).toBe(0);
    await pane.press('Sign in');
    await pane.isIn();
    expect(pane.prompts).toBe(1);
    await pane.page.close();
  });

  it('ID3 says what to do where the tenant has not allowed it, and where the directory is out', async () => {
    const { entra } = service.directory;
    entra.setConsent(DEMO_TENANT, CLIENT_ID, false);
    const pane = await Pane.open();
    await pane.isRefused('consent');
    entra.setConsent(DEMO_TENANT, CLIENT_ID, true);
    entra.setAway(true);
    await pane.press('Try again');
    await pane.isRefused('unreachable');
    entra.setAway(false);
    await pane.press('Try again');
    await pane.isIn();
    expect(pane.asked).not.toContain(OLDER);
    await pane.page.close();
  });

  it.each([
    ['an older Office does not have it', { sets: 'nestedappauth:1.0' }],
    ['it is switched off there', { nested: 'disabled' }],
  ])('ID3 is signed in by Office’s older way where %s', async (_why, office) => {
    const pane = await Pane.open(office);
    await pane.isIn();
    expect([pane.asked, pane.complaints]).toEqual([[OLDER], []]);
    expect([...pane.bearers].map((bearer) => decodeJwt(bearer)['azp'])).not.toContain(CLIENT_ID);
    await pane.page.close();
  });
});

describe('the pane of somebody of another organisation', () => {
  it('ID3 says so, and asks in no other way', async () => {
    const elsewhere = new RunningService({ identity: 'entra', variables: { ENTRA_TENANTS: ANOTHER_TENANT } });
    try {
      await elsewhere.start();
      const pane = await Pane.open({}, { at: elsewhere });
      await pane.isRefused('other-tenant');
      expect(pane.asked).toEqual([NESTED]);
    } finally {
      await elsewhere.remove();
    }
  });
});
