import type { ChartContent, Exhibit, ExhibitBody, ExhibitKey, Insertion, ValueAxis } from '../ooxml/exhibit.ts';
import { insertionOf } from '../ooxml/insertion.ts';

/** One exhibit of each form of body and of chart, with numbers that a team could have. */
export function sampleExhibits(): readonly Exhibit[] {
  return [
    exhibit({ figure: 'profile', of: null }, 'Together on vision and goals; furthest apart on priorities', profile()),
    exhibit({ figure: 'likert', of: null }, 'Two questions divide us toward both ends of the scale', likert()),
    exhibit({ figure: 'agreement', of: 'collide' }, 'Divided, toward both ends of the scale', agreement()),
    exhibit({ figure: 'before-after', of: null }, '2 of 3 moved closer together', beforeAfter()),
    exhibit({ figure: 'trend', of: null }, 'Roles came closer together since August 2026', trend()),
    exhibit({ figure: 'importance', of: null }, 'Talk first about priorities and roles', importance()),
    exhibit({ figure: 'heatmap', of: null }, 'The groups differ on priorities', heatmap()),
    exhibit({ figure: 'commitments', of: null }, '2 of 3 commitments are done', commitments()),
    exhibit({ figure: 'method', of: null }, 'How to read this, and who sees what', method()),
  ];
}

/** An exhibit as the `n`th insertion of a document. */
export function sampleInsertion(exhibit: Exhibit, n: number): Insertion {
  const id = `01J0000000${n.toString(32).toUpperCase().padStart(16, '0')}`;
  return insertionOf(exhibit, id, 'en-GB');
}

const CLOSED = Date.UTC(2026, 10, 12, 15, 30);
const COLLIDE = 'When two priorities collide, we already know which one gives way.';

function exhibit(key: ExhibitKey, title: string, body: ExhibitBody): Exhibit {
  return {
    key,
    title,
    subject: key.figure === 'agreement' ? COLLIDE : null,
    body,
    altText: `${title}. This text has every number of the picture.`,
    sourceLine: 'Northwind Executive Team · Q4 alignment · 11 of 12 answered · 12 November 2026',
    notes: [
      'Priorities 0, roles 25, strategy 75, goals 75, vision 100; 0 is far apart and 100 together.',
      'Say what the title says. Ask what each side would have to see to be right. Then leave it to them.',
    ],
    provenance: {
      ids: { team: 'team_northwind', meeting: 'meeting_q4' },
      team: 'Northwind Executive Team',
      meeting: 'Q4 alignment',
      revision: 41,
      closedAt: CLOSED,
      answered: 11,
      invited: 12,
      minimumGroup: 5,
    },
  };
}

function chart(content: ChartContent): ExhibitBody {
  return { form: 'chart', chart: content };
}

const TOGETHER: ValueAxis = {
  low: 0,
  high: 100,
  step: 25,
  ends: { low: 'far apart', high: 'together' },
  title: null,
  numbers: false,
  format: '0',
};

