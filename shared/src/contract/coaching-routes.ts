import type { Route } from './routes.ts';

/** The routes of coaching, apart from those that the tab's own client knows: the tab does not load them. */
export const coachingRoutes = {
  beginEngagement: { method: 'POST', path: '/api/teams/{team}/engagement', creates: true, revision: 'returned' },
  viewEngagement: { method: 'GET', path: '/api/teams/{team}/engagement', creates: false, revision: 'returned' },
  endEngagement: { method: 'POST', path: '/api/teams/{team}/engagement/end', creates: false, revision: 'required' },
  draftContract: { method: 'PUT', path: '/api/teams/{team}/engagement/contract', creates: false, revision: 'required' },
  acceptContract: {
    method: 'PUT',
    path: '/api/teams/{team}/engagement/contract/acceptance',
    creates: false,
    revision: 'returned',
  },
  viewAsSponsor: { method: 'GET', path: '/api/teams/{team}/engagement/sponsor', creates: false, revision: 'returned' },
  viewRecommendation: {
    method: 'GET',
    path: '/api/teams/{team}/engagement/recommendation',
    creates: false,
    revision: 'returned',
  },
  setGoals: { method: 'PUT', path: '/api/teams/{team}/engagement/goals', creates: false, revision: 'required' },
} as const satisfies Record<string, Route>;
