import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { Browser, BrowserContext } from 'playwright-core';
import { DEMO_TENANT } from '@plumbline/infra/local/demo/people';
import { persona } from '../../running/person.ts';
import { RunningService } from '../../running/running-service.ts';
import { CLIENT_ID } from '../../running/test-identity.ts';
import { launchBrowser, newContext, PAGE, Seat } from '../screens/seat.ts';

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

describe('the service that takes tokens of Entra', () => {
  it('HT6 shows somebody who is signed in to Teams what is theirs', async () => {
    const seat = await Seat.open(context, { url: `${service.origin}/?as=maya&view=personal&frame=bare`, size: PAGE });
    await seat.shows('Hello, Maya');
    await seat.page.close();
    const { token } = await persona(service.origin, 'maya');
    expect(decodeJwt(token)).toMatchObject({
      iss: `${service.directory.entra.authority}/${DEMO_TENANT}/v2.0`,
      aud: CLIENT_ID,
      ver: '2.0',
      scp: 'access_as_user',
      azp: expect.not.stringMatching(CLIENT_ID),
    });
  });

  it('HT6 has no other door: there is no issuer at its own origin', async () => {
    const answers = await Promise.all(
      ['/local/entra/token', '/local/entra/discovery/keys'].map((path) => fetch(`${service.origin}${path}`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
  });

  it('ID1 knows people on while the directory is out, and after it has been there for a start', async () => {
    const { entra } = service.directory;
    const maya = await persona(service.origin, 'maya');
    await maya.do('viewHome', { params: {} });
    entra.setAway(true);
    await maya.do('viewHome', { params: {} });
    await service.stop();
    await service.start();
    const refused = await maya.try('viewHome', { params: {} });
    expect(refused).toMatchObject({ ok: false, error: { status: 503 } });
    entra.setAway(false);
    expect(await maya.insist('viewHome', { params: {} })).toMatchObject({ ok: true });
  });
});
