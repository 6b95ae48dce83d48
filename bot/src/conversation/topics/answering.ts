import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { MeetingView, MineView, RoundView } from '@plumbline/shared/contract/views';
import type { Question } from '@plumbline/shared/domain/instrument/question';
import { asJsonObject, type JsonObject } from '@plumbline/shared/kernel/json';
import type { MeetingId } from '@plumbline/shared/kernel/ids';
import { refuse, settle, taking } from '../answers.ts';
import { aside, card, choiceInput, title, words as line } from '../cards/card.ts';
import type { Answer, Topic, Turn } from '../turn.ts';
import type { Words } from '../words.ts';

/** Inputs are named after their questions, apart from what else comes with a card. */
const INPUT = 'q:';
const CANNOT_SAY = 'cannot-say';
/** The places of an order that is asked on a card; a longer one is put together by hand, in the tab. */
const PLACES = [1, 2, 3] as const;

const answerForm = z.object({
  meeting: idOf('meeting'),
  page: z.int().min(0).max(100).default(0),
  consent: z.boolean().default(false),
});
/** The inputs come beside, one for each question. */
const castForm = answerForm.loose();

/** Answering here, a dimension at a time. */
export const answering: Topic = {
  asks: {},
  takes: { answer: taking(answerForm, takeAnswer), cast: taking(castForm, takeCast) },
};

/** Shows the questions of one page. No answer that was given stands on a card: a card stays in the chat. */
async function takeAnswer(turn: Turn, at: z.infer<typeof answerForm>): Promise<Answer> {
  const found = await lookAt(turn, at.meeting);
  return 'answer' in found ? found.answer : pageCard(turn, found, at);
}

/** Casts what was answered on a page together with what was answered before, and shows the next page. */
async function takeCast(turn: Turn, { meeting, page, consent, ...inputs }: z.infer<typeof castForm>): Promise<Answer> {
  const found = await lookAt(turn, meeting);
  if ('answer' in found) return found.answer;
  const { round, mine } = found;
  const next = { page: page + 1, consent };
  const given = answersOn(inputs, round);
  if (given === null) return { messages: [{ text: turn.words.t('answer.twice') }] };
  if (Object.keys(given).length === 0) return pageCard(turn, found, next);
  const before = ballotOf(found);
  const answers = { ...before?.answers, ...given };
  const cast = await turn.operate('castBallot', {
    params: { meeting, round: round.id },
    input: { basedOn: before?.revision ?? null, answers, consent },
  });
  if (!cast.ok) return refuse(cast.error);
  const others = mine.ballots.filter((ballot) => ballot.round !== round.id);
  const ballots = [...others, { round: round.id, revision: cast.value.value.revision, answers }];
  return pageCard(turn, { ...found, mine: { ...mine, ballots } }, next);
}

interface Looked {
  readonly view: MeetingView;
  readonly mine: MineView;
  readonly round: RoundView;
}

async function lookAt(turn: Turn, meeting: MeetingId): Promise<Looked | { readonly answer: Answer }> {
  const view = await turn.operate('viewMeeting', { params: { meeting } });
  if (!view.ok) return { answer: refuse(view.error) };
  const { value } = view.value;
  const round = value.rounds.find(({ purpose, status }) => purpose === 'rating' && status === 'open');
  const name = value.composition.title;
  if (!round) return { answer: settle(turn.words.t('answer.closed', { title: name })) };
  if (!value.me.invited) return { answer: settle(turn.words.t('answer.not-asked', { title: name })) };
  const mine = await turn.operate('viewMine', { params: { meeting } });
  if (!mine.ok) return { answer: refuse(mine.error) };
  return { view: value, mine: mine.value.value, round };
}

function pageCard(turn: Turn, found: Looked, at: { readonly page: number; readonly consent: boolean }): Answer {
  const { words } = turn;
  const { view, mine } = found;
  const named = view.mode === 'named';
  const consent = named && (at.consent || mine.consented);
  if (named && !consent) return consentCard(turn, view);
  const pages = pagesOf(words, found);
  const page = pages.at(at.page);
  if (at.page >= pages.length || !page) return receiptCard(turn, found);
  const data = asJsonObject({ meeting: view.id, page: at.page, consent });
  const answered = new Set(Object.keys(ballotOf(found)?.answers ?? {}));
  const promise = words.t(named ? 'answer.promise-named' : 'answer.promise', { count: view.minimumGroup });
  const shown = card({
    body: [
      title(`${view.composition.title}: ${page.title}`),
      aside(words.t('answer.page', { page: at.page + 1, pages: pages.length })),
      ...page.questions.flatMap((question) => inputsOf(words, question)),
      ...(page.questions.some(({ id }) => answered.has(id)) ? [aside(words.t('answer.had'))] : []),
      aside(promise),
    ],
    actions: [
      { title: words.t(at.page + 1 < pages.length ? 'answer.next' : 'answer.finish'), verb: 'cast', data },
      ...(at.page > 0
        ? [{ title: words.t('answer.back'), verb: 'answer', data: { ...data, page: at.page - 1 }, alone: true }]
        : []),
      ...(at.page === 0 && !named
        ? [
            {
              title: words.t('answer.who-sees'),
              url: turn.link({ kind: 'meeting', id: view.id }, view.composition.title),
            },
          ]
        : []),
    ],
  });
  return { messages: [], card: shown };
}

