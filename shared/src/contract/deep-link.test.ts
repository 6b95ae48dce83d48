import { expect, it } from '@jest/globals';
import { makeId } from '../kernel/ids.ts';
import { deepLink, readDeepLink } from './deep-link.ts';
import type { Entity } from './entity.ts';

const ENTITIES: readonly Entity[] = [
  { kind: 'home' },
  { kind: 'team', id: makeId('team', 'a') },
  { kind: 'meeting', id: makeId('meeting', 'b') },
];

it.each(ENTITIES)('reads the link of $kind that it makes', (entity) => {
  expect(readDeepLink(deepLink('app', entity, 'Words & words') ?? '')).toEqual(entity);
});

it.each([
  ['https://plumbline.example/tab/teams/team_a', { kind: 'team', id: 'team_a' }],
  ['https://plumbline.example/tab/meetings/meeting_b/summary?x=1#y', { kind: 'meeting', id: 'meeting_b' }],
  ['https://plumbline.example/tab/', null],
  ['https://plumbline.example/tab/meetings/team_a', null],
  ['https://plumbline.example/elsewhere/tab/teams/team_a', null],
  ['http://plumbline.example/tab/teams/team_a', null],
  ['https://teams.microsoft.com/l/chat/0/0?users=tab/teams/team_a', null],
  ['https://teams.microsoft.com/l/entity/app/home?context=%', null],
  ['javascript:alert(1)', null],
])('CV7 reads of %s what it opens', (url, entity) => {
  expect(readDeepLink(url)).toEqual(entity);
});
