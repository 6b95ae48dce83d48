/**
 * The origins beside Microsoft's whose messages teams-js may hear: our own, when the build trusts its scheme and host.
 * A host on this machine serves the tab from its own origin, on a port that no build can know.
 */
export function hostOriginsHeard(built: readonly string[], own: URL): string[] {
  return built.includes(`${own.protocol}//${own.hostname}`) ? [own.origin] : [];
}