function consentCard({ words }: Turn, view: MeetingView): Answer {
  return {
    messages: [],
    card: card({
      body: [title(view.composition.title), line(words.t('answer.named'))],
      actions: [
        { title: words.t('answer.agree'), verb: 'answer', data: asJsonObject({ meeting: view.id, consent: true }) },
      ],
    }),
  };
}

/** How much is answered, and what is better answered in the tab. Not what. */
function receiptCard({ words, link }: Turn, found: Looked): Answer {
  const { view, round } = found;
  const answered = Object.keys(ballotOf(found)?.answers ?? {}).length;
  const here = round.questions.filter((question) => isOnScale(question) || isShortOrder(question)).length;
  const elsewhere = round.questions.length - here;
  const until =
    view.closesAt === null
      ? words.t('answer.until-closed')
      : words.t('answer.until', { moment: words.moment(view.closesAt) });
  return {
    messages: [],
    card: card({
      body: [
        title(view.composition.title),
        line(words.t('answer.receipt', { answered, count: round.questions.length })),
        ...(elsewhere > 0 ? [line(words.t('answer.elsewhere', { count: elsewhere }))] : []),
        aside(until),
      ],
      actions: [
        { title: words.t('answer.change'), verb: 'answer', data: asJsonObject({ meeting: view.id }) },
        { title: words.t('open.meeting'), url: link({ kind: 'meeting', id: view.id }, view.composition.title) },
      ],
    }),
  };
}

function ballotOf({ mine, round }: Looked) {
  return mine.ballots.find((ballot) => ballot.round === round.id);
}

interface Page {
  readonly title: string;
  readonly questions: readonly Question[];
}

/** A page for each dimension, one for the team's own questions, and one for short orders; all else is for the tab. */
function pagesOf(words: Words, { view, round }: Looked): readonly Page[] {
  const byId = new Map(round.questions.filter(isOnScale).map((question) => [question.id, question]));
  const pages = view.dimensions.map(({ title: name, questions }) => ({
    title: name,
    questions: questions.flatMap((id) => {
      const question = byId.get(id);
      byId.delete(id);
      return question ? [question] : [];
    }),
  }));
  const own = { title: words.t('answer.own'), questions: [...byId.values()] };
  const orders = { title: words.t('answer.orders'), questions: round.questions.filter(isShortOrder) };
  return [...pages, own, orders].filter(({ questions }) => questions.length > 0);
}

function isOnScale({ kind }: Question): boolean {
  return kind === 'agreement' || kind === 'frequency' || kind === 'rating';
}

type Order = Extract<Question, { kind: 'ranking' }>;

function isShortOrder(question: Question): question is Order {
  return question.kind === 'ranking' && question.most <= PLACES.length;
}

function placesOf({ most }: Order): readonly (typeof PLACES)[number][] {
  return PLACES.filter((place) => place <= most);
}

function inputsOf(words: Words, question: Question): readonly JsonObject[] {
  const id = `${INPUT}${question.id}`;
  if (!isShortOrder(question)) return [choiceInput({ id, label: question.text, choices: choicesOf(words, question) })];
  const choices = question.options.map((option) => ({ title: option.text, value: option.id }));
  return [
    line(question.text),
    ...placesOf(question).map((place) =>
      choiceInput({ id: `${id}:${place}`, label: words.t(`answer.place.${place}`), choices }),
    ),
  ];
}

function choicesOf(words: Words, question: Question): readonly { readonly title: string; readonly value: string }[] {
  const cannotSay = { value: CANNOT_SAY };
  switch (question.kind) {
    case 'agreement':
      return [
        ...([1, 2, 3, 4, 5, 6, 7] as const).map((value) => ({
          title: `${value} ${words.t(`results:agreement.${value}`)}`,
          value: String(value),
        })),
        { ...cannotSay, title: words.t('results:agreement.cannot-say') },
      ];
    case 'frequency':
      return [
        ...([0, 1, 2, 3, 4] as const).map((value) => ({
          title: `${value} ${words.t(`results:frequency.${value}`)}`,
          value: String(value),
        })),
        { ...cannotSay, title: words.t('results:frequency.cannot-say') },
      ];
    case 'rating':
      return Array.from({ length: question.high - question.low + 1 }, (_, step) => {
        const value = String(question.low + step);
        return { title: value, value };
      });
    default:
      return [];
  }
}

type Given =
  | { readonly kind: 'cannot-say' }
  | { readonly kind: 'scale'; readonly value: number }
  | { readonly kind: 'ranking'; readonly order: readonly string[] };

/** What a card answered, of the questions that it may answer; `null` where something has two places. */
function answersOn(data: Readonly<Record<string, unknown>>, round: RoundView): Readonly<Record<string, Given>> | null {
  const given: Record<string, Given> = {};
  for (const question of round.questions.filter(isShortOrder)) {
    const order = placesOf(question)
      .map((place) => data[`${INPUT}${question.id}:${place}`])
      .flatMap((option) => (typeof option === 'string' && option !== '' ? [option] : []));
    if (new Set(order).size < order.length) return null;
    if (order.length > 0) given[question.id] = { kind: 'ranking', order };
  }
  for (const { id } of round.questions.filter(isOnScale)) {
    const value = data[`${INPUT}${id}`];
    if (typeof value !== 'string' || value === '') continue;
    if (value === CANNOT_SAY) given[id] = { kind: 'cannot-say' };
    else if (Number.isFinite(Number(value))) given[id] = { kind: 'scale', value: Number(value) };
  }
  return given;
}
