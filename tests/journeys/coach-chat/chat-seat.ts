import type { BrowserContext, Page } from 'playwright-core';
import { hearComplaints, type Theme } from '../screens/seat.ts';

/** How a chat is looked at. */
export interface ChatLook {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

interface ChatPlace extends ChatLook {
  readonly origin: string;
  /** The persona of Local Teams. */
  readonly as: string;
  /** Takes what the page's console and its scripts complain about. */
  readonly complaints: string[];
}

/** Somebody's chat with the bot, in Local Teams. */
export class ChatSeat {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(
    context: BrowserContext,
    { origin, as, complaints, theme = 'default', width = 1_000, height = 900 }: ChatPlace,
  ): Promise<ChatSeat> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    hearComplaints(page, complaints);
    const look = theme === 'default' ? '' : `&theme=${theme}`;
    await page.goto(`${origin}/?as=${as}&view=chat${look}`);
    await page.getByLabel('Type a message').waitFor();
    // The bot says hello once it knows of the chat.
    await page.locator('.message.other').first().waitFor();
    return new ChatSeat(page);
  }

  /** Types something, and waits until the bot has said what it should. */
  async say(text: string, answer: string | RegExp): Promise<void> {
    const before = await this.page.locator('.message.other').count();
    await this.page.getByLabel('Type a message').fill(text);
    await this.page.keyboard.press('Enter');
    await this.#hears(this.page.locator('.message.other').nth(before), answer);
  }

  /** Presses a button of the last card, after filling it in, and waits for what takes its place or follows. */
  async press(name: string, answer: string | RegExp, inputs: Readonly<Record<string, string>> = {}): Promise<void> {
    const card = this.page.locator('.message.other .card').last();
    for (const [label, value] of Object.entries(inputs)) {
      const input = card.getByLabel(label).first();
      if ((await input.evaluate(({ tagName }) => tagName)) === 'SELECT') await input.selectOption(value);
      else await input.fill(value);
    }
    await card.getByRole('button', { name }).click();
    await this.#hears(this.page.locator('.messages, main').last(), answer);
  }

  /** Answers each question of a pulse in the same way, page by page from its first on, and puts what is first on the list first. */
  async answerPages(value: string): Promise<void> {
    const card = this.page.locator('.message.other .card').last();
    const [, pages = ''] = /Page 1 of (\d+)/.exec(await card.innerText()) ?? [];
    for (let page = 1; page <= Number(pages); page += 1) {
      // An order has its options as choices, after one for none; a question its points.
      const isOrder = (await card.getByText('What matters most').count()) > 0;
      for (const [at, choice] of (await card.getByRole('combobox').all()).entries())
        await choice.selectOption(isOrder ? { index: at + 1 } : value);
      const isLast = page === Number(pages);
      await this.press(isLast ? 'Save' : 'Save and go on', isLast ? 'Saved:' : `Page ${page + 1} of ${pages}`);
    }
  }

  async #hears(place: ReturnType<Page['locator']>, answer: string | RegExp): Promise<void> {
    try {
      await place.getByText(answer).last().waitFor();
    } catch (cause) {
      const shown = await this.page.locator('body').innerText();
      throw new Error(`The bot never said ${answer}, but:\n${shown.slice(-1_500)}`, { cause });
    }
  }
}
