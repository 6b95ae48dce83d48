import { describe, expect, it } from '@jest/globals';
import { fail, ok } from '@plumbline/shared/kernel/result';
import { sample } from '@plumbline/shared/testing/edited-decks';
import { later } from '@plumbline/shared/testing/later-exhibits';
import { sampleInsertion } from '@plumbline/shared/testing/exhibits';
import type { Condition, Standing } from '../../host/standing.ts';
import type { WayBack } from '../../host/way-back.ts';
import { begun, changed, itemsOf, roundsOf, undone, undosIn, wishOf, type Item } from './items.ts';

const EXHIBIT = later(sample('profile'));
const PREVIEW = { changes: [], added: [], gone: [], title: { change: 'unchanged' as const, after: '' }, edits: [] };
const STALE: Condition = { status: 'stale', exhibit: EXHIBIT, preview: PREVIEW };
const EDITED: Condition = { status: 'edited', exhibit: EXHIBIT, preview: PREVIEW, edits: [] };
const wayBack = (id: string): WayBack => ({
  id,
  place: { id: 'x', position: 1 },
  kind: 'slide',
  old: { slide: '', tags: [] },
  after: 'mark',
  beside: null,
});
const back = wayBack('1');

function standing(slide: number, condition: Condition): Standing {
  const { id, key, provenance } = sampleInsertion(EXHIBIT, slide);
  return {
    place: { id: `s${String(slide)}`, position: slide },
    frame: '4',
    identity: { id, key, provenance },
    copy: { number: 1, of: 1 },
    lacksAltText: false,
    condition,
  };
}

const places = (items: readonly Item[]) =>
  items.map(({ standing: { place } }) => `${place.id} ${String(place.position)}`);
const steps = (items: readonly Item[]) => items.map(({ state }) => state.step);

describe('the list of a check', () => {
  it('OF72 refreshes at once what is out of date, place by place, and never what was edited', () => {
    const items = itemsOf([standing(1, STALE), standing(1, STALE), standing(2, EDITED), standing(3, STALE)]);
    expect(roundsOf(items).map(({ keys }) => keys)).toEqual([['0', '1'], ['3']]);
    expect(items.map((item) => wishOf(item, false)?.replaceEdited)).toEqual([false, false, false, false]);
    expect(itemsOf([standing(1, { status: 'current' })]).map((item) => wishOf(item, true))).toEqual([null]);
  });

  it('OF72 tells what was done and what was refused, and knows the slide by its new id', () => {
    const items = begun(itemsOf([standing(1, STALE), standing(1, STALE), standing(2, STALE)]), ['0', '1']);
    expect(steps(items)).toEqual(['working', 'working', 'standing']);
    const done = { deed: 'refresh', place: { id: 's1', position: 1 }, keys: ['0', '1'], manner: 'careful' } as const;
    const outcomes = [ok(null), fail({ kind: 'refresh.held' as const })];
    const next = changed(items, done, ok({ place: { id: 'n1', position: 1 }, outcomes, undo: back }));
    expect(steps(next)).toEqual(['done', 'refused', 'standing']);
    expect(places(next)).toEqual(['n1 1', 'n1 1', 's2 2']);
    expect(steps(changed(items, done, fail({ kind: 'place.changed' })))).toEqual(['refused', 'refused', 'standing']);
  });

  it('OF72 counts the slides behind one that came beside it, and back when that is undone', () => {
    const items = itemsOf([standing(1, STALE), standing(2, STALE)]);
    const done = { deed: 'refresh', place: { id: 's1', position: 1 }, keys: ['0'], manner: 'beside' } as const;
    const both = changed(items, done, ok({ place: { id: 'n1', position: 2 }, outcomes: [ok(null)], undo: back }));
    expect(places(both)).toEqual(['s1 1', 's2 3']);
    const gone = undone(both, back, ok({ place: { id: 's1', position: 1 }, keptBoth: false }));
    expect(places(gone)).toEqual(['s1 1', 's2 2']);
    expect(steps(gone)).toEqual(['undone', 'standing']);
    const restored = undone(both, back, ok({ place: { id: 'r1', position: 1 }, keptBoth: false }));
    expect(places(restored)).toEqual(['r1 1', 's2 2']);
    const replaced = changed(
      items,
      { ...done, manner: 'careful' },
      ok({ place: { id: 'n1', position: 1 }, outcomes: [ok(null)], undo: back }),
    );
    const kept = undone(replaced, back, ok({ place: { id: 'r1', position: 2 }, keptBoth: true }));
    expect(places(kept)).toEqual(['r1 2', 's2 3']);
    const beside = undone(both, back, ok({ place: { id: 'r1', position: 2 }, keptBoth: true }));
    expect(places(beside)).toEqual(['r1 2', 's2 3']);
  });

  it('OF72 offers no way back to a slide that was changed once more since', () => {
    const items = itemsOf([standing(1, STALE), standing(1, STALE)]);
    const done = { deed: 'refresh', place: { id: 's1', position: 1 }, keys: ['0'], manner: 'careful' } as const;
    const one = changed(items, done, ok({ place: { id: 'n1', position: 1 }, outcomes: [ok(null)], undo: back }));
    const again = { ...done, place: { id: 'n1', position: 1 }, keys: ['1'] };
    const two = changed(one, again, ok({ place: { id: 'n2', position: 1 }, outcomes: [ok(null)], undo: wayBack('2') }));
    expect(two.map(({ state }) => state.step === 'done' && state.undo !== null)).toEqual([false, true]);
    expect([...undosIn(one), ...undosIn(two)]).toEqual(['1', '2']);
    const failed = undone(one, back, fail({ kind: 'host.busy', code: 'Busy' }));
    expect(failed[0]?.state).toMatchObject({ step: 'done', undo: back, undoFault: { kind: 'host.busy' } });
  });
});
