/** @import { Abilities, Faults, FrameContext, InstanceConfig, LoadState, LogEntry, TabMessage } from '../../types.ts' */
import { readLink } from './deep-link.js';
import { ERROR_CODE, refuseAsUnsupported, STAGE_REFUSALS, TOKEN_REFUSALS } from './refusals.js';

/**
 * @typedef {object} ProtocolOptions
 * @property {FrameContext} frameContext
 * @property {Abilities} abilities what this placement can do
 * @property {() => Faults} faults read at each call, so that a switch acts at once
 * @property {string} appId
 * @property {(message: object) => void} post sends to the tab
 * @property {(entry: Pick<LogEntry, 'direction' | 'func' | 'args' | 'outcome'>) => void} record
 */

/**
 * @typedef {object} Protocol
 * @property {(data: unknown) => Promise<void>} receive takes what the tab posted
 * @property {(func: string, args: readonly unknown[]) => void} sendEvent
 * @property {(event: string) => boolean} listensTo whether the tab registered a handler for an event
 */

/** How a call ends when it is not answered with values. */
/** @type {unique symbol} */
const NOTED = Symbol('noted');
/** @type {unique symbol} */
const WITHHELD = Symbol('withheld');

/** A refusal as teams-js' callers read it. */
class HostRefusal extends Error {
  /** @param {readonly unknown[]} answer */
  constructor(answer) {
    super('refused');
    this.answer = answer;
  }
}

const SLOW_MS = 3_000;

/**
 * Speaks the host's side of the teams-js protocol with one tab. Every function is answered, noted or refused, and
 * recorded: nothing is swallowed.
 *
 * @param {ProtocolOptions} options
 * @returns {Protocol}
 */
export function createProtocol({ frameContext, abilities, faults, appId, post, record }) {
  /** @type {Set<string>} */
  const registered = new Set();
  const answers = createAnswers({ frameContext, abilities, faults, appId, registered });

  /**
   * @param {TabMessage} message
   * @returns {Promise<{ outcome: LogEntry['outcome']; args: readonly unknown[] | undefined }>}
   */
  async function answer(message) {
    const handler = answers.get(message.func);
    if (handler === undefined) return { outcome: 'unsupported', args: refuseAsUnsupported(message.func) };
    try {
      const args = await handler(...message.args);
      if (args === NOTED) return { outcome: 'noted', args: undefined };
      if (args === WITHHELD) return { outcome: 'withheld', args: undefined };
      return { outcome: 'answered', args };
    } catch (error) {
      if (error instanceof HostRefusal) return { outcome: 'answered', args: error.answer };
      throw error;
    }
  }

  return {
    async receive(data) {
      const message = readMessage(data);
      if (message === undefined) return;
      const { outcome, args } = await answer(message);
      record({ direction: 'app', func: message.func, args: message.args, outcome });
      if (args === undefined) return;
      record({ direction: 'host', func: message.func, args: hideToken(message.func, args), outcome });
      post({ id: message.id, uuidAsString: message.uuidAsString, args, monotonicTimestamp: timestamp() });
    },
    sendEvent(func, args) {
      record({ direction: 'host', func, args, outcome: 'event' });
      post({ func, args, monotonicTimestamp: timestamp() });
    },
    listensTo: (event) => registered.has(event),
  };
}

/**
 * @typedef {readonly unknown[] | typeof NOTED | typeof WITHHELD} Answer
 * @typedef {(...args: readonly unknown[]) => Answer | Promise<Answer>} Handler
 */

/**
 * @param {Pick<ProtocolOptions, 'frameContext' | 'abilities' | 'faults' | 'appId'> & { registered: Set<string> }} of
 * @returns {ReadonlyMap<string, Handler>}
 */
