import type { practiceOperations } from '../../../contract/practice-operations.ts';
import { audited } from '../../lifecycle/audited.ts';
import type { UseCase } from '../../use-case.ts';
import { logIncident, viewIncidents, withdrawIncident } from './incidents.ts';
import { logIntervention, suggestInterventions, viewInterventions, withdrawIntervention } from './interventions.ts';
import { forgetObservation, noteObservation, viewObservations } from './observations.ts';
import { changeSession, discardSession, planSession, viewSessions } from './sessions.ts';

type PracticeOperations = typeof practiceOperations;

/** What each operation does by which a coach notes, tries, logs and plans, and writes down that it was done. */
export const practiceUseCases: { readonly [N in keyof PracticeOperations]: UseCase<PracticeOperations[N]> } = {
  noteObservation: audited('noteObservation', noteObservation),
  viewObservations: audited('viewObservations', viewObservations),
  forgetObservation: audited('forgetObservation', forgetObservation),
  suggestInterventions: audited('suggestInterventions', suggestInterventions),
  logIntervention: audited('logIntervention', logIntervention),
  viewInterventions: audited('viewInterventions', viewInterventions),
  withdrawIntervention: audited('withdrawIntervention', withdrawIntervention),
  logIncident: audited('logIncident', logIncident),
  viewIncidents: audited('viewIncidents', viewIncidents),
  withdrawIncident: audited('withdrawIncident', withdrawIncident),
  planSession: audited('planSession', planSession),
  viewSessions: audited('viewSessions', viewSessions),
  changeSession: audited('changeSession', changeSession),
  discardSession: audited('discardSession', discardSession),
};
