import type en from '@plumbline/shared/i18n/en/manifest.json';

/** The words of a manifest in one language. */
export type ManifestWords = Readonly<Record<keyof typeof en, string>>;

/** What the manifest of the Teams app is made of. */
export interface TeamsSource {
  /** Teams tells apps apart by it for ever (a GUID); links to the tab name it. */
  readonly appId: string;
  /** `1.2.3`. */
  readonly version: string;
  /** What the app is called in lists, at most 30 characters. */
  readonly name: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
  };
  /** Where the service is, without a scheme: `plumbline.example`. */
  readonly host: string;
  /** The application id of the API's registration, and of the bot's own. */
  readonly clientId: string;
  readonly botId: string;
}

/** The manifest, as far as it is about Teams. */
export type TeamsManifest = Readonly<Record<string, unknown>> & {
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly object[] } };
};

/** The newest form that is surely released. */
const FORM = '1.24';
const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${FORM}`;
/** The page id of the tab's front page, which links to any page of it name first. */
const HOME = 'home';

/** What one person can ask the bot, and what can be asked of it among others; each as it is typed. */
export const COMMANDS = [
  {
    scopes: ['personal'],
    asks: [
      ...(['help', 'open-for-me', 'my-commitments', 'show-team', 'where-differ'] as const),
      ...(['recommend', 'send-pulse', 'plan-session', 'notes'] as const),
    ],
  },
  { scopes: ['team', 'groupChat'], asks: ['help'] },
] as const;

/** In a meeting: to put itself on the stage, and to hear when it begins and ends. */
const RIGHTS = [
  { name: 'MeetingStage.Write.Chat', type: 'Delegated' },
  { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
] as const;

/** The names of the pictures that lie beside the manifest. */
export const ICONS = { color: 'color.png', outline: 'outline.png' } as const;

/**
 * The manifest of the Teams app: personal tab and bot, a tab for channels, chats and meetings with panel and stage, the
 * message extension. It asks for two rights in a meeting: to put itself on the stage, and to hear when it
 * begins and ends.
 */
export function teamsManifest(source: TeamsSource, words: ManifestWords): TeamsManifest {
  const { appId, version, name, developer, host, clientId, botId } = source;
  const tab = `https://${host}/tab/`;
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: FORM,
    version,
    id: appId,
    developer,
    name: { short: name, full: words['name.full'] },
    description: { short: words['description.short'], full: words['description.full'] },
    icons: ICONS,
    accentColor: '#0F548C',
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: [{ languageTag: 'de', file: 'de.json' }],
    },
    staticTabs: [
      { entityId: HOME, name: words['tab.home'], contentUrl: tab, websiteUrl: tab, scopes: ['personal'] },
      { entityId: 'conversations', scopes: ['personal'] },
    ],
    configurableTabs: [
      {
        configurationUrl: tab,
        canUpdateConfiguration: true,
        scopes: ['team', 'groupChat'],
        context: [
          ...['channelTab', 'privateChatTab', 'meetingChatTab', 'meetingDetailsTab'],
          ...['meetingSidePanel', 'meetingStage'],
        ],
      },
    ],
    bots: [
      {
        botId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: true,
        commandLists: COMMANDS.map(({ scopes, asks }) => ({
          scopes,
          commands: asks.map((ask) => ({
            title: words[`command.${ask}.title`],
            description: words[`command.${ask}.about`],
          })),
        })),
      },
    ],
    composeExtensions: [
      {
        botId,
        commands: [
          {
            id: 'search',
            type: 'query',
            title: words['search.title'],
            description: words['search.about'],
            context: ['compose', 'commandBox'],
            initialRun: true,
            parameters: [{ name: 'query', title: words['search.query'], inputType: 'text' }],
          },
        ],
        // Links to our own pages are shown as cards.
        messageHandlers: [{ type: 'link', value: { domains: [host] } }],
      },
    ],
    validDomains: [host],
    webApplicationInfo: { id: clientId, resource: `api://${host}/${clientId}` },
    authorization: { permissions: { resourceSpecific: RIGHTS } },
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'tab', groupchat: 'tab', meetings: 'tab' },
    supportedChannelTypes: ['sharedChannels', 'privateChannels'],
  };
}

/** The file beside the manifest that says all of its words in another language. */
export function teamsWords(
  { name }: Pick<TeamsSource, 'name'>,
  words: ManifestWords,
): Readonly<Record<string, string>> {
  const commands = COMMANDS.flatMap(({ asks }, list) =>
    asks.flatMap((ask, at) => {
      const path = `bots[0].commandLists[${String(list)}].commands[${String(at)}]`;
      return [
        [`${path}.title`, words[`command.${ask}.title`]],
        [`${path}.description`, words[`command.${ask}.about`]],
      ] as const;
    }),
  );
  const search = 'composeExtensions[0].commands[0]';
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    'name.short': name,
    'name.full': words['name.full'],
    'description.short': words['description.short'],
    'description.full': words['description.full'],
    'staticTabs[0].name': words['tab.home'],
    ...Object.fromEntries(commands),
    [`${search}.title`]: words['search.title'],
    [`${search}.description`]: words['search.about'],
    [`${search}.parameters[0].title`]: words['search.query'],
  };
}
