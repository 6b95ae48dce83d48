import { describe, expect, it } from '@jest/globals';
import { readLink } from './deep-link.js';

describe('a link', () => {
  it.each([
    [
      'https://teams.microsoft.com/l/entity/app-1/team%3Ateam_1?context=%7B%22subEntityId%22%3A%22q1%22%7D',
      { kind: 'app', appId: 'app-1', pageId: 'team:team_1', subPageId: 'q1' },
    ],
    [
      'https://teams.cloud.microsoft/l/entity/app-1/home?context=not-json',
      { kind: 'app', appId: 'app-1', pageId: 'home', subPageId: '' },
    ],
    ['https://teams.microsoft.com/l/app/app-2', { kind: 'teams', does: 'offer to install the app app-2' }],
    ['https://teams.microsoft.com/l/meetup-join/19%3Ax', { kind: 'teams', does: 'join that meeting' }],
    ['https://teams.microsoft.com/v2/', { kind: 'web', url: 'https://teams.microsoft.com/v2/' }],
    ['https://plumbline.example/privacy', { kind: 'web', url: 'https://plumbline.example/privacy' }],
    ['data:text/html,hello', { kind: 'refused', reason: 'Teams does not open data: links.' }],
    ['/tab/?view=team', { kind: 'refused', reason: 'This is not a full address.' }],
    ['https://teams.microsoft.com/l/entity/%zz/x', { kind: 'refused', reason: 'This is not a full address.' }],
  ])('%s', (link, target) => {
    expect(readLink(link)).toEqual(target);
  });
});
