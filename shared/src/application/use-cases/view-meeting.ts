import type { Operations } from '../../contract/operations.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import { records } from '../../records/kinds.ts';
import { decode } from '../../records/record.ts';
import { ownBallot } from '../ballots/own-ballot.ts';
import { listAll } from '../documents.ts';
import { enterAsked, enterMeeting, enterRecent } from '../in-team.ts';
import { meetingViewFor, readSnapshots } from '../meetings.ts';
import { IDS, privatePlace } from '../places.ts';
import { nameIn } from '../present/meeting.ts';
import { presentResults } from '../present/results.ts';
import { presentSample } from '../present/sample.ts';
import { sentenceAuthor } from './speak.ts';
import type { UseCase } from '../use-case.ts';

export const viewMeeting: UseCase<Operations['viewMeeting']> = async (ports, call) => {
  const entered = await enterRecent(call, (at) => enterAsked(ports, 'viewMeeting', at));
  if (!entered.ok) return entered;
  const output = await meetingViewFor(ports, entered.value.meeting, entered.value);
  return ok({ output, revision: String(output.revision) });
};

export const viewMine: UseCase<Operations['viewMine']> = async (ports, call) => {
  const { actor } = call;
  const entered = await enterRecent(call, (at) => enterAsked(ports, 'viewMine', at));
  if (!entered.ok) return entered;
  const { meeting } = entered.value;
  const prefix = `${IDS.notes}${meeting.id}|`;
  const kept = await listAll(ports, privatePlace(actor.tenant, actor.person), prefix);
  const notes = Object.fromEntries(
    kept.map((note) => [note.id.slice(prefix.length), decode(records.note, note).text] as const),
  );
  if (meeting.status !== 'open') {
    return ok({ output: { consented: false, ballots: [], notes, sentence: null }, revision: null });
  }
  const found = await Promise.all(
    meeting.rounds.map(async (round) => {
      const ballot = await ownBallot(ports, round, actor);
      return ballot && { round: round.id, ...ballot };
    }),
  );
  const cast = found.filter((ballot) => ballot !== null);
  const consented = cast.some(({ consent }) => consent);
  const ballots = cast.map(({ round, answers, revision }) => ({ round, answers, revision }));
  const author = await sentenceAuthor(ports, actor, meeting);
  const mine = meeting.sentences.find((sentence) => author !== null && sentence.author === author);
  const sentence = mine ? { id: mine.id, text: mine.text } : null;
  return ok({ output: { consented, ballots, notes, sentence }, revision: null });
};

export const viewResults: UseCase<Operations['viewResults']> = async (ports, call) => {
  const entered = await enterMeeting(ports, 'viewResults', call);
  if (!entered.ok) return entered;
  const { meeting, member, team } = entered.value;
  const snapshots = await readSnapshots(ports, meeting);
  const nameOf = (person: PersonId) => nameIn(team, person);
  return ok({ output: presentResults(meeting, snapshots, { role: member.role, nameOf }), revision: null });
};

export const viewSample: UseCase<Operations['viewSample']> = async (ports, call) => {
  const entered = await enterAsked(ports, 'viewSample', call);
  if (!entered.ok) return entered;
  return ok({ output: presentSample(entered.value.meeting, entered.value.team), revision: null });
};