function createAnswers({ frameContext, abilities, faults, appId, registered }) {
  /** @type {Map<string, Handler>} */
  const answers = new Map();

  answers.set('initialize', async () => {
    const { initialize, support } = faults();
    if (initialize === 'silent') return WITHHELD;
    if (initialize === 'slow') await pause(SLOW_MS);
    return [frameContext, 'web', JSON.stringify(describeRuntime(support)), '2.0.1'];
  });
  answers.set('getContext', () => [abilities.describeContext()]);
  answers.set('registerHandler', (name) => {
    registered.add(String(name));
    return NOTED;
  });

  answers.set('appInitialization.appLoaded', () => noteLoading({ status: 'loaded' }));
  answers.set('appInitialization.success', () => noteLoading({ status: 'loaded' }));
  answers.set('appInitialization.failure', (reason, message) =>
    noteLoading({ status: 'failed', reason: [reason, message].filter(Boolean).join(': ') }),
  );
  answers.set('appInitialization.expectedFailure', () => noteLoading({ status: 'loaded' }));
  /**
   * @param {LoadState} state
   * @returns {Answer}
   */
  function noteLoading(state) {
    abilities.reportLoading(state);
    return NOTED;
  }

  answers.set('authentication.getAuthToken', async () => {
    const { token } = faults();
    if (token === 'silent') return WITHHELD;
    if (token !== 'ok') return [false, TOKEN_REFUSALS[token]];
    try {
      return [true, await abilities.getToken()];
    } catch (error) {
      return [false, error instanceof Error ? error.message : String(error)];
    }
  });

  answers.set('authentication.authenticate', async (url, width, height) => {
    try {
      return [true, await abilities.signIn({ url: String(url), width: Number(width), height: Number(height) })];
    } catch (error) {
      return [false, error instanceof Error ? error.message : String(error)];
    }
  });
  answers.set('authentication.authenticate.success', (result) => {
    abilities.signedIn(typeof result === 'string' ? result : '');
    return NOTED;
  });
  answers.set('authentication.authenticate.failure', (reason) => {
    abilities.notSignedIn(typeof reason === 'string' ? reason : '');
    return NOTED;
  });

  answers.set('executeDeepLink', (link) => {
    if (faults().links === 'refused') return [false, 'The link was refused by the host'];
    return follow(String(link));
  });
  answers.set('pages.navigateToApp', (params) => {
    if (faults().links === 'refused') return [false, 'Navigation was refused by the host'];
    const { appId: wanted = '', pageId = '', subPageId = '' } = readTexts(params);
    return openPage({ wanted, pageId, subPageId });
  });
  answers.set('pages.currentApp.navigateTo', (params) => {
    refuseWithoutSupport();
    const { pageId = '', subPageId = '' } = readTexts(params);
    openPage({ wanted: appId, pageId, subPageId });
    return [null];
  });
  answers.set('pages.currentApp.navigateToDefaultPage', () => {
    refuseWithoutSupport();
    openPage({ wanted: appId, pageId: 'home', subPageId: '' });
    return [null];
  });
  answers.set('navigateCrossDomain', () => [false]);
  answers.set('navigateBack', () => {
    abilities.goBack();
    return [true];
  });
  answers.set('returnFocus', (forward) => {
    abilities.moveFocus(forward === true);
    return NOTED;
  });
  answers.set('shareDeepLink', (subPageId, label) => {
    const name = typeof label === 'string' && label !== '' ? label : String(subPageId);
    abilities.tellUser(`Teams would offer a link to “${name}” to copy.`);
    return NOTED;
  });
  answers.set('setFrameContext', () => NOTED);
  answers.set('readyToUnload', () => NOTED);
  answers.set('log.receive', () => NOTED);

  function refuseWithoutSupport() {
    if (faults().support === 'none') throw new HostRefusal([{ errorCode: ERROR_CODE.notSupportedOnPlatform }]);
  }

  /** @param {string} link */
  function follow(link) {
    const target = readLink(link);
    switch (target.kind) {
      case 'refused':
        return [false, target.reason];
      case 'web':
        abilities.openLink(target.url);
        return [true];
      case 'teams':
        abilities.tellUser(`Teams would ${target.does}.`);
        return [true];
      case 'app':
        return openPage({ wanted: target.appId, pageId: target.pageId, subPageId: target.subPageId });
    }
  }

  /** @param {{ wanted: string; pageId: string; subPageId: string }} page */
  function openPage({ wanted, pageId, subPageId }) {
    if (wanted === appId) abilities.openApp({ pageId, subPageId });
    else abilities.tellUser(`Teams would open the app ${wanted}, page “${pageId}”.`);
    return [true];
  }

  if (abilities.config !== undefined) addConfigAnswers(answers, abilities.config);
  else answers.set('settings.getSettings', () => [{}]);
  if (abilities.meeting !== undefined) addMeetingAnswers(answers, { meeting: abilities.meeting, faults });
  return answers;
}

/**
 * @param {Map<string, Handler>} answers
 * @param {NonNullable<Abilities['config']>} config
 */