function profile(): ExhibitBody {
  return chart({
    form: 'bars',
    categories: ['Priorities', 'Roles', 'Responsibilities and who answers for them', 'Strategy', 'Goals', 'Vision'],
    series: [
      {
        id: 'now',
        name: 'now',
        values: [0, 25, 25, 75, null, 100],
        tone: 'quiet',
        tones: ['accent', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
        mark: 'bar',
        labels: ['camps', 'spread', 'spread', 'lukewarm', 'held: 2 more answers would open it', 'together, high'],
      },
      {
        id: 'before',
        name: 'last time',
        values: [25, 0, 25, 50, 75, null],
        tone: 'second',
        mark: 'bar',
        labels: 'none',
      },
    ],
    axis: TOGETHER,
    legend: true,
  });
}

function likert(): ExhibitBody {
  const counts = [
    { text: COLLIDE, low: 5, middle: 2, high: 4 },
    { text: 'It is clear which results each leader here finally owns.', low: 4, middle: 4, high: 3 },
    { text: 'Where we put money and people matches the strategy we state.', low: 2, middle: 3, high: 6 },
    { text: 'We tell the same story about the future, “here & <there>”.', low: 0, middle: 2, high: 9 },
  ];
  const left = Math.max(...counts.map(({ low, middle }) => low + middle / 2));
  const bar = { mark: 'bar', labels: 'value' } as const;
  return chart({
    form: 'stacked-bars',
    categories: counts.map(({ text }) => text),
    series: [
      {
        id: 'offset',
        name: '\u00A0',
        values: counts.map(({ low, middle }) => left - low - middle / 2),
        tone: 'quiet',
        mark: 'offset',
        labels: 'none',
      },
      { ...bar, id: 'low', name: 'toward “strongly disagree”', values: counts.map(({ low }) => low), tone: 'low' },
      { ...bar, id: 'middle', name: 'around the middle', values: counts.map(({ middle }) => middle), tone: 'middle' },
      { ...bar, id: 'high', name: 'toward “strongly agree”', values: counts.map(({ high }) => high), tone: 'high' },
    ],
    axis: { low: 0, high: 18, step: null, ends: null, title: null, numbers: false, format: '0' },
    legend: true,
  });
}

function agreement(): ExhibitBody {
  return chart({
    form: 'columns',
    categories: ['1 to 2', '3 to 5', '6 to 7'],
    series: [
      {
        id: 'people',
        name: 'People',
        values: [5, 2, 4],
        tone: 'middle',
        tones: ['low', 'middle', 'high'],
        mark: 'bar',
        labels: 'value',
      },
    ],
    axis: {
      low: 0,
      high: 5,
      step: 1,
      ends: { low: 'strongly disagree', high: 'strongly agree' },
      title: 'People',
      numbers: true,
      format: '0',
    },
    legend: false,
  });
}

function beforeAfter(): ExhibitBody {
  return chart({
    form: 'stacked-bars',
    categories: [COLLIDE, 'It is clear which results each leader here finally owns.', 'Money follows the strategy.'],
    series: [
      { id: 'offset', name: '\u00A0', values: [0, 25, null], tone: 'quiet', mark: 'offset', labels: 'none' },
      {
        id: 'move',
        name: 'from before to after the talk',
        values: [75, 25, null],
        tone: 'accent',
        mark: 'bar',
        labels: ['0 → 75, closer', '25 → 50, closer', null],
      },
    ],
    axis: TOGETHER,
    legend: false,
  });
}

function trend(): ExhibitBody {
  const line = { mark: 'line', labels: 'none' } as const;
  return chart({
    form: 'lines',
    categories: ['Feb 26\nn 11', 'May 26\nn 9', 'Aug 26\nheld', 'Nov 26\nn 11'],
    series: [
      { ...line, id: 'priorities', name: 'Priorities', values: [50, 25, null, 0], tone: 'line-1' },
      { ...line, id: 'roles', name: 'Roles', values: [0, 25, null, 50], tone: 'accent' },
      { ...line, id: 'strategy', name: 'Strategy', values: [25, 50, null, 75], tone: 'line-2' },
      { ...line, id: 'goals', name: 'Goals', values: [50, null, null, 75], tone: 'line-3' },
      { ...line, id: 'vision', name: 'Vision', values: [25, 25, null, 100], tone: 'line-4' },
    ],
    axis: TOGETHER,
    legend: true,
  });
}

function importance(): ExhibitBody {
  return chart({
    form: 'points',
    categories: ['Priorities', 'Roles', 'Strategy', 'Goals', 'Vision'],
    series: [
      {
        id: 'importance',
        name: 'Named it, %',
        values: [80, 60, 70, 40, 50],
        tone: 'quiet',
        tones: ['accent', 'accent', 'quiet', 'quiet', 'quiet'],
        mark: 'markers',
        labels: ['Priorities', 'Roles', 'Strategy', 'Goals', 'Vision'],
      },
      {
        id: 'divergence',
        name: 'Far apart',
        values: [100, 75, 25, 25, 0],
        tone: 'quiet',
        mark: 'markers',
        labels: 'none',
      },
    ],
    axis: {
      low: 0,
      high: 100,
      step: 25,
      ends: { low: 'fewer named it', high: 'more named it' },
      title: 'Named it, %',
      numbers: true,
      format: '0',
    },
    upAxis: { ...TOGETHER, ends: { low: 'together', high: 'far apart' } },
    legend: false,
  });
}

function heatmap(): ExhibitBody {
  return {
    form: 'table',
    table: {
      columns: [
        { title: 'Dimension', align: 'start', share: 0.34 },
        { title: 'Everybody, 11 answered', align: 'start', share: 0.22 },
        { title: 'Operations, 6 answered', align: 'start', share: 0.22 },
        { title: 'Sales', align: 'start', share: 0.22 },
      ],
      rows: [
        [
          { text: 'Priorities', strong: true },
          { text: 'camps', fill: { tone: 'low-strong', strength: 1 } },
          { text: 'together, low', fill: { tone: 'high', strength: 0.8 } },
          { text: '', fill: 'held' },
        ],
        [
          { text: 'Vision', strong: true },
          { text: 'together, high', fill: { tone: 'high-strong', strength: 1 } },
          { text: 'held back', fill: 'held' },
          { text: '', fill: 'held' },
        ],
      ],
    },
  };
}

function commitments(): ExhibitBody {
  return {
    form: 'table',
    table: {
      columns: [
        { title: 'Commitment', align: 'start', share: 0.4 },
        { title: 'Owner', align: 'start', share: 0.2 },
        { title: 'Due', align: 'end', share: 0.2 },
        { title: 'Status', align: 'start', share: 0.2 },
      ],
      rows: [
        ['We decide by Friday which of two priorities gives way.', 'Maya Lindqvist', '28 Nov 2026', 'done'],
        ['One page says who owns which result, and all of us have read it.', 'Jonas Weber', '5 Dec 2026', 'done'],
        ['Depot heads hear the plan from us before they read it.', 'Amara Okafor', '12 Dec 2026', 'open'],
      ].map((cells) => cells.map((text, place) => ({ text, strong: place === 0 }))),
    },
  };
}

function method(): ExhibitBody {
  return {
    form: 'text',
    paragraphs: [
      { lead: 'Who answered', text: '11 of 12 leaders answered on 12 November 2026.' },
      { lead: 'Smallest group', text: 'Results show from 5 answers on, and are coarser with few.' },
      { lead: null, text: 'Single answers are shown to nobody, in no screen, report or export.' },
    ],
  };
}
