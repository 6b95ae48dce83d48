import { fail, ok, type Result } from '@plumbline/shared/kernel/result';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the packages of one deployment are made of; the first four are settings of its service too. */
export interface PackageSettings {
  /** PUBLIC_HOST: where the service is reached, without a scheme. */
  readonly host: string;
  /** ENTRA_CLIENT_ID, BOT_APP_ID and TEAMS_APP_ID: GUIDs. */
  readonly clientId: string;
  readonly botId: string;
  readonly appId: string;
  /** APP_NAME_SUFFIX: what tells this deployment from the one that people work with, such as `dev`; `null` for that one. */
  readonly suffix: string | null;
  /** PACKAGE_VERSION: what tells these packages from those that were uploaded before, as 1.2.3; `null` for the project's own. */
  readonly version: string | null;
  /** PUBLISHER, WEBSITE_URL, PRIVACY_URL and TERMS_URL: who answers for it, and where that is said. */
  readonly publisher: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST = /^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i;
/** Hosts that only whoever develops reaches, for a time. */
const OF_DEVELOPMENT = /(?:^|\.)(?:localhost|local|test|invalid|ngrok(?:-free)?\.(?:io|app|dev)|devtunnels\.ms)$/i;
/** Office adds a fourth number by itself, and takes five digits for each. */
const VERSION = /^(?:0|[1-9]\d{0,4})(?:\.(?:0|[1-9]\d{0,4})){2}$/;
const LONGEST_SUFFIX = 12;
const LONGEST_PUBLISHER = 32;

/** Reads them, or says everything that is wrong with them, each as a sentence that begins with the setting's name. */
export function packageSettingsIn(env: Environment): Result<PackageSettings, readonly string[]> {
  const of = (name: string) => env[name]?.trim() ?? '';
  const faults: string[] = [];
  const guid = (name: string, what: string) => {
    if (!GUID.test(of(name))) faults.push(`${name} must be ${what}, a GUID.`);
    return of(name).toLowerCase();
  };
  const page = (name: string, what: string) => {
    if (!isHttps(of(name))) faults.push(`${name} must be the https address of ${what}.`);
    return of(name);
  };
  const settings: PackageSettings = {
    host: of('PUBLIC_HOST').toLowerCase(),
    clientId: guid('ENTRA_CLIENT_ID', 'the application (client) id of the API registration in Entra ID'),
    botId: guid('BOT_APP_ID', "the application (client) id of the bot's registration in Entra ID"),
    appId: guid('TEAMS_APP_ID', 'an id that you make up once for the Teams app and never change'),
    suffix: of('APP_NAME_SUFFIX') === '' ? null : of('APP_NAME_SUFFIX'),
    version: of('PACKAGE_VERSION') === '' ? null : of('PACKAGE_VERSION'),
    publisher: of('PUBLISHER'),
    websiteUrl: page('WEBSITE_URL', 'your organisation or the page of it that is about Plumbline'),
    privacyUrl: page('PRIVACY_URL', 'your statement on privacy'),
    termsUrl: page('TERMS_URL', 'your terms of use'),
  };
  if (!HOST.test(settings.host)) {
    faults.push('PUBLIC_HOST must be the host name that people reach the service at, without a scheme or a port.');
  } else if (settings.suffix === null && OF_DEVELOPMENT.test(settings.host)) {
    faults.push(
      `PUBLIC_HOST is a host of development, ${settings.host}: set APP_NAME_SUFFIX too, so that nobody takes it for the real one.`,
    );
  }
  if (settings.publisher === '' || settings.publisher.length > LONGEST_PUBLISHER) {
    faults.push(`PUBLISHER must be the name of your organisation, at most ${String(LONGEST_PUBLISHER)} characters.`);
  }
  if (settings.suffix !== null && settings.suffix.length > LONGEST_SUFFIX) {
    faults.push(`APP_NAME_SUFFIX must be at most ${String(LONGEST_SUFFIX)} characters, such as dev.`);
  }
  if (settings.version !== null && !VERSION.test(settings.version)) {
    faults.push('PACKAGE_VERSION must be three numbers, such as 1.2.3, higher than those uploaded before.');
  }
  return faults.length === 0 ? ok(settings) : fail(faults);
}

function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
