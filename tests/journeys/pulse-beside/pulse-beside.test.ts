import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { RunningService } from '../../running/running-service.ts';
import { drawAnswers, RunningMeeting } from '../../running/running-meeting.ts';
import { words, wordsFirst } from '../full-meeting/words.ts';
import { look } from '../screens/look.ts';
import { launchBrowser, newContext, PAGE, PANEL, Seat, type Size } from '../screens/seat.ts';
import { crowdWith, foundTeam, type AskingTeam } from './asking-team.ts';

const service = new RunningService();
let browser: Browser;
let context: BrowserContext;
let team: AskingTeam;
let planner: Seat;
let asked: Seat;
let meeting: MeetingId;

beforeAll(async () => {
  await service.start();
  browser = await launchBrowser();
  context = await newContext(browser);
  team = await foundTeam(service.origin);
});

afterAll(async () => {
  await browser.close();
  await service.remove();
});

function open(persona: string, size: Size): Promise<Seat> {
  return Seat.open(context, { url: `${service.origin}/?as=${persona}&view=personal&frame=bare`, size });
}

/** As from the clipboard, which a browser without a window has none of. */
function paste(box: Element, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

/** A page is well built in all themes. */
async function see(seat: Seat, name: string, text: string | RegExp): Promise<void> {
  await seat.shows(text);
  expect(await look(seat, `beside ${name}`)).toEqual([]);
}

describe('a pulse that asks more people than its team, from the plan to the results', () => {
  it('PU2 says what it understood of a list before anything of it is sent', async () => {
    planner = await open('ruth', PAGE);
    await planner.shows('Hello');
    await planner.go(`/teams/${team.id}/plan`);
    await planner.shows(words('compose:who.exact'));
    const tab = await planner.tab();
    await tab.getByRole('radio', { name: wordsFirst('compose:format.pulse') }).click();
    await planner.shows(words('compose:more.save-first'));
    await tab.getByLabel(wordsFirst('compose:closes.day')).fill('2031-05-06');
    await planner.press(words('compose:save'));
    await planner.shows(words('compose:more.what'));
    await planner.shows(words('compose:saved'));
    expect(await tab.getByLabel(wordsFirst('compose:closes.day')).inputValue()).toBe('2031-05-06');
    await planner.press(words('compose:more.begin'));
    await planner.press(words('compose:more.read'));
    await see(planner, 'no list', words('compose:more.fault.empty'));
    const list = await crowdWith(team, 1_200);
    await tab.locator('input[type="file"]').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Object id,Name\nsofia@calder.example,Sofia\n${list}`),
    });
    await planner.shows(words('compose:more.people_other', { people: '1,200' }));
    await planner.shows(words('compose:more.line', { line: 2, text: 'sofia@calder.example' }));
    await planner.shows(words('compose:more.leaders_one', { number: 1 }));
    await see(planner, 'list', words('compose:more.twice_one', { number: 1 }));
    await planner.page.setViewportSize(PANEL);
    expect(await look(planner, 'beside list narrow')).toEqual([]);
    await planner.page.setViewportSize(PAGE);
    const { meetings } = await team.coach.do('viewTeam', { params: { team: team.id } });
    const [plan] = meetings;
    if (!plan) throw new Error('The plan is not saved');
    meeting = plan.id;
    expect(await team.coach.do('viewMeeting', { params: { meeting } })).toMatchObject({ participants: null });
  });

  it('PU2 names a list page by page, and goes on where a page failed', async () => {
    let pages = 0;
    await planner.page.route('**/participants', async (route) => {
      pages += 1;
      // The second page, as often as the client sends it by itself.
      if (pages > 1 && pages < 5) await route.abort();
      else await route.continue();
    });
    await planner.press(words('compose:more.name_other', { people: '1,200' }));
    await planner.shows(words('compose:more.halted', { sent: '1,000', people: '1,200' }));
    planner.complaints.splice(0);
    await see(planner, 'halted', words('compose:fault.naming'));
    expect(await (await planner.tab()).getByRole('button', { name: words('compose:open') }).isDisabled()).toBe(true);
    await planner.press(words('compose:more.again'));
    await planner.shows(words('compose:more.beside_other', { people: '1,200 people', count: 5 }));
    await planner.shows(words('compose:saved'));
    expect(pages).toBe(5);
  });

  it('PU2 forgets a list again, and takes one that is pasted', async () => {
    const tab = await planner.tab();
    await planner.press(words('compose:more.clear'));
    await planner.shows(words('compose:more.clear.sure_other', { people: '1,200' }));
    await planner.press(words('compose:more.clear.yes'));
    await planner.shows(words('compose:more.what'));
    expect(await team.coach.do('viewMeeting', { params: { meeting } })).toMatchObject({ participants: null });
    await planner.press(words('compose:more.begin'));
    const box = tab.getByLabel(words('compose:more.paste'));
    await box.fill('sofia@calder.example');
    await planner.press(words('compose:more.read'));
    await planner.shows(words('compose:more.fault.no-ids'));
    await box.evaluate(paste, await crowdWith(team, 1_200));
    await planner.shows(words('compose:more.people_other', { people: '1,200' }));
    // What was pressed is gone, and whoever uses the keys goes on from here.
    expect(await tab.locator(':focus').getAttribute('aria-label')).toMatch(words('compose:more'));
    await planner.press(words('compose:more.name_other', { people: '1,200' }));
    await planner.shows(words('compose:more.beside_other', { people: '1,200 people', count: 5 }));
  });

  it('PU2 tells whoever may plan how many have been told', async () => {
    await planner.press(words('compose:open'));
    await planner.shows(words('compose:open.sure', { people: '1,205' }));
    await planner.press(words('compose:open.yes'));
    await planner.shows(words('console:before.people', { people: '1,205', minimum: 5 }));
    // People are told when the house is kept, every half a minute.
    const told = words('console:before.told', { people: '1,200' });
    await (await planner.tab()).getByText(told).filter({ visible: true }).first().waitFor();
    await see(planner, 'console', told);
  });

  it('PU2 lets somebody outside of the team answer, and change the answer', async () => {
    asked = await open('sofia', PANEL);
    await see(asked, 'home', words('home:waiting.ballot.start'));
    await asked.shows(words('home:teams.none.title'));
    await asked.press(wordsFirst('home:waiting.ballot.start'));
    await asked.shows(words('leader:onlooker.why.participant'));
    await see(asked, 'lobby', '1,205');
    await asked.press(words('leader:sample.open'));
    await asked.shows(words('leader:sample.never'));
    await asked.press(words('leader:sample.close'));
    await asked.press(words('leader:begin.begin'));
    const tab = await asked.tab();
    await tab.getByRole('radio', { name: /^3(,|$)/ }).click();
    await see(asked, 'ballot', words('leader:saving.saved'));
    await asked.page.reload();
    await asked.press(wordsFirst('home:waiting.ballot.resume'));
    await asked.press(words('leader:begin.continue'));
    await (await asked.tab()).getByRole('button', { name: words('leader:ballot.back') }).click();
    await (await asked.tab()).getByRole('radio', { name: /^6(,|$)/ }).click();
    await asked.shows(words('leader:saving.saved'));
    const { ballots } = await team.outsider.do('viewMine', { params: { meeting } });
    expect(ballots.flatMap(({ answers }) => Object.values(answers))).toEqual([{ kind: 'scale', value: 6 }]);
  });

  it('PU2 ends on a calm page for them, and in a summary for the team', async () => {
    const running = new RunningMeeting(meeting, team.coach);
    const { id: round, questions } = await running.round('rating');
    for (const [place, leader] of team.leaders.entries()) {
      const answers = drawAnswers(questions, () => (place + 0.5) / 10);
      await leader.do('castBallot', { params: { meeting, round }, input: { basedOn: null, answers } });
    }
    await running.direct({ type: 'close' }, ({ status }) => status === 'closed');
    await see(asked, 'closed', words('leader:closed.outside'));
    const tab = await asked.tab();
    expect(await tab.getByRole('button').count()).toBe(0);
    await asked.go(`/meetings/${meeting}/summary`);
    await asked.shows(words('leader:closed.outside'));
    await asked.go('/');
    await asked.shows(words('home:teams.none.title'));
    expect(asked.complaints).toEqual([]);
    const leader = await open('maya', PAGE);
    await leader.shows('Hello');
    await leader.go(`/meetings/${meeting}/summary`);
    await leader.shows(words('summary:section.method'));
    expect(await (await leader.tab()).locator('body').innerText()).toMatch(/1,?205/);
  });
});
