/** @import { Persona, Placement, Theme } from '../../types.ts' */

/**
 * Describes where a tab is, in the flat names that hosts send and teams-js turns into `app.Context`.
 *
 * @param {{ placement: Placement; persona: Persona; theme: Theme; locale: string; appId: string; sessionId: string }} of
 * @returns {object}
 */
export function describeContext({ placement, persona, theme, locale, appId, sessionId }) {
  const { frameContext, entityId, subEntityId, team, meeting } = placement;
  return {
    frameContext,
    entityId,
    ...(subEntityId === '' ? {} : { subEntityId }),
    theme,
    locale,
    appId,
    appSessionId: sessionId,
    sessionId,
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    isFullScreen: false,
    isMultiWindow: meeting !== undefined,
    userObjectId: persona.oid,
    userDisplayName: persona.name,
    userPrincipalName: persona.userPrincipalName,
    upn: persona.userPrincipalName,
    loginHint: persona.userPrincipalName,
    userLicenseType: 'Teams',
    tenantSKU: 'enterprise',
    tid: persona.tid,
    ...(team === undefined || meeting !== undefined
      ? {}
      : {
          teamId: `19:${team.id}@thread.tacv2`,
          groupId: team.id,
          teamName: team.name,
          teamType: 0,
          userTeamRole: persona.role === 'sponsor' ? 2 : 1,
          isTeamArchived: false,
          channelId: `19:${team.id}-general@thread.tacv2`,
          channelName: 'General',
          channelType: 'Regular',
          hostTeamGroupId: team.id,
          hostTeamTenantId: persona.tid,
        }),
    ...(meeting === undefined ? {} : { meetingId: meeting.id, chatId: `19:meeting_${meeting.id}@thread.v2` }),
  };
}
