import type { RecommendationView } from '../../../contract/coaching-views.ts';
import type { Operations } from '../../../contract/operations.ts';
import { evidenceIn, type Evidence } from '../../../domain/coaching/evidence.ts';
import { CUT_OFFS, recommend, type Turnout } from '../../../domain/coaching/recommendation.ts';
import { ok } from '../../../kernel/result.ts';
import { listAll } from '../../documents.ts';
import { enterTeam } from '../../in-team.ts';
import { teamPlace } from '../../places.ts';
import { openFolder, shownResult } from '../../present/team.ts';
import type { UseCase } from '../../use-case.ts';

/** Which programme the team needs, from what its closed meetings and pulses show to leaders and coaches. */
export const viewRecommendation: UseCase<Operations['viewRecommendation']> = async (ports, call) => {
  const entered = await enterTeam(ports, 'viewRecommendation', call);
  if (!entered.ok) return entered;
  const { team } = entered.value;
  const folder = openFolder(await listAll(ports, teamPlace(team.tenant, team.id), ''));
  const evidence = evidenceIn(
    folder.results.map((result) => {
      const { meeting, title, closedAt, leaders } = result;
      return { meeting, title, closedAt, leaders: leaders.length, results: shownResult(result) };
    }),
  );
  const occasion = folder.engagement?.occasion ?? null;
  const { turnout, ...recommendation } = recommend(evidence, { scope: team.scope, occasion });
  const output: RecommendationView = {
    ...recommendation,
    occasion,
    measured: turnout.flatMap((one) => measuredBy(evidence, one)),
    cutOffs: { ...CUT_OFFS, calibrated: false },
  };
  return ok({ output, revision: null });
};

function measuredBy(evidence: Evidence, turnout: Turnout): RecommendationView['measured'] {
  const found = evidence[turnout.measure];
  if (!found) return [];
  const { meeting, title, closedAt } = found;
  return [{ ...turnout, meeting: { id: meeting, title }, closedAt }];
}
