import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { resultsFileName } from '@plumbline/shared/figures/results-file/results-file';
import { idOf } from '@plumbline/shared/contract/schemas';
import { FILE_FORMATS } from '@plumbline/shared/ooxml/file-format';
import { ID_BYTES, insertionId } from '@plumbline/shared/ooxml/insertion-id';
import { asJsonObject } from '@plumbline/shared/kernel/json';
import { ok, type Result } from '@plumbline/shared/kernel/result';
import { PACKING } from '../../files/packing.ts';
import { refuse, say, taking, tellRefusal } from '../answers.ts';
import type { Effect } from '../effect.ts';
import type { ChatEvent } from '../event.ts';
import type { OperateError } from '../operate.ts';
import type { Answer, Topic, Turn } from '../turn.ts';

/** What a file is asked for by: ids alone, for whoever asks is asked anew whether they may. */
const wanted = z.object({ meeting: idOf('meeting'), format: z.enum(FILE_FORMATS) });
type Wanted = z.infer<typeof wanted>;

interface ResultFile {
  readonly name: string;
  readonly title: string;
  readonly content: Uint8Array;
}

/** Makes a file of what a person is shown of a meeting, now; `null` where nothing is shown yet. */
async function makeFile(turn: Turn, { meeting, format }: Wanted): Promise<Result<ResultFile | null, OperateError>> {
  const { operate, words, now } = turn;
  const [view, results] = await Promise.all([
    operate('viewMeeting', { params: { meeting } }),
    operate('viewResults', { params: { meeting } }),
  ]);
  if (!view.ok) return view;
  if (!results.ok) return results;
  const team = await turn.team(view.value.value.team.id);
  if (!team.ok) return team;
  const source = { meeting: view.value.value, results: results.value.value, team: team.value };
  if (source.results.rating === null) return ok(null);
  // Loaded where it is used: what makes documents takes a twelfth of all the time that starting takes.
  const { resultFile } = await import('@plumbline/shared/ooxml/result-file');
  const content = resultFile(format, {
    source,
    translate: words.document,
    figureWord: words.t('summary:file.figure'),
    language: words.locale,
    rightToLeft: false,
    newId: () => insertionId(now, randomBytes(ID_BYTES)),
    packing: PACKING,
  });
  return ok({ name: resultsFileName(source.meeting, format), title: source.meeting.composition.title, content });
}

/** Files of results, offered by cards about a meeting. */
export const files: Topic = { asks: {}, takes: { 'offer-file': taking(wanted, offer) } };

/** Teams asks the person first where the file is to be put. It is made again then, from what they are shown by then. */
async function offer(turn: Turn, sent: Wanted): Promise<Answer> {
  const made = await makeFile(turn, sent);
  if (!made.ok) return refuse(made.error);
  if (made.value === null) return say(turn, 'file.nothing');
  const { name, title, content } = made.value;
  const about = turn.words.t('file.about', { title, format: turn.words.t(`summary:file.as.${sent.format}`) });
  const context = asJsonObject({ ...sent, offer: randomBytes(ID_BYTES).toString('base64url') });
  return { messages: [], file: { name, about, size: content.length, context } };
}

/** The person has said whether, and where, they want the file. */
export async function takeFile(
  turn: Turn,
  { context, place, activity }: ChatEvent & { readonly kind: 'file-answer' },
): Promise<readonly Effect[]> {
  const { words } = turn;
  const settled = (text: string): Effect =>
    activity === null ? { kind: 'say', message: { text } } : { kind: 'update', activity, message: { text } };
  const asked = wanted.safeParse(context);
  if (!asked.success) return [settled(words.t('card.old'))];
  if (place === null) return [settled(words.t('file.declined'))];
  const made = await makeFile(turn, asked.data);
  if (!made.ok) return [settled(tellRefusal(words, made.error).text)];
  if (made.value === null) return [settled(words.t('file.nothing'))];
  const { name, content } = made.value;
  const told = {
    done: words.t('file.done', { name }),
    refused: words.t('file.refused', { name }),
    ended: words.t('file.ended', { name }),
    failed: words.t('file.failed', { name }),
  };
  return [{ kind: 'put-file', place, content, offer: activity, told }];
}
