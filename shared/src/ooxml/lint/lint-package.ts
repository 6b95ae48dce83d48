import { readPart, type OpcPackage } from '../package/opc-package.ts';
import type { XmlElement } from '../package/xml.ts';
import { lintChart } from './chart-rules.ts';
import { lintDrawing } from './drawing-rules.ts';
import type { PackageFinding } from './finding.ts';
import { lintLinks } from './package-rules.ts';

/** Finds what a validator of schemas does not see in a deck or a report, and what Office would repair or leave out. */
export function lintPackage(pack: OpcPackage): readonly PackageFinding[] {
  const findings: PackageFinding[] = [];
  const roots = new Map<string, XmlElement>();
  for (const name of pack.parts.keys()) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const root = readPart(pack, name);
    if (root) roots.set(name, root);
    else findings.push({ kind: 'part.malformed', part: name, detail: '' });
  }
  findings.push(...lintLinks(pack, roots));
  for (const [part, root] of roots) {
    const found = root.name === 'c:chartSpace' ? lintChart(pack, part, root) : lintDrawing(root);
    findings.push(...found.map((finding) => ({ ...finding, part })));
  }
  return findings;
}
