/** What npm prints when it fails, and what a person can do about it. The first that matches is told. */
const CAUSES = [
  {
    sign: /ENOSPC|no space left/i,
    advice: 'The disk is full: free about 1 GB and run the command again.',
  },
  {
    sign: /CERT_|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)/,
    advice:
      "The registry's certificate is not trusted here. If your network has its own certificate authority, name its " +
      'file with "npm config set cafile FILE" and run the command again.',
  },
  {
    sign: /\bE40[13]\b|ENEEDAUTH/,
    advice:
      'The package registry refused this machine. "npm config get registry" shows which one is asked; sign in with ' +
      '"npm login" or ask its owner, then run the command again.',
  },
  {
    sign: /\bE404\b|ETARGET|\b404 Not Found/,
    advice:
      'The package registry does not have a package that the lockfile names. "npm config get registry" shows which ' +
      'one is asked; a mirror may be behind, or choose another, then run the command again.',
  },
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network/i,
    advice:
      'The package registry cannot be reached. Check the connection and the proxy ("npm config get proxy"), and that ' +
      'the registry is the one you mean ("npm config get registry"), then run the command again.',
  },
  {
    sign: /EACCES|EPERM|EROFS/,
    advice:
      'A folder cannot be written: this clone\'s node_modules or npm\'s cache ("npm config get cache"). Make both ' +
      'your own and run the command again.',
  },
  {
    sign: /EUSAGE|in sync/,
    advice:
      'package.json and package-lock.json do not agree. Run "npm install" once, commit the lockfile it writes, and ' +
      'run the command again.',
  },
];

/**
 * Says in a sentence what to do about a failed `npm ci`.
 * @param {string} output everything it printed
 * @returns {string}
 */
export function explainInstall(output) {
  const cause = CAUSES.find(({ sign }) => sign.test(output));
  return (
    cause?.advice ?? 'Delete the folder node_modules and run the command again; the lines above say what npm missed.'
  );
}

/**
 * The part of a long output that says what went wrong: it begins where an error is first named.
 * @param {string} output
 * @returns {string} at most 15 lines
 */
export function tellingLines(output) {
  const lines = output.trimEnd().split('\n');
  const first = lines.findIndex((line) => /\b(error|E:|ERR!)/i.test(line));
  return (first === -1 ? lines.slice(-15) : lines.slice(first, first + 15)).join('\n');
}
