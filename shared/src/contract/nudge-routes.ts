import type { Route } from './routes.ts';

/** The routes of how somebody wants to be spoken to, apart from those that the tab's own client knows. */
export const nudgeRoutes = {
  viewNudgePreferences: { method: 'GET', path: '/api/me/nudges', creates: false, revision: 'none' },
  setNudgePreferences: { method: 'PUT', path: '/api/me/nudges', creates: false, revision: 'none' },
  snooze: { method: 'PUT', path: '/api/me/nudges/snooze', creates: false, revision: 'none' },
  remind: { method: 'POST', path: '/api/teams/{team}/reminders', creates: false, revision: 'none' },
} as const satisfies Record<string, Route>;
