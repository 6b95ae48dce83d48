import type { coachingOperations } from '../../../contract/coaching-operations.ts';
import { audited } from '../../lifecycle/audited.ts';
import type { UseCase } from '../../use-case.ts';
import { acceptContract, draftContract } from './contracts.ts';
import { beginEngagement, endEngagement, setGoals, viewEngagement } from './engagements.ts';
import { viewRecommendation } from './recommendation.ts';
import { viewAsSponsor } from './sponsor.ts';

type CoachingOperations = typeof coachingOperations;

/** What each operation of coaching does, and writes down that it was done. */
export const coachingUseCases: { readonly [N in keyof CoachingOperations]: UseCase<CoachingOperations[N]> } = {
  beginEngagement: audited('beginEngagement', beginEngagement),
  viewEngagement: audited('viewEngagement', viewEngagement),
  endEngagement: audited('endEngagement', endEngagement),
  draftContract: audited('draftContract', draftContract),
  acceptContract: audited('acceptContract', acceptContract),
  setGoals: audited('setGoals', setGoals),
  viewAsSponsor: audited('viewAsSponsor', viewAsSponsor),
  viewRecommendation: audited('viewRecommendation', viewRecommendation),
};
