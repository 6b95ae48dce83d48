import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FAULT_CHOICES, HEALTHY } from './host/faults.js';
import { formatRoute, LANGUAGES, parseRoute, routeTo, START, THEMES } from './route.js';

const keysOf = <K extends string>(options: Readonly<Record<K, string>>): fc.Arbitrary<string> =>
  fc.constantFrom(...Object.keys(options));

const faultText = fc
  .record({
    initialize: keysOf(FAULT_CHOICES.initialize.options),
    token: keysOf(FAULT_CHOICES.token.options),
    stage: keysOf(FAULT_CHOICES.stage.options),
    support: keysOf(FAULT_CHOICES.support.options),
    links: keysOf(FAULT_CHOICES.links.options),
    connector: keysOf(FAULT_CHOICES.connector.options),
  })
  .map((faults) =>
    Object.entries(faults)
      .map(([area, value]) => `${area}:${value}`)
      .join(','),
  );

const query = fc
  .record({
    as: fc.constantFrom('maya', 'jonas'),
    view: fc.constantFrom(
      'personal',
      'team',
      'config',
      'calendar',
      'meeting',
      'panel',
      'stage',
      'room',
      'chat',
      'chats',
    ),
    team: fc.string(),
    meeting: fc.string(),
    chat: fc.string(),
    page: fc.string(),
    sub: fc.string(),
    theme: fc.constantFrom(...THEMES),
    language: fc.constantFrom(...LANGUAGES),
    fault: faultText,
    frame: fc.constantFrom('', 'bare'),
    seats: fc.constantFrom('', 'maya', 'maya,jonas'),
  })
  .map((parts) => `?${new URLSearchParams(parts).toString()}`);

describe('an address of the page', () => {
  it('says all of a route: written and read again it is the same', () => {
    fc.assert(
      fc.property(query, (search) => {
        const route = parseRoute(search);
        expect(parseRoute(formatRoute(route).slice(1))).toEqual(route);
      }),
    );
  });

  it('of nobody is the welcome page, with everything else unset', () => {
    expect(parseRoute('?view=meeting')).toEqual(START);
    expect(formatRoute(START)).toBe('/');
  });

  it('leaves healthy what it does not know', () => {
    expect(
      parseRoute('?as=maya&view=nonsense&theme=pink&language=klingon&fault=token:bribed,coffee:cold,stage'),
    ).toEqual({
      ...START,
      as: 'maya',
      view: 'personal',
      faults: HEALTHY,
    });
  });
});

describe('a page of the app', () => {
  const maya = { ...START, as: 'maya', view: 'panel', meeting: 'meeting_1', theme: 'dark' } as const;

  it.each([
    ['home', { view: 'personal' }],
    ['settings', { view: 'personal', page: 'settings' }],
    ['team:team_1', { view: 'team', team: 'team_1' }],
    ['meeting:meeting_2', { view: 'meeting', meeting: 'meeting_2' }],
    ['meeting:meeting_1', { view: 'panel', meeting: 'meeting_1' }],
    ['meeting:', { view: 'personal', page: 'meeting:' }],
  ])('%s is shown where it belongs', (pageId, place) => {
    expect(routeTo(maya, { pageId, subPageId: 'q3' })).toEqual({
      ...START,
      as: 'maya',
      theme: 'dark',
      sub: 'q3',
      ...place,
    });
  });
});
