/** Whether and how the service reads teams of Microsoft Teams for whoever asks. */
export type DirectoryConfig =
  | { readonly signIn: 'off' }
  | { readonly signIn: 'managed-identity'; readonly graph: string }
  | { readonly signIn: 'secret'; readonly graph: string; readonly secret: string };

const PUBLIC_GRAPH = 'https://graph.microsoft.com';

/** Reads the settings, and adds what is wrong with them to `faults`, each as a sentence that begins with its name. */
export function directoryIn(
  values: {
    readonly directory: string | undefined;
    readonly secret: string | undefined;
    readonly graph: string | undefined;
  },
  faults: string[],
): DirectoryConfig {
  const { directory = 'off', secret, graph = PUBLIC_GRAPH } = values;
  if (directory === 'off') return { signIn: 'off' };
  if (!isHttpsOrigin(graph)) {
    faults.push(`GRAPH_ORIGIN must be an https origin without a path, such as ${PUBLIC_GRAPH}, or left out.`);
  }
  if (directory === 'managed-identity') return { signIn: 'managed-identity', graph };
  if (directory !== 'secret') {
    faults.push(`DIRECTORY must be off, secret or managed-identity, not "${directory}".`);
  } else if (secret === undefined) {
    faults.push('ENTRA_CLIENT_SECRET must be the secret of the API registration where DIRECTORY is secret.');
  }
  return { signIn: 'secret', graph, secret: secret ?? '' };
}

/** Whether a text is an address of https with nothing behind its host. */
export function isHttpsOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).origin === text;
}
