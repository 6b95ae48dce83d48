/** @import { Me, MeetingSummary, TeamSummary, View } from '../../types.ts' */
/** @import { Client } from '../client.js' */
import { h } from '../dom.js';
import { isOver, teamsOf } from '../meetings.js';
import { formatRoute } from '../route.js';
import { emptyView } from './empty.js';

/**
 * The meetings of all teams, each with the ways into it.
 *
 * @param {Client} client
 * @param {{ me: Me; retry: () => void }} of
 */
export function calendarView(client, { me, retry }) {
  const teams = teamsOf(me).filter(({ meetings }) => meetings.length > 0);
  const content =
    teams.length === 0
      ? [emptyView({ me, what: 'meeting', retry })]
      : [h('h1', {}, ['Calendar']), ...teams.map((team) => teamSection(client, team))];
  return { element: h('main', { class: 'calendar-view', id: 'main', tabindex: '-1' }, content), frames: [] };
}

/**
 * @param {Client} client
 * @param {TeamSummary} team
 */
function teamSection(client, team) {
  const ordered = [...team.meetings].sort((one, other) => Number(isOver(one)) - Number(isOver(other)));
  return h('section', { 'aria-label': team.name }, [
    h('h2', {}, [team.name]),
    h(
      'ul',
      { class: 'meeting-list' },
      ordered.map((meeting) => meetingRow(client, meeting)),
    ),
  ]);
}

/**
 * @param {Client} client
 * @param {MeetingSummary} meeting
 */
function meetingRow(client, meeting) {
  const over = isOver(meeting);
  /** @param {View} view */
  const href = (view) => formatRoute({ ...client.route(), view, meeting: meeting.id, team: '', page: '', sub: '' });
  return h('li', { class: over ? 'meeting-row over' : 'meeting-row' }, [
    h('span', { class: 'meeting-text' }, [
      h('strong', {}, [meeting.title]),
      h('span', {}, [over ? 'Over' : meeting.phase || meeting.status || 'Planned']),
    ]),
    h(
      'a',
      { class: over ? 'button' : 'button-primary', href: href('meeting'), 'aria-label': `Join ${meeting.title}` },
      ['Join'],
    ),
    h('a', { class: 'button', href: href('panel'), 'aria-label': `Side panel only: ${meeting.title}` }, ['Side panel']),
    h('a', { class: 'button', href: href('stage'), 'aria-label': `Stage only: ${meeting.title}` }, ['Stage']),
    h('a', { class: 'button', href: href('room'), 'aria-label': `Room view: ${meeting.title}` }, ['Room']),
  ]);
}
