import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { MeetingView } from '@plumbline/shared/contract/views';
import { asJsonObject } from '@plumbline/shared/kernel/json';
import { refuse, settle, taking } from '../answers.ts';
import { card, words as line } from '../cards/card.ts';
import type { Answer, Topic, Turn } from '../turn.ts';

const ofMeeting = z.object({ meeting: idOf('meeting') });
type OfMeeting = z.infer<typeof ofMeeting>;

/** Plans that open by themselves: calling that off, and opening what did not open at its moment. */
export const openings: Topic = {
  asks: {},
  takes: { 'call-off-opening': taking(ofMeeting, callOff), 'open-planned': taking(ofMeeting, openNow) },
};

/** Says when a plan opens by itself, with the way back. */
export function planned({ words, link }: Turn, { id, composition, opening }: MeetingView): Answer {
  const { title } = composition;
  if (opening === null) return settle(words.t('pulse.called-off', { title }));
  const text = words.t('pulse.planned', { title, moment: words.moment(opening.opensAt) });
  return {
    messages: [],
    card: card({
      body: [line(text)],
      actions: [
        { title: words.t('pulse.call-off'), verb: 'call-off-opening', data: asJsonObject({ meeting: id }) },
        { title: words.t('open.meeting'), url: link({ kind: 'meeting', id }, title) },
      ],
    }),
  };
}

async function callOff(turn: Turn, { meeting }: OfMeeting): Promise<Answer> {
  const params = { meeting };
  const found = await turn.operate('viewMeeting', { params });
  if (!found.ok) return refuse(found.error);
  const { composition, status, revision } = found.value.value;
  const { title } = composition;
  if (status !== 'draft') return settle(turn.words.t('pulse.planned-closed', { title }));
  const done = await turn.operate('callOffOpening', { params, ifMatch: String(revision) });
  return done.ok ? settle(turn.words.t('pulse.called-off', { title })) : refuse(done.error);
}

/** Opens it now, for as long as it was planned to be open. */
async function openNow(turn: Turn, { meeting }: OfMeeting): Promise<Answer> {
  const params = { meeting };
  const found = await turn.operate('viewMeeting', { params });
  if (!found.ok) return refuse(found.error);
  const { opening, status, revision } = found.value.value;
  if (status !== 'draft') return opened(turn, found.value.value);
  const until = opening?.closesAt ?? null;
  const closesAt = opening === null || until === null ? null : turn.now + (until - opening.opensAt);
  const done = await turn.operate('openMeeting', { params, input: { closesAt }, ifMatch: String(revision) });
  return done.ok ? opened(turn, done.value.value) : refuse(done.error);
}

/** Says that a meeting or pulse is open, and whom it asks. */
function opened({ words }: Turn, { composition, status, leaders, participants, closesAt }: MeetingView): Answer {
  const { title } = composition;
  if (status === 'closed') return settle(words.t('pulse.planned-closed', { title }));
  const values = { title, count: leaders + (participants?.people ?? 0) };
  return settle(
    closesAt === null
      ? words.t('opening.opened', values)
      : words.t('opening.opened-until', { ...values, moment: words.moment(closesAt) }),
  );
}
