import type { Desk } from './desk.ts';
import { words } from './words.ts';

/** Where a ballot is: which of how many questions is on the screen, or its end. */
async function placeIn(desk: Desk): Promise<{ readonly place: number; readonly count: number } | 'end'> {
  const place = desk.tab.getByText(words('leader:ballot.place')).first();
  const done = desk.button('leader:ballot.done');
  await place.or(done).first().waitFor();
  if (await done.isVisible()) return 'end';
  const [, at, of] = /(\d+) \S+ (\d+)/.exec((await place.textContent()) ?? '') ?? [];
  return { place: Number(at), count: Number(of) };
}

/** Waits until another question, or the end, is on the screen. */
async function movedFrom(desk: Desk, { place, count }: { place: number; count: number }): Promise<void> {
  const next = desk.tab.getByText(words('leader:ballot.place', { place: place + 1, count }));
  await next.or(desk.button('leader:ballot.done')).first().waitFor();
}

/** Answers all questions from the one on the screen on, at most so many; `value` says what, by the place of the question. */
export async function answerWithPointer(desk: Desk, value: (place: number) => number, most = 100): Promise<void> {
  for (let n = 0; n < most; n += 1) {
    const at = await placeIn(desk);
    if (at === 'end') return;
    const offered = desk.tab.getByRole('list', { name: words('leader:ranking.offered') });
    if (await offered.isVisible()) await pickThree(desk);
    else await desk.tab.getByRole('radio', { name: new RegExp(`^${value(at.place)}(,|$)`) }).click();
    await desk.button('leader:ballot.next').or(desk.button('leader:ballot.to-end')).click();
    await movedFrom(desk, at);
  }
}

async function pickThree(desk: Desk): Promise<void> {
  const offered = desk.tab.getByRole('list', { name: words('leader:ranking.offered') });
  const picked = desk.tab.getByRole('list', { name: words('leader:ranking.picked') }).getByRole('listitem');
  for (let n = 0; n < 3; n += 1) {
    await offered.getByRole('button').first().click();
    await picked.nth(n).waitFor();
  }
}

/** The same with nothing but the keyboard. */
export async function answerWithKeys(desk: Desk, value: (place: number) => number): Promise<void> {
  for (;;) {
    const at = await placeIn(desk);
    if (at === 'end') return;
    const offered = desk.tab.getByRole('list', { name: words('leader:ranking.offered') });
    if (await offered.isVisible()) {
      const [first] = await offered.getByRole('button').allTextContents();
      await tabTo(desk, first ?? '');
      await desk.page.keyboard.press('Enter');
    } else {
      await desk.page.keyboard.press(String(value(at.place)));
      await desk.tab.getByRole('radio', { checked: true }).waitFor();
    }
    await desk.page.keyboard.press('PageDown');
    await movedFrom(desk, at);
  }
}

const MOST_TABS = 80;

/** Moves the focus with Tab until it is on something of that name. */
export async function tabTo(desk: Desk, name: string | RegExp): Promise<void> {
  for (let n = 0; n < MOST_TABS; n += 1) {
    const focus = desk.tab.locator(':focus');
    if ((await focus.count()) > 0) {
      const said = await focus.evaluate((element) => {
        const labelled = element.getAttribute('aria-label') ?? element.textContent;
        const label = element.id === '' ? null : document.querySelector(`label[for="${CSS.escape(element.id)}"]`);
        return (label?.textContent ?? labelled).trim();
      });
      if (typeof name === 'string' ? said === name : name.test(said)) return;
    }
    await desk.page.keyboard.press('Tab');
  }
  throw new Error(`No Tab leads to ${String(name)}`);
}

/** Presses a button with the keyboard. */
export async function pressByKey(desk: Desk, key: string): Promise<void> {
  await desk.button(key).first().waitFor();
  await tabTo(desk, words(key));
  await desk.page.keyboard.press('Enter');
}
