import { expect, it } from '@jest/globals';
import { spoken } from '@plumbline/shared/figures/message';
import { perceptionFigure } from '@plumbline/shared/figures/perception';
import { layoutPerception } from '@plumbline/shared/figures/perception-layout';
import { STYLES, type Canvas } from '@plumbline/shared/figures/scene';
import german from '@plumbline/shared/i18n/de/figures.json' with { type: 'json' };
import english from '@plumbline/shared/i18n/en/figures.json' with { type: 'json' };
import { createInstance } from 'i18next';

const figure = perceptionFigure({
  source: { team: 'Northwind', meeting: 'November', answered: 9, invited: 10, minimumGroup: 5, date: 0 },
  scale: { low: 1, high: 7 },
  questions: [{ question: 'q', text: 'We agree.', result: { status: 'shown', guess: 5.4, answer: 4.75, gap: 0.65 } }],
});

it.each([
  ['en-GB', ['5.4', '4.75']],
  ['de-AT', ['5,4', '4,75']],
] as const)('LG6 guesses and answers are written as numbers are in %s', async (lng, numbers) => {
  const i18n = createInstance();
  await i18n.init({ lng, load: 'languageOnly', resources: { en: { figures: english }, de: { figures: german } } });
  const canvas: Canvas = {
    width: 600,
    style: STYLES.page,
    measureText: (word, font) => word.length * font.size * 0.54,
    say: (said) =>
      spoken(said, (key, values) => i18n.t(key, { ...values, ns: 'figures', interpolation: { escapeValue: false } })),
  };
  const labels = layoutPerception(figure, canvas).marks.flatMap((mark) => (mark.kind === 'label' ? [mark.text] : []));
  expect(labels).toEqual(expect.arrayContaining([...numbers]));
});