function addConfigAnswers(answers, config) {
  answers.set('settings.getSettings', () => [config.get() ?? {}]);
  answers.set('settings.setSettings', (settings) => {
    const read = readConfig(settings);
    if (read === undefined) return [false, 'A tab needs a contentUrl that is a full address.'];
    config.set(read);
    return [true];
  });
  answers.set('settings.setValidityState', (valid) => {
    config.setValid(valid === true);
    return NOTED;
  });
  answers.set('settings.save.success', () => {
    config.saved();
    return NOTED;
  });
  answers.set('settings.save.failure', (reason) => {
    config.failed(typeof reason === 'string' ? reason : 'The app gave no reason.');
    return NOTED;
  });
}

/**
 * @param {Map<string, Handler>} answers
 * @param {{ meeting: NonNullable<Abilities['meeting']>; faults: () => Faults }} of
 */
function addMeetingAnswers(answers, { meeting, faults }) {
  /** @param {() => Answer | Promise<Answer>} act */
  const guarded = (act) => () => {
    const { stage, support } = faults();
    if (support === 'none') return [{ errorCode: ERROR_CODE.notSupportedOnPlatform }, null];
    if (stage !== 'ok') return [STAGE_REFUSALS[stage], null];
    return act();
  };
  answers.set('meeting.getMeetingDetails', () => [null, meeting.describe()]);
  answers.set('meeting.getAppContentStageSharingState', () => [null, { isAppSharing: meeting.isSharing() }]);
  answers.set('meeting.getAppContentStageSharingCapabilities', () => [
    null,
    { doesAppHaveSharePermission: faults().stage !== 'refused' },
  ]);
  answers.set('meeting.shareAppContentToStage', (url) =>
    guarded(async () => {
      await meeting.share(String(url));
      return [null, true];
    })(),
  );
  answers.set(
    'meeting.stopSharingAppContentToStage',
    guarded(async () => {
      await meeting.stopSharing();
      return [null, true];
    }),
  );
  answers.set('meeting.appShareButton.setOptions', (options) => {
    const visible = typeof options === 'object' && options !== null && 'isVisible' in options && options.isVisible;
    meeting.offerShare(visible === true ? (readTexts(options).contentUrl ?? '') : undefined);
    return NOTED;
  });
}

/** @param {Faults['support']} support */
function describeRuntime(support) {
  const pages = { appButton: {}, backStack: {}, config: {}, currentApp: {} };
  return {
    apiVersion: 4,
    isLegacyTeams: false,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    supports: support === 'none' ? {} : { pages, meeting: {} },
  };
}

/**
 * @param {unknown} data
 * @returns {TabMessage | undefined}
 */
function readMessage(data) {
  if (typeof data !== 'object' || data === null || !('func' in data) || !('id' in data)) return undefined;
  if (typeof data.func !== 'string' || typeof data.id !== 'number') return undefined;
  const uuidAsString = 'uuidAsString' in data && typeof data.uuidAsString === 'string' ? data.uuidAsString : undefined;
  /** @type {readonly unknown[]} */
  const args = 'args' in data && Array.isArray(data.args) ? data.args : [];
  return { id: data.id, uuidAsString, func: data.func, args };
}

/**
 * @param {unknown} settings
 * @returns {InstanceConfig | undefined}
 */
function readConfig(settings) {
  const { entityId = '', contentUrl = '', websiteUrl = '', suggestedDisplayName = 'Tab' } = readTexts(settings);
  if (!URL.canParse(contentUrl)) return undefined;
  return { entityId, contentUrl, websiteUrl: websiteUrl === '' ? contentUrl : websiteUrl, suggestedDisplayName };
}

/**
 * @param {unknown} value
 * @returns {Readonly<Record<'appId' | 'pageId' | 'subPageId' | 'entityId' | 'contentUrl' | 'websiteUrl' | 'suggestedDisplayName', string | undefined>>}
 */
function readTexts(value) {
  /** @type {ReadonlyMap<string, unknown>} */
  const entries = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  /** @param {string} key */
  const text = (key) => {
    const found = entries.get(key);
    return typeof found === 'string' ? found : undefined;
  };
  return {
    appId: text('appId'),
    pageId: text('pageId'),
    subPageId: text('subPageId'),
    entityId: text('entityId'),
    contentUrl: text('contentUrl'),
    websiteUrl: text('websiteUrl'),
    suggestedDisplayName: text('suggestedDisplayName'),
  };
}

/**
 * @param {string} func
 * @param {readonly unknown[]} args
 */
function hideToken(func, args) {
  return func === 'authentication.getAuthToken' && args[0] === true ? [true, '(a token)'] : args;
}

function timestamp() {
  return performance.now() + performance.timeOrigin;
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
