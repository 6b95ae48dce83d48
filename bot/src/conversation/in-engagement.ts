import type { EngagementView } from '@plumbline/shared/contract/coaching-views';
import type { TeamView } from '@plumbline/shared/contract/views';
import { refuse, show } from './answers.ts';
import { askButton } from './ask.ts';
import { card, words as line } from './cards/card.ts';
import { withTeam } from './in-team.ts';
import type { Answer, Asked, Turn } from './turn.ts';

/** An engagement, and the team that it is with. */
export interface About {
  readonly team: TeamView;
  readonly view: EngagementView;
  /** What a change has to name. */
  readonly revision: string;
}

/** Does something about a team's engagement; offers its coach to begin one where there is none. */
export function withEngagement(
  turn: Turn,
  asked: Asked,
  act: (about: About) => Answer | Promise<Answer>,
): Promise<Answer> {
  return withTeam(turn, asked, async (team) => {
    const found = await turn.operate('viewEngagement', { params: { team: team.id } });
    if (found.ok) return act({ team, view: found.value.value, revision: String(found.value.value.revision) });
    if (found.error.kind !== 'engagement.none' || team.role !== 'coach') return refuse(found.error);
    const text = turn.words.t('coach:engagement.none', { team: team.name });
    const next = askButton(turn.words.t('coach:engagement.begin-one'), {
      intent: 'new-engagement',
      entities: { team: team.id },
    });
    return show(text, card({ body: [line(text)], actions: [next] }));
  });
}
