import type { Operations } from '../../contract/operations.ts';
import type { OpenMeeting } from '../../domain/meeting/meeting.ts';
import { putSentence as withSentence, releaseComment as withComment } from '../../domain/meeting/participate.ts';
import { ratingRound } from '../../domain/meeting/rounds.ts';
import { fail, ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { practiceRecords } from '../../records/practice-kinds.ts';
import { document } from '../documents.ts';
import { enterMeeting } from '../in-team.ts';
import { notersPlace } from '../lifecycle/places.ts';
import { meetingViewFor, updateMeeting } from '../meetings.ts';
import { createdId, onceOf } from '../once.ts';
import { IDS, privatePlace } from '../places.ts';
import type { Actor, Ports, UseCase } from '../use-case.ts';

export const keepNote: UseCase<Operations['keepNote']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterMeeting(ports, 'keepNote', call);
  if (!entered.ok) return entered;
  const place = privatePlace(actor.tenant, actor.person);
  const id = `${IDS.notes}${params.meeting}|${params.question}`;
  if (input.text === '') await ports.store.delete(place, id);
  else {
    // First, so that a note is never there that a deletion of the meeting would not find.
    const noter = document(practiceRecords.noter, actor.person, { person: actor.person });
    await ports.store.put(notersPlace(actor.tenant, params.meeting), noter);
    await ports.store.put(place, document(records.note, id, { text: input.text }));
  }
  return ok({ output: { kept: true }, revision: null });
};

export const releaseComment: UseCase<Operations['releaseComment']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterMeeting(ports, 'releaseComment', call);
  if (!entered.ok) return entered;
  const { member } = entered.value;
  const comment = {
    id: createdId(ports, 'comment', { ...call, name: 'releaseComment' }),
    question: input.question,
    text: input.text,
    name: input.named ? member.name : null,
  };
  const released = await updateMeeting(
    ports,
    { tenant: actor.tenant, meeting: params.meeting, once: onceOf(ports, { ...call, name: 'releaseComment' }) },
    (meeting) => withComment(meeting, comment, ports.now()),
  );
  if (!released.ok) return released;
  const output = await meetingViewFor(ports, released.value.value, entered.value);
  return ok({ output, revision: String(output.revision) });
};

export const putSentence: UseCase<Operations['putSentence']> = async (ports, call) => {
  const { actor, params, input } = call;
  const entered = await enterMeeting(ports, 'putSentence', call);
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  if (meeting.status !== 'open') return fail({ kind: 'meeting.not-open', status: meeting.status });
  const author = await sentenceAuthor(ports, actor, meeting);
  if (author === null) return fail({ kind: 'round.keyless' });
  const sentence = { id: ports.idFrom('sentence', [meeting.id, author]), text: input.text, author };
  const put = await updateMeeting(ports, { tenant: actor.tenant, meeting: params.meeting }, (latest) =>
    withSentence(latest, sentence, ports.now()),
  );
  return put.ok ? ok({ output: { kept: true }, revision: null }) : put;
};

/** The secret tag under which a person's wording of the message lies; another one than that of their ballots. */
export function sentenceAuthor(ports: Ports, actor: Actor, meeting: OpenMeeting): Promise<string | null> {
  const author = { tenant: actor.tenant, person: `${actor.person}|sentence` };
  return ports.roundKeys.authorTag(ratingRound(meeting).id, author);
}
