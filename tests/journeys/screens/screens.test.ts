import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import type { DemoMeeting } from './demo-meeting.ts';
import { DemoWindows } from './demo-windows.ts';
import { WORDINGS } from './fourth-quarter.ts';
import { PAGE, PANEL, STAGE, type Seat } from './seat.ts';

let windows: DemoWindows;
let demo: DemoMeeting;

/** The windows that stay open through the meeting. */
let panel: Seat;
let stage: Seat;
let controls: Seat;
let smallControls: Seat;

/** Maya answers on her panel; the others do without one. */
const others = () => demo.leaders.slice(1);

beforeAll(async () => {
  windows = await DemoWindows.start();
  demo = windows.demo;
});

afterAll(() => windows.stop());

/** Opens what stands behind the first figure by keyboard, looks at all of it, and closes it from its end. */
async function readDetails(seat: Seat, name: string): Promise<void> {
  const tab = await seat.tab();
  const link = tab.getByRole('button', { name: /^(Details|Hide details)$/ }).first();
  await link.focus();
  await seat.page.keyboard.press('Enter');
  const details = tab.getByRole('group', { name: 'What stands behind this' });
  // Many links are called the same; each says what it is about.
  const unsaid = await tab
    .getByRole('button', { name: /^(Details|Hide details)$/ })
    .evaluateAll((links) =>
      links.filter((one) => !document.getElementById(one.getAttribute('aria-describedby') ?? '')),
    );
  expect(unsaid.length).toBe(0);
  await details.getByText('How sure this is').waitFor();
  expect(await link.getAttribute('aria-expanded')).toBe('true');
  for (const fold of await details.locator('summary').all()) await fold.click();
  expect(await details.innerText()).not.toMatch(/NaN|undefined|\{\{|details:/);
  await windows.see([seat, `${name} details`, 'Sources']);
  await details.getByRole('button', { name: 'Hide details' }).click();
  expect(await link.evaluate((element) => document.activeElement === element)).toBe(true);
  expect([await link.getAttribute('aria-expanded'), await details.count()]).toEqual(['false', 0]);
}

describe('every screen, in three themes', () => {
  it('before the meeting is opened', async () => {
    const { team, coach } = demo;
    const set = await coach.do('copyInstrument', {
      params: { team },
      input: { from: { id: makeId('instrument', 'alignment'), version: 1 }, title: 'Alignment, our wording' },
    });
    await windows.visit(
      [
        ['/', 'home coach', 'My teams'],
        [`/teams/${team}`, 'team', 'Over time'],
        [`/teams/${team}/members`, 'members', 'Add a person'],
        [`/teams/${team}/questions`, 'question sets', 'That come with Plumbline'],
        [`/teams/${team}/questions/${set.id}`, 'edit question set', 'Save as version 2'],
        [`/teams/${team}/questions/instrument_alignment`, 'question set not ours', 'not your team’s own'],
        ['/new-team', 'new team', 'You are its first member'],
        [`/teams/${team}/plan`, 'plan new', 'What it asks'],
        [`/teams/${team}/plan/${demo.id}`, 'plan draft', 'What they are promised'],
        [`/meetings/${demo.id}/console`, 'console draft', 'Before you start'],
        [`/meetings/${demo.past[1] ?? ''}/summary`, 'summary', 'How to read this'],
        ['/nowhere', 'not found', 'There is no page here'],
      ],
      'ruth',
    );
  });

  it('collecting', async () => {
    await demo.open();
    [panel, stage, controls, smallControls] = await Promise.all([
      windows.open(`as=maya&view=panel&meeting=${demo.id}`, PANEL),
      windows.open(`as=ruth&view=stage&meeting=${demo.id}`, STAGE),
      windows.open('as=ruth&view=personal', PAGE),
      windows.open(`as=ruth&view=panel&meeting=${demo.id}`, PANEL),
    ]);
    await Promise.all(
      [controls, smallControls].map(async (seat) => {
        await seat.shows(/Hello|You are here as coach/);
        await seat.go(`/meetings/${demo.id}/console`);
      }),
    );
    await demo.answer('rating', others().slice(0, 3));
    await windows.see(
      [panel, 'lobby', 'questions, for you alone'],
      [stage, 'stage collecting', 'We begin in a moment'],
      [controls, 'console collecting 1280', 'Start the meeting'],
      [smallControls, 'console collecting 280', 'Start the meeting'],
    );
    await panel.press('What could they see?');
    await windows.see([panel, 'lobby sample', 'Sample: made-up answers']);
  });

  it('opening', async () => {
    await demo.running.moveTo('opening');
    await windows.see(
      [panel, 'opening', 'Opening'],
      [stage, 'stage opening', 'What we promise each other'],
      [controls, 'console opening 1280', 'Open the rating'],
      [smallControls, 'console opening 280', 'Open the rating'],
    );
  });

  it('rating, with each kind of question', async () => {
    await demo.running.moveTo('rating');
    await windows.see([panel, 'rating begin', 'Begin']);
    await panel.press('Begin');
    await panel.press('Why?');
    await panel.page.keyboard.press('6');
    await windows.see(
      [panel, 'rating scale', 'saved'],
      [stage, 'stage rating', 'Answer on your own screen'],
      [controls, 'console rating 1280', 'Close the rating'],
      [smallControls, 'console rating 280', 'Close the rating'],
    );
    await panel.press(/^What matters/);
    await panel.press(/^Roles/);
    await panel.press(/^Priorities/);
    await windows.see([panel, 'rating importance', 'Which three of these']);
    await panel.press('Next');
    await panel.press('Open the Baltic route');
    await windows.see([panel, 'rating priorities', 'Put our priorities in order']);
    await panel.press('To the end');
    await windows.see([panel, 'rating end', 'still need an answer']);
  });

  it('predicting', async () => {
    await demo.answer('rating', others().slice(3));
    await demo.running.moveTo('predicting');
    await panel.shows('What did the team answer');
    for (let guess = 0; guess < 5; guess += 1) {
      await panel.page.keyboard.press('5');
      if (guess < 4) await panel.press('Next');
    }
    await windows.see(
      [panel, 'predicting', 'What did the team answer'],
      [stage, 'stage predicting', 'What did the team answer'],
      [controls, 'console predicting 1280', 'Show the picture'],
      [smallControls, 'console predicting 280', 'Show the picture'],
    );
    await demo.answer('prediction', others());
  });

  it('revealing', async () => {
    await demo.running.moveTo('revealing');
    const wide = await windows.open('as=tomas&view=personal', PAGE);
    await wide.shows('Hello');
    await wide.go(`/meetings/${demo.id}`);
    await windows.see(
      [panel, 'revealing', 'Questions, furthest apart first'],
      [wide, 'revealing wide', 'Questions, furthest apart first'],
      [stage, 'stage revealing 1', 'Choose a dimension to open it'],
      [controls, 'console revealing 1280', 'Let them choose topics'],
      [smallControls, 'console revealing 280', 'Let them choose topics'],
    );
    await readDetails(panel, 'revealing');
    await readDetails(wide, 'revealing wide');
    await wide.page.close();
    for (const slide of [2, 3, 4, 5]) {
      await stage.press('Next');
      await windows.see([stage, `stage revealing ${slide}`, `${slide} of`]);
    }
    // The stage is the room's: whatever it shows offers no details.
    expect(await (await stage.tab()).getByRole('button', { name: 'Details' }).count()).toBe(0);
  });

  it('choosing', async () => {
    await demo.running.moveTo('choosing');
    await demo.answer('dots', others());
    await windows.see(
      [panel, 'choosing', '3 dots left'],
      [stage, 'stage choosing', 'Three dots each'],
      [controls, 'console choosing 1280', 'Close the dots'],
      [smallControls, 'console choosing 280', 'Close the dots'],
    );
  });

  it('discussing', async () => {
    await demo.running.moveTo('discussing');
    await windows.see(
      [panel, 'topics', 'We will talk about these'],
      [stage, 'stage topics', 'We talk about these'],
      [controls, 'console topics 1280', 'Begin with topic 1'],
      [smallControls, 'console topics 280', 'Begin with topic 1'],
    );
    await demo.stepTopic(0, 'reading');
    await windows.see([panel, 'reading', 'One minute to read'], [stage, 'stage reading', 'One minute, in silence']);
    await demo.stepTopic(0, 'talking');
    await demo.speak(await demo.topic(0));
    await panel.press('Release my words');
    await windows.see(
      [panel, 'talking', 'Your words for the stage'],
      [stage, 'stage talking', 'Words that were released'],
      [controls, 'console talking 1280', 'Ask it again'],
      [smallControls, 'console talking 280', 'Ask it again'],
    );
    await demo.stepTopic(0, 're-voting');
    await windows.see([panel, 're-voting', 'How do you see it now?'], [stage, 'stage re-voting', 'Answer once more']);
    await demo.answer('re-vote', others(), (_question, leader) => ({ kind: 'scale', value: 5 + (leader % 2) }));
    await demo.stepTopic(0, 'comparing');
    await windows.see(
      [panel, 'comparing', 'What the talk changed'],
      [stage, 'stage comparing', 'What did the talk change?'],
      [controls, 'console comparing 1280', 'Go to topic 2'],
      [smallControls, 'console comparing 280', 'Go to topic 2'],
    );
    for (const topic of [0, 1, 2]) await demo.stepTopic(topic, 'done');
    await windows.see([stage, 'stage topics over', 'All talks are done']);
  });

  it('committing', async () => {
    await demo.running.moveTo('committing');
    await windows.see(
      [panel, 'committing none', 'Nothing is on the table yet'],
      [stage, 'stage committing none', 'What will we do'],
    );
    await panel.press('Propose a commitment');
    await windows.see([panel, 'proposing', 'What will show it']);
    await panel.press('Not now');
    await demo.propose('The owner of the third ship is named by Friday, and the name stands until March.', {
      evidence: 'Every depot head can say the name without asking.',
      displaces: 'The weekly call in which all three of us ask who decides.',
      question: await demo.topic(0),
      owner: 2,
    });
    await demo.propose('No timetable change is promised before operations has seen it.', {
      evidence: 'Ten changes in a row carry three names.',
      question: await demo.topic(1),
      owner: 5,
    });
    await windows.see(
      [panel, 'committing', '2 commitments on the table'],
      [stage, 'stage committing', 'What we commit to'],
      [controls, 'console committing 1280', 'Ask who can stand behind them'],
      [smallControls, 'console committing 280', 'Ask who can stand behind them'],
    );
    await demo.running.direct({ type: 'ask-support' }, ({ rounds }) => rounds.at(-1)?.purpose === 'support');
    await windows.see(
      [panel, 'support', 'Can you stand behind it?'],
      [stage, 'stage support', 'Can you stand behind each'],
    );
    await demo.answer('support', others());
    await demo.running.direct({ type: 'close-support' }, ({ rounds }) => rounds.at(-1)?.status === 'closed');
    await windows.see(
      [stage, 'stage supported', 'Support'],
      [controls, 'console supported 1280', 'Go to the one message'],
    );
  });

  it('messaging', async () => {
    await demo.running.moveTo('messaging');
    await windows.see(
      [panel, 'messaging', 'What will you tell your people?'],
      [stage, 'stage messaging', 'What will we tell our people?'],
      [controls, 'console messaging 1280', 'No wordings on the table yet'],
      [smallControls, 'console messaging 280', 'No wordings on the table yet'],
    );
    await demo.word();
    await demo.running.direct({ type: 'ask-marks' }, ({ rounds }) => rounds.at(-1)?.purpose === 'marks');
    await windows.see(
      [panel, 'marks', 'Same message, or a different one?'],
      [stage, 'stage marks', 'Same message, or a different one?'],
    );
    await demo.answer('marks', others());
    await demo.running.direct({ type: 'close-marks' }, ({ rounds }) => rounds.at(-1)?.status === 'closed');
    await windows.see(
      [stage, 'stage marked', 'of the marks say'],
      [controls, 'console settling 1280', 'The sentence for your people'],
      [smallControls, 'console settling 280', 'The sentence for your people'],
    );
    const text = WORDINGS[7] ?? '';
    await demo.running.direct({ type: 'settle-message', text }, ({ message }) => message === text);
    await windows.see([panel, 'settled', 'What we will all say'], [stage, 'stage settled', 'What we will all say']);
  });

  it('closing and closed', async () => {
    await demo.running.moveTo('closing');
    await demo.answer('worth', others());
    await windows.see(
      [panel, 'closing', 'One last question'],
      [stage, 'stage closing', 'Was it worth the time?'],
      [controls, 'console closing 1280', 'Close'],
      [smallControls, 'console closing 280', 'Close'],
    );
    await demo.running.direct({ type: 'close' }, ({ sealed }) => sealed);
    await windows.see(
      [panel, 'closed', 'The meeting is closed'],
      [stage, 'stage closed', 'Thank you'],
      [controls, 'console closed 1280', 'summary'],
      [smallControls, 'console closed 280', 'summary'],
    );
    await Promise.all([panel, stage, controls, smallControls].map(({ page }) => page.close()));
  });

  it.each(['maya', 'sofia', 'helen'])('what %s finds after it', async (who) => {
    await windows.visit(
      [
        ['/', `home ${who}`, 'My teams'],
        [`/teams/${demo.team}`, `team of ${who}`, 'Where we stand'],
        [`/meetings/${demo.id}/summary`, `summary of ${who}`, 'How to read this'],
      ],
      who,
    );
  });

  it.each([PAGE, PANEL])('what stands behind a summary, in a window of $width', async (size) => {
    const seat = await windows.open('as=maya&view=personal', size);
    await seat.shows('Hello');
    await seat.go(`/meetings/${demo.id}/summary`);
    await seat.shows('How to read this');
    await readDetails(seat, `summary ${size.width}`);
    await seat.page.close();
  });

  it('a meeting with too few answers', async () => {
    const few = await demo.openAnother('meeting');
    await few.running.moveTo('rating');
    await few.answer('rating', others().slice(0, 3));
    await few.running.moveTo('revealing');
    const [stageOfFew, panelOfFew] = await Promise.all([
      windows.open(`as=ruth&view=stage&meeting=${few.id}`, STAGE),
      windows.open(`as=maya&view=panel&meeting=${few.id}`, PANEL),
    ]);
    await windows.see(
      [stageOfFew, 'stage held', 'more answers are needed'],
      [panelOfFew, 'revealing held', 'Not shown: 2 more answers'],
    );
    await Promise.all([stageOfFew, panelOfFew].map(({ page }) => page.close()));
  });

  it('a pulse', async () => {
    const pulse = await demo.openAnother('pulse');
    const [panelOfPulse, stageOfPulse, onlooker] = await Promise.all([
      windows.open(`as=maya&view=panel&meeting=${pulse.id}`, PANEL),
      windows.open(`as=ruth&view=stage&meeting=${pulse.id}`, STAGE),
      windows.open(`as=helen&view=panel&meeting=${pulse.id}`, PANEL),
    ]);
    await windows.see(
      [panelOfPulse, 'pulse', 'About this pulse'],
      [stageOfPulse, 'stage pulse', 'This pulse is open'],
      [onlooker, 'pulse of sponsor', 'You are here as sponsor'],
    );
    await Promise.all([panelOfPulse, stageOfPulse, onlooker].map(({ page }) => page.close()));
  });
});
