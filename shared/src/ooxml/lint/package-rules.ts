import { PACKAGE, relationshipsOf, targetOf, type OpcPackage } from '../package/opc-package.ts';
import { childrenOf, type XmlElement } from '../package/xml.ts';
import type { PackageFinding, PartFinding } from './finding.ts';

/** Looks at how the parts of a package hang together: their types, their links, and who links to them. */
export function lintLinks(pack: OpcPackage, roots: ReadonlyMap<string, XmlElement>): readonly PackageFinding[] {
  return [...lintTypes(pack, roots.get(TYPES)), ...lintTargets(pack), ...lintReferences(pack, roots)];
}

const TYPES = '[Content_Types].xml';

function lintTypes(pack: OpcPackage, types: XmlElement | undefined): readonly PackageFinding[] {
  if (!types) return [];
  const overrides = childrenOf(types, 'Override').map(({ attributes }) => (attributes['PartName'] ?? '').slice(1));
  const endings = new Set(childrenOf(types, 'Default').map(({ attributes }) => attributes['Extension']?.toLowerCase()));
  const names = new Set([...pack.parts.keys()].map((name) => name.toLowerCase()));
  const typed = new Set(overrides.map((name) => name.toLowerCase()));
  return [
    ...overrides
      .filter((name) => !names.has(name.toLowerCase()))
      .map((name) => ({ kind: 'override.dangling' as const, part: TYPES, detail: name })),
    ...[...pack.parts.keys()]
      .filter((name) => name !== TYPES && !typed.has(name.toLowerCase()) && !endings.has(endingOf(name)))
      .map((name) => ({ kind: 'part.untyped' as const, part: name, detail: endingOf(name) })),
  ];
}

/** Follows the links from the package on; what is not reached is carried along for nothing. */
function lintTargets(pack: OpcPackage): readonly PackageFinding[] {
  const findings: PackageFinding[] = [];
  const names = new Map([...pack.parts.keys()].map((name) => [name.toLowerCase(), name]));
  const reached = new Set([TYPES]);
  const waiting = [PACKAGE];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const links = relationshipsOf(pack, source);
    if (links.length > 0) reached.add(linksPart(source));
    for (const id of repeated(links.map((link) => link.id))) {
      findings.push({ kind: 'link.duplicate', part: source, detail: id });
    }
    for (const link of links) {
      const target = targetOf(source, link);
      if (target === null || link.target.startsWith('#')) continue;
      const name = names.get(decoded(target).toLowerCase());
      if (name === undefined) findings.push({ kind: 'link.dangling', part: source, detail: `${link.id} ${target}` });
      else if (!reached.has(name)) {
        reached.add(name);
        waiting.push(name);
      }
    }
  }
  for (const name of pack.parts.keys()) {
    if (reached.has(name) || (isLinks(name) && reached.has(sourceOf(name)))) continue;
    findings.push({ kind: 'part.orphan', part: name, detail: '' });
  }
  return findings;
}

function lintReferences(pack: OpcPackage, roots: ReadonlyMap<string, XmlElement>): readonly PackageFinding[] {
  return [...roots].flatMap(([part, root]) => {
    if (part === TYPES || isLinks(part)) return [];
    const ids = new Set(relationshipsOf(pack, part).map(({ id }) => id));
    return missingIn(root, ids).map((finding) => ({ ...finding, part }));
  });
}

function missingIn(at: XmlElement, ids: ReadonlySet<string>): readonly PartFinding[] {
  const own = Object.entries(at.attributes)
    // An empty one stands in links that only run an action.
    .filter(([name, value]) => name.startsWith('r:') && value !== '' && !ids.has(value))
    .map(([, value]) => ({ kind: 'link.missing' as const, detail: `${at.name} ${value}` }));
  return [...own, ...childrenOf(at).flatMap((child) => missingIn(child, ids))];
}

/** Those that stand more than once in a list, each once. */
export function repeated(ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const id of ids) (seen.has(id) ? again : seen).add(id);
  return [...again];
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}

function isLinks(name: string): boolean {
  return /(?:^|\/)_rels\/[^/]*\.rels$/.test(name);
}

function sourceOf(links: string): string {
  return links.replace(/(^|\/)_rels\/([^/]*)\.rels$/, '$1$2');
}

function linksPart(source: string): string {
  const at = source.lastIndexOf('/') + 1;
  return `${source.slice(0, at)}_rels/${source.slice(at)}.rels`;
}

/** Names of parts are written as addresses are. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
