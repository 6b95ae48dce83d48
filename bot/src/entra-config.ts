import { isHttpsOrigin, type DirectoryConfig } from './directory/directory-config.ts';

/** What the service must know of Entra ID to check who somebody is. */
export interface EntraConfig {
  /** ENTRA_AUTHORITY, the public cloud's if not set: where people of a tenant sign in, an https origin. */
  readonly authority: string;
  /** ENTRA_CLIENT_ID: the application id of the API's registration (a GUID). */
  readonly clientId: string;
  /** ENTRA_TENANTS: the ids of the onboarded tenants (GUIDs), separated by commas. */
  readonly tenants: readonly string[];
  /** PUBLIC_HOST: the host name that people reach the service at, without a scheme. */
  readonly publicHost: string;
  /** DIRECTORY, ENTRA_CLIENT_SECRET and GRAPH_ORIGIN: how teams of Microsoft Teams are read; off if not set. */
  readonly directory: DirectoryConfig;
}

export const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/i;
const PUBLIC_CLOUD = 'https://login.microsoftonline.com';

/** Reads the settings, and adds what is wrong with them to `faults`, each as a sentence that begins with its name. */
export function entraIn(
  values: {
    readonly authority: string | undefined;
    readonly clientId: string | undefined;
    readonly tenants: string | undefined;
    readonly publicHost: string | undefined;
    readonly directory: DirectoryConfig;
  },
  faults: string[],
): EntraConfig {
  const config: EntraConfig = {
    authority: values.authority ?? PUBLIC_CLOUD,
    clientId: values.clientId ?? '',
    tenants: tenantsIn(values.tenants),
    publicHost: values.publicHost ?? '',
    directory: values.directory,
  };
  if (!isHttpsOrigin(config.authority)) {
    faults.push(`ENTRA_AUTHORITY must be an https origin without a path, such as ${PUBLIC_CLOUD}, or left out.`);
  }
  if (!GUID.test(config.clientId)) {
    faults.push('ENTRA_CLIENT_ID must be the application (client) id of the API registration in Entra ID, a GUID.');
  }
  if (config.tenants.length === 0 || !config.tenants.every((tenant) => GUID.test(tenant))) {
    faults.push('ENTRA_TENANTS must be one or more tenant ids, GUIDs separated by commas.');
  }
  if (!HOST_NAME.test(config.publicHost)) {
    faults.push('PUBLIC_HOST must be the host name that people reach the service at, such as plumbline.example.com.');
  }
  return config;
}

/** The ids in a list that commas separate, in lower case. */
export function tenantsIn(list = ''): readonly string[] {
  return list
    .split(',')
    .map((tenant) => tenant.trim().toLowerCase())
    .filter((tenant) => tenant !== '');
}
