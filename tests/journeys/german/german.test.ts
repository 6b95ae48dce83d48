import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DemoWindows } from '../screens/demo-windows.ts';
import { look } from '../screens/look.ts';
import { PAGE, Seat } from '../screens/seat.ts';
import { cutOff, englishOn, englishSentences } from './english-left.ts';

let windows: DemoWindows;

beforeAll(async () => {
  windows = await DemoWindows.start();
});

afterAll(() => windows.stop());

describe('LG6 the tab in German', () => {
  it('LG6 says in which language it is, and shows home in no other', async () => {
    const url = `${windows.service.origin}/?as=ruth&view=personal&language=de-de&frame=bare`;
    const seat = await Seat.open(windows.context, { url, size: PAGE, device: 'light' });
    await seat.shows('Meine Teams');
    const tab = await seat.tab();
    expect(await tab.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'de',
      'ltr',
    ]);
    const faults = [
      ...(await look(seat, 'de home')),
      ...(await englishOn(tab, englishSentences())),
      ...(await cutOff(tab)),
    ];
    expect(faults).toEqual([]);
    await seat.page.close();
  });
});
