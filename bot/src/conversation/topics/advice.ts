import type { RecommendationView } from '@plumbline/shared/contract/coaching-views';
import { refuse, show } from '../answers.ts';
import { askButton } from '../ask.ts';
import { aside, card, facts, heading, title, words as line } from '../cards/card.ts';
import { withTeam } from '../in-team.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import type { TeamView } from '@plumbline/shared/contract/views';
import type { Words } from '../words.ts';
import { sponsorView } from './sponsor-view.ts';

/** Which programme a team needs, by rule and with its reasons, and what its sponsor is shown, literally. */
export const advice: Topic = {
  asks: {
    recommend: (turn, asked) => withTeam(turn, asked, (team) => recommend(turn, team)),
    'sponsor-view': (turn, asked) => withTeam(turn, asked, (team) => sponsorView(turn, team)),
  },
  takes: {},
};

async function recommend(turn: Turn, team: TeamView): Promise<Answer> {
  const found = await turn.operate('viewRecommendation', { params: { team: team.id } });
  if (!found.ok) return refuse(found.error);
  const { words } = turn;
  const view = found.value.value;
  const text = words.t(`coach:outcome.${view.outcome}`, { team: team.name });
  const first = view.first.map((gap) => gap.title);
  return show(
    text,
    card({
      body: [
        title(text),
        ...(first.length > 0 ? [line(words.t('coach:recommend.first', { names: first }))] : []),
        ...(view.failed.length > 0
          ? [
              line(
                words.t('coach:recommend.failed', { names: view.failed.map((gate) => words.t(`coach:gate.${gate}`)) }),
              ),
            ]
          : []),
        ...(view.missing.length > 0
          ? [
              line(
                words.t('coach:recommend.missing', {
                  names: view.missing.map((measure) => words.t(`coach:measure.${measure}`)),
                }),
              ),
            ]
          : []),
        heading(words.t('coach:recommend.clauses', { rule: view.rule })),
        facts(clausesOf(words, view)),
        ...view.measured.map((one) => aside(measuredLine(words, one))),
        aside(
          words.t('coach:recommend.uncalibrated', {
            high: words.number(view.cutOffs.high),
            near: words.number(view.cutOffs.near),
          }),
        ),
      ],
      actions:
        view.missing.length > 0 && team.abilities.plan
          ? [askButton(words.t('coach:ask.send-pulse'), { intent: 'send-pulse', entities: { team: team.id } })]
          : [],
    }),
  );
}

/** What the rule rests on first, then what else was looked at. */
function clausesOf(words: Words, { clauses }: RecommendationView): readonly (readonly [string, string])[] {
  return [...clauses.filter(({ fired }) => fired), ...clauses.filter(({ fired }) => !fired)].map(
    ({ clause, told, fired, figure, limit }) => {
      const said = words.t(`coach:told.${told}`);
      const figures =
        figure === null
          ? ''
          : figure.least === figure.most
            ? ` · ${words.number(figure.least)}`
            : ` · ${words.t('coach:recommend.between', {
                least: words.number(figure.least),
                most: words.number(figure.most),
              })}`;
      const against =
        figure === null || limit === null ? '' : ` ${words.t('coach:recommend.limit', { limit: words.number(limit) })}`;
      const mark = fired ? ` · ${words.t('coach:recommend.fired')}` : '';
      return [words.t(`coach:clause.${clause}`), `${said}${figures}${against}${mark}`];
    },
  );
}

function measuredLine(
  words: Words,
  { measure, meeting, closedAt, ballots, invited }: RecommendationView['measured'][number],
): string {
  const values = {
    measure: words.t(`coach:measure.${measure}`),
    title: meeting.title,
    date: words.day(closedAt),
    invited,
  };
  return ballots === null
    ? words.t('coach:recommend.measured-held', values)
    : words.t('coach:recommend.measured', { ...values, n: ballots });
}
