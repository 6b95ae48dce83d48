import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { addPart, emptyPackage } from '@plumbline/shared/ooxml/package/opc-package';
import { childrenOf, descendantsOf, parseXml } from '@plumbline/shared/ooxml/package/xml';
import { readTheme, type Theme } from '@plumbline/shared/ooxml/theme/theme';
import { exhibitBlock } from '@plumbline/shared/ooxml/word/exhibit-block';
import { reportBlock } from '@plumbline/shared/ooxml/word/report-block';
import type { HostFault } from '../host/host-fault.ts';
import type { DocumentColours } from '../preview/document-colours.ts';
import { coloursOf } from './document-colours.ts';
import type { Jobs } from './jobs.ts';

const THEME = 'word/theme/theme1.xml';

/** Exhibits as blocks of a text, in the theme of a piece of it. */
export function makeBlocks(takes: Jobs['makeBlocks']['takes']): Result<string, HostFault> {
  const { piece, items, writing, firstFigure } = takes;
  const theme = themeIn(piece);
  return theme.ok ? ok(exhibitBlock(items, { ...writing, theme: theme.value, firstFigure })) : theme;
}

/** A whole report, in the theme of a piece of the text that it goes into. */
export function makeReport(takes: Jobs['makeReport']['takes']): Result<string, HostFault> {
  const { piece, report, ids, writing, firstFigure } = takes;
  const theme = themeIn(piece);
  return theme.ok ? ok(reportBlock(report, ids, { ...writing, theme: theme.value, firstFigure })) : theme;
}

/** Reads the colours that figures would have beside a piece of a text. */
export function readTextColours({ piece }: Jobs['readTextColours']['takes']): Result<DocumentColours, HostFault> {
  const theme = themeIn(piece);
  return theme.ok ? ok(coloursOf(theme.value)) : theme;
}

/** Word hands a piece over with all that it needs to be drawn, so with its theme. */
function themeIn(piece: string): Result<Theme, HostFault> {
  const parsed = parseXml(piece);
  if (!parsed.ok) return fail({ kind: 'host.refused', code: parsed.error });
  const part = descendantsOf(parsed.value, 'pkg:part').find(({ attributes }) =>
    (attributes['pkg:name'] ?? '').startsWith('/word/theme/'),
  );
  const pack = emptyPackage();
  const root = part && descendantsOf(part, 'pkg:xmlData').flatMap((data) => childrenOf(data))[0];
  if (root) addPart(pack, THEME, { contentType: 'application/xml', content: root });
  return ok(readTheme(pack, THEME));
}
