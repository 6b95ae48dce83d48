import fc from 'fast-check';
import type { DocumentSource, DocumentWave } from '../ooxml/exhibits/source.ts';
import { anyResults, MEETING_OF_RESULTS } from './any-results.ts';

const CLOSED = Date.UTC(2026, 10, 12, 12);
const QUARTER = 91 * 24 * 60 * 60 * 1_000;

/** What any one person could be shown of a team, a meeting and its results. */
export function anyDocument(): fc.Arbitrary<DocumentSource> {
  return fc
    .record({
      results: fc.option(anyResults(), { freq: 9 }),
      earlier: fc.array(wave, { maxLength: 3 }),
      mode: fc.constantFrom('anonymous' as const, 'named' as const),
      format: fc.constantFrom('meeting' as const, 'pulse' as const),
      closed: fc.boolean(),
      sealed: fc.boolean(),
      status,
      moved: fc.constantFrom('closer' as const, 'settled' as const, 'further-apart' as const, null),
      committed: fc.boolean(),
      message: fc.constantFrom(null, 'We do fewer things.'),
    })
    .map(({ results, earlier, mode, format, closed, sealed, status: how, moved, committed, message }) => {
      const rating = results?.rating ?? null;
      const own: DocumentWave = {
        ...{ meeting: 'now', title: 'Now', closedAt: CLOSED, changed: [] },
        ...{ ballots: rating?.ballots ?? null, invited: rating?.invited ?? 98, dimensions: rating?.dimensions ?? [] },
      };
      const before = earlier.map((one, place) => ({ ...one, closedAt: CLOSED - (earlier.length - place) * QUARTER }));
      return {
        team: {
          trend: closed && rating !== null ? [...before, own] : before,
          commitments: [{ id: 'commitment-1', status: how }],
        },
        meeting: {
          ...MEETING_OF_RESULTS,
          team: { id: 'team', ...MEETING_OF_RESULTS.team },
          ...{ id: 'now', mode, format, sealed, message },
          openedAt: CLOSED - 1,
          closedAt: closed ? CLOSED : null,
          topics: [{ question: 'q1', text: '=Text of q1', step: 'done', change: 'We say it once.' }],
          commitments: committed
            ? [
                {
                  id: 'commitment-1',
                  sentence: 'Ship it.',
                  owner: { name: 'Owner' },
                  due: '2026-11-28',
                  displaces: '=What stops',
                  question: 'q2',
                },
              ]
            : [],
          lastTime: committed
            ? [
                {
                  commitment: {
                    ...{ sentence: 'Say it.', owner: { name: 'Owner' }, due: '2026-08-31', status: how },
                    question: { text: 'Question of last time' },
                  },
                  moved,
                },
              ]
            : [],
        },
        results,
      };
    });
}

const status = fc.constantFrom(
  ...(['open', 'on-track', 'at-risk', 'done', 'dropped'] as const satisfies readonly string[]),
);

const wave: fc.Arbitrary<DocumentWave> = fc
  .record({
    dimensions: anyResults().map((results) => results.rating?.dimensions ?? []),
    ballots: fc.option(fc.integer({ min: 5, max: 97 })),
    changed: fc.subarray(['instrument' as const, 'members' as const]),
  })
  .map((one) => ({ ...one, meeting: 'earlier', title: 'Earlier', closedAt: 0, invited: 98 }));
