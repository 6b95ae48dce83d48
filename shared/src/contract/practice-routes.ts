import type { Route } from './routes.ts';

/** The routes of what a coach does with a team, apart from those that the tab loads. */
export const practiceRoutes = {
  noteObservation: { method: 'POST', path: '/api/teams/{team}/observations', creates: true, revision: 'none' },
  viewObservations: {
    method: 'GET',
    path: '/api/teams/{team}/observations/{tag}/{period}',
    creates: false,
    revision: 'none',
  },
  forgetObservation: {
    method: 'DELETE',
    path: '/api/teams/{team}/observations/{observation}',
    creates: false,
    revision: 'none',
  },
  suggestInterventions: { method: 'POST', path: '/api/teams/{team}/suggestions', creates: false, revision: 'none' },
  logIntervention: { method: 'POST', path: '/api/teams/{team}/interventions', creates: true, revision: 'returned' },
  viewInterventions: { method: 'GET', path: '/api/teams/{team}/interventions', creates: false, revision: 'none' },
  withdrawIntervention: {
    method: 'DELETE',
    path: '/api/teams/{team}/interventions/{intervention}',
    creates: false,
    revision: 'required',
  },
  logIncident: { method: 'POST', path: '/api/teams/{team}/incidents', creates: true, revision: 'returned' },
  viewIncidents: {
    method: 'GET',
    path: '/api/teams/{team}/incidents/{kind}/{period}',
    creates: false,
    revision: 'none',
  },
  withdrawIncident: {
    method: 'DELETE',
    path: '/api/teams/{team}/incidents/{incident}',
    creates: false,
    revision: 'required',
  },
  planSession: { method: 'POST', path: '/api/teams/{team}/sessions', creates: true, revision: 'returned' },
  viewSessions: { method: 'GET', path: '/api/teams/{team}/sessions', creates: false, revision: 'none' },
  changeSession: {
    method: 'POST',
    path: '/api/teams/{team}/sessions/{session}/changes',
    creates: false,
    revision: 'required',
  },
  discardSession: {
    method: 'DELETE',
    path: '/api/teams/{team}/sessions/{session}',
    creates: false,
    revision: 'required',
  },
} as const satisfies Record<string, Route>;
