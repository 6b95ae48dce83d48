import type { Persona } from '../persona.ts';

/** The page on which one chooses who one is; there are no passwords on this machine. */
export function signInPage(people: readonly Persona[], request: URLSearchParams): string {
  const choices = people.map(
    ({ userPrincipalName, name, title }) =>
      `<li><button name="username" value="${escaped(userPrincipalName)}">${escaped(name)}, ${escaped(title)}</button></li>`,
  );
  return page(
    'Sign in',
    `<h1>Pick an account</h1><form method="post" action="login">${keptIn(request)}<ul>${choices.join('')}</ul>
    <p><button name="username" value="">Cancel</button></p></form>`,
  );
}

/** The page on which somebody lets an application into the tenant, or does not. */
export function consentPage({ userPrincipalName, name }: Persona, request: URLSearchParams): string {
  return page(
    'Permissions',
    `<h1>Permissions requested</h1><p>${escaped(name)}, this application would like to know who you are.</p>
    <form method="post" action="login">${keptIn(request)}
    <input type="hidden" name="username" value="${escaped(userPrincipalName)}">
    <p><button name="agreement" value="given">Accept</button> <button name="agreement" value="declined">Cancel</button></p></form>`,
  );
}

/** What somebody sees who came with a request that cannot be answered to whoever sent it. */
export function refusalPage(message: string): string {
  return page('Sorry', `<h1>Sorry, but we’re having trouble signing you in.</h1><p>${escaped(message)}</p>`);
}

/** What is shown after an administrator has consented, or somebody has signed out with nowhere to go. */
export function donePage(message: string): string {
  return page('Done', `<h1>${escaped(message)}</h1>`);
}

/** What was asked for, for the answer to the page's question. */
function keptIn(request: URLSearchParams): string {
  return [...request]
    .map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
    .join('');
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${body}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
