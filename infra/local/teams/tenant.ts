/** Content that somebody shares to the stage of a meeting. */
export interface StageShare {
  readonly url: string;
  /** The persona who shares. */
  readonly by: string;
}

/** A tab that was added to a team's channel through the config page. */
export interface ChannelTab {
  readonly entityId: string;
  readonly contentUrl: string;
  readonly websiteUrl: string;
  readonly name: string;
}

/** What every Teams client of the tenant sees, as one value. */
export interface TenantView {
  readonly revision: number;
  readonly stages: Readonly<Record<string, StageShare>>;
  readonly tabs: Readonly<Record<string, readonly ChannelTab[]>>;
}

/** The part of Teams that lives in the cloud: who shares what in which meeting, and which tabs a channel has. */
export interface Tenant {
  readonly view: () => TenantView;
  readonly share: (meetingId: string, share: StageShare) => void;
  readonly stopSharing: (meetingId: string) => void;
  readonly addTab: (teamId: string, tab: ChannelTab) => void;
}

/**
 * Keeps the tenant in memory, for as long as the process lives.
 *
 * It is on the server and not in the browser because a meeting's people may sit in different browsers or profiles,
 * which share neither storage nor channels.
 */
export function createTenant(): Tenant {
  let revision = 0;
  const stages = new Map<string, StageShare>();
  const tabs = new Map<string, readonly ChannelTab[]>();
  return {
    view: () => ({ revision, stages: Object.fromEntries(stages), tabs: Object.fromEntries(tabs) }),
    share(meetingId, share) {
      revision += 1;
      stages.set(meetingId, share);
    },
    stopSharing(meetingId) {
      if (stages.delete(meetingId)) revision += 1;
    },
    addTab(teamId, tab) {
      revision += 1;
      const others = (tabs.get(teamId) ?? []).filter(({ entityId }) => entityId !== tab.entityId);
      tabs.set(teamId, [...others, tab]);
    },
  };
}
