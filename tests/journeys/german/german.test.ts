import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DemoMeeting } from '../screens/demo-meeting.ts';
import { DemoWindows } from '../screens/demo-windows.ts';
import { WORDINGS } from '../screens/fourth-quarter.ts';
import { PAGE, PANEL, STAGE } from '../screens/seat.ts';
import { openInGerman, PAGE_SIZES, see, visit, type GermanWindow } from './german-windows.ts';

let windows: DemoWindows;
let demo: DemoMeeting;

/** The windows that stay open through the meeting. */
let panel: GermanWindow;
let page: GermanWindow;
let stage: GermanWindow;
let controls: GermanWindow;

/** Maya answers on her panel; the others do without one. */
const others = () => demo.leaders.slice(1);

const WIDE = [PAGE, ...PAGE_SIZES.slice(1)] as const;

beforeAll(async () => {
  windows = await DemoWindows.start();
  demo = windows.demo;
});

afterAll(() => windows.stop());

describe('LG6 the tab in German, at three widths', () => {
  it('LG6 says in which language it is, before the meeting', async () => {
    const window = await openInGerman(windows, 'as=ruth&view=personal', WIDE);
    await window.seat.shows('Guten Tag');
    const tab = await window.seat.tab();
    const spoken = await tab.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
    expect(spoken).toEqual(['de', 'ltr']);
    await visit(window, [
      ['/', 'home coach', 'Meine Teams'],
      [`/teams/${demo.team}`, 'team', 'Im Lauf der Zeit'],
      [`/teams/${demo.team}/members`, 'members', 'Person hinzufügen'],
      [`/teams/${demo.team}/questions`, 'questions', 'In Plumbline enthalten'],
      ['/new-team', 'new team', 'Sie sind das erste Mitglied'],
      [`/teams/${demo.team}/plan`, 'plan new', 'Was gefragt wird'],
      [`/teams/${demo.team}/plan/${demo.id}`, 'plan draft', 'Was versprochen wird'],
      [`/meetings/${demo.id}/console`, 'console draft', 'Bevor Sie beginnen'],
      [`/meetings/${demo.past[1] ?? ''}/summary`, 'summary', /Wie .* zu lesen/],
      ['/records', 'own data', 'Ihre Daten'],
      [`/records/${demo.team}`, 'log', /Protokoll/],
      ['/nowhere', 'not found', 'Diese Seite gibt es nicht'],
    ]);
    await window.seat.page.close();
  });

  it('LG6 answering', async () => {
    await demo.open();
    [panel, page, stage, controls] = await Promise.all([
      openInGerman(windows, `as=maya&view=panel&meeting=${demo.id}`, [PANEL]),
      openInGerman(windows, 'as=tomas&view=personal', WIDE),
      openInGerman(windows, `as=ruth&view=stage&meeting=${demo.id}`, [STAGE]),
      openInGerman(windows, 'as=ruth&view=personal', WIDE),
    ]);
    for (const [{ seat }, path] of [
      [page, `/meetings/${demo.id}`],
      [controls, `/meetings/${demo.id}/console`],
    ] as const) {
      await seat.shows(/Guten Tag|Sie sind als Coach hier/);
      await seat.go(path);
    }
    await see(
      [panel, 'lobby', /Fragen, nur für Sie/],
      [stage, 'stage collecting', 'Gleich geht es los'],
      [controls, 'console collecting', 'Meeting beginnen'],
    );
    await panel.seat.press('Was könnten andere sehen?');
    await see([panel, 'lobby sample', 'Beispiel: erfundene Antworten']);
    await demo.answer('rating', others());
    await demo.running.moveTo('opening');
    await see([panel, 'opening', 'Eröffnung'], [stage, 'stage opening', 'Was wir einander versprechen']);
    await demo.running.moveTo('rating');
    await panel.seat.press('Beginnen');
    await panel.seat.press('Warum?');
    await panel.seat.page.keyboard.press('6');
    await see(
      [panel, 'rating', 'gespeichert'],
      [page, 'rating page', 'Bewertung'],
      [stage, 'stage rating', /eigenen Bildschirm/],
      [controls, 'console rating', 'Bewertung schließen'],
    );
    await panel.seat.press(/^Was zählt/);
    await panel.seat.press(/^Rollen/);
    await see([panel, 'importance', 'Rollen: Platz 1']);
    await panel.seat.press('Weiter');
    await panel.seat.press('Open the Baltic route');
    await see([panel, 'priorities', 'Open the Baltic route: Platz 1']);
    await panel.seat.press('Zum Ende');
    await see([panel, 'rating end', /noch nicht beantwortet/]);
  });

  it('LG6 the reveal', async () => {
    await demo.running.moveTo('predicting');
    await see(
      [panel, 'predicting', 'Was hat das Team im Mittel geantwortet?'],
      [stage, 'stage predicting', /hat das Team/],
      [controls, 'console predicting', 'Das Bild aufdecken'],
    );
    await demo.answer('prediction', others());
    await demo.running.moveTo('revealing');
    await see(
      [panel, 'revealing', 'Fragen, am weitesten auseinander zuerst'],
      [page, 'revealing page', 'Fragen, am weitesten auseinander zuerst'],
      [stage, 'stage revealing', 'Wählen Sie eine Dimension'],
      [controls, 'console revealing', 'Themen wählen lassen'],
    );
    const tab = await panel.seat.tab();
    await tab.getByRole('button', { name: 'Einzelheiten' }).first().click();
    await see([panel, 'revealing details', 'Quellen']);
    await tab
      .getByRole('button', { name: /ausblenden/ })
      .last()
      .click();
  });

  it('LG6 the talk', async () => {
    await demo.running.moveTo('choosing');
    await demo.answer('dots', others());
    await see([panel, 'choosing', 'Noch 3 Punkte'], [stage, 'stage choosing', /Punkte/]);
    await demo.running.moveTo('discussing');
    await see([panel, 'topics', 'Über diese 3 sprechen wir'], [controls, 'console topics', 'Mit Thema 1 beginnen']);
    await demo.stepTopic(0, 'reading');
    await demo.stepTopic(0, 'talking');
    await demo.speak(await demo.topic(0));
    await panel.seat.press('Meine Worte freigeben');
    await see(
      [panel, 'talking', 'Ihre Worte für die Bühne'],
      [stage, 'stage talking', 'Freigegebene Worte'],
      [controls, 'console talking', 'Noch einmal fragen'],
    );
    await demo.stepTopic(0, 're-voting');
    await see([panel, 're-voting', 'Wie sehen Sie es jetzt?']);
    await demo.answer('re-vote', others(), (_question, leader) => ({ kind: 'scale', value: 5 + (leader % 2) }));
    await demo.stepTopic(0, 'comparing');
    await see(
      [panel, 'comparing', /Was das Gespräch/],
      [page, 'comparing page', /Was das Gespräch/],
      [stage, 'stage comparing', /Gespräch/],
    );
    for (const topic of [0, 1, 2]) await demo.stepTopic(topic, 'done');
  });

  it('LG6 what follows from it', async () => {
    await demo.running.moveTo('committing');
    await panel.seat.press('Zusage vorschlagen');
    await see([panel, 'proposing', 'Woran man es sieht'], [stage, 'stage committing', /Was/]);
    await panel.seat.press('Jetzt nicht');
    await demo.propose('The owner of the third ship is named by Friday, and the name stands until March.', {
      evidence: 'Every depot head can say the name without asking.',
      question: await demo.topic(0),
      owner: 2,
    });
    await see(
      [panel, 'committing', '1 Zusage auf dem Tisch'],
      [controls, 'console committing', 'Fragen, wer dahintersteht'],
    );
    await demo.running.direct({ type: 'ask-support' }, ({ rounds }) => rounds.at(-1)?.purpose === 'support');
    await see([panel, 'support', 'Können Sie dahinterstehen?']);
    await demo.answer('support', others());
    await demo.running.direct({ type: 'close-support' }, ({ rounds }) => rounds.at(-1)?.status === 'closed');
    await demo.running.moveTo('messaging');
    await see([panel, 'messaging', 'Was sagen Sie Ihren Leuten?'], [stage, 'stage messaging', /unseren Leuten/]);
    await demo.word();
    await demo.running.direct({ type: 'ask-marks' }, ({ rounds }) => rounds.at(-1)?.purpose === 'marks');
    await demo.answer('marks', others());
    await see([panel, 'marks', 'Dieselbe Botschaft oder eine andere?']);
    await demo.running.direct({ type: 'close-marks' }, ({ rounds }) => rounds.at(-1)?.status === 'closed');
    const text = WORDINGS[7] ?? '';
    await demo.running.direct({ type: 'settle-message', text }, ({ message }) => message === text);
    await demo.running.moveTo('closing');
    await demo.answer('worth', others());
    await see([panel, 'closing', 'Eine letzte Frage'], [controls, 'console closing', 'Meeting abschließen']);
    await demo.running.direct({ type: 'close' }, ({ sealed }) => sealed);
    await see([panel, 'closed', 'Das Meeting ist abgeschlossen'], [stage, 'stage closed', 'Vielen Dank']);
    await Promise.all([panel, stage, controls].map(({ seat }) => seat.page.close()));
  });

  it('LG6 after it', async () => {
    await visit(page, [
      ['/', 'home leader', 'Meine Zusagen'],
      [`/teams/${demo.team}`, 'team after', 'Wo wir stehen'],
      [`/meetings/${demo.id}/summary`, 'summary after', /Wie .* zu lesen/],
    ]);
    await page.seat.page.close();
  });
});
