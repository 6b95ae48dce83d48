import { expect, it } from '@jest/globals';
import type { HostObject } from './host-object.ts';
import { processQuery, type QueryAnswer } from './process-query.ts';

const CONTROL: HostObject = { id: 7, isReferenced: true, properties: { Tag: () => 'ours' } };
const ROOT: HostObject = { children: { Control: () => CONTROL } };

const ROOT_PATH = { Id: 1, ObjectPathType: 1 };
const BY_NAME = { Id: 2, ObjectPathType: 4, Name: 'Control', ParentObjectPathId: 1 };
const referredTo = (reference: string) => ({ Id: 2, ObjectPathType: 6, Name: reference });

const INSTANTIATE = { Id: 10, ActionType: 1, ObjectPathId: 2 };
const READ = { Id: 11, ActionType: 2, ObjectPathId: 2, QueryInfo: { Select: ['tag'] } };
const letGo = (reference: string) => ({
  Id: 12,
  ActionType: 3,
  Name: '_RemoveReference',
  ObjectPathId: 1,
  ArgumentInfo: { Arguments: [reference] },
});

it('OF80 whoever holds on to something lets go of it alone', () => {
  const references = new Map<string, HostObject>();
  const send = (path: object, ...Actions: readonly object[]): QueryAnswer =>
    processQuery(JSON.stringify({ Actions, ObjectPaths: { 1: ROOT_PATH, 2: path } }), ROOT, references);
  const referencesIn = ({ Results }: QueryAnswer) =>
    Results.map(({ Value }) => {
      const reference =
        typeof Value === 'object' && Value !== null && '_ReferenceId' in Value ? Value['_ReferenceId'] : null;
      return typeof reference === 'string' ? reference : '';
    });

  // Within one batch, and in those after it, it is referred to by one name.
  const [first = '', again = ''] = referencesIn(send(BY_NAME, INSTANTIATE, READ));
  const [later = ''] = referencesIn(send(referredTo(first), READ));
  // Another run has begun before the first one's letting go arrives.
  const [second = ''] = referencesIn(send(BY_NAME, INSTANTIATE));
  send(referredTo(second), letGo(first));
  const kept = send(referredTo(second), READ);
  const gone = send(referredTo(first), READ);
  send(referredTo(second), letGo(second));

  expect([again, later]).toEqual([first, first]);
  expect(second).not.toBe(first);
  expect([kept.Error, kept.Results]).toEqual([
    undefined,
    [{ ActionId: 11, Value: { _Id: 7, Id: 7, _ReferenceId: second, Tag: 'ours' } }],
  ]);
  expect(gone.Error?.Code).toBe('ItemNotFound');
  expect(references.size).toBe(0);
});
