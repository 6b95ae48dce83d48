/** @import { Me, MeetingSummary, TeamSummary } from '../types.ts' */

/**
 * Finds a meeting among the teams. One that the product did not list gets a plain title, so that it opens all the same.
 *
 * @param {Me} me
 * @param {string} id
 * @returns {{ meeting: MeetingSummary; team: TeamSummary | undefined }}
 */
export function findMeeting(me, id) {
  for (const team of teamsOf(me)) {
    const meeting = team.meetings.find((candidate) => candidate.id === id);
    if (meeting !== undefined) return { meeting, team };
  }
  return { meeting: { id, title: 'Alignment meeting', status: '', phase: '' }, team: undefined };
}

/**
 * The meeting that somebody most likely wants: the first that is not over, else the first of all.
 *
 * @param {Me} me
 * @returns {string} its id, empty when there is none
 */
export function likelyMeeting(me) {
  const meetings = teamsOf(me).flatMap((team) => team.meetings);
  return (meetings.find((meeting) => !isOver(meeting)) ?? meetings[0])?.id ?? '';
}

/**
 * @param {Me} me
 * @returns {readonly TeamSummary[]}
 */
export function teamsOf(me) {
  return me.status === 'known' ? me.teams : [];
}

/** @param {MeetingSummary} meeting */
export function isOver(meeting) {
  return meeting.status === 'closed' || meeting.phase === 'closed';
}
