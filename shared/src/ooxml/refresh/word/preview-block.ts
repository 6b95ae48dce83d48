import { ok, type Result } from '../../../kernel/result.ts';
import type { Exhibit } from '../../exhibit.ts';
import type { OpcPackage } from '../../package/opc-package.ts';
import { childOf, childrenOf, type XmlElement } from '../../package/xml.ts';
import { comeAndGo, tableChanges, type Changes } from '../changes.ts';
import type { RefreshFault } from '../found.ts';
import type { Words } from '../merge-words.ts';
import { previewChart, type RefreshPreview } from '../preview-refresh.ts';
import { captionChange } from './block-words.ts';
import { insideOf, type FoundBlock } from './find-blocks.ts';
import { PAGE_TABLE } from './page-table.ts';
import { pageText } from './page-texts.ts';
import { blockMarker, openBlock } from './refresh-block.ts';

/** Says what a refresh of a block would change, number by number, without changing anything. */
export function previewBlock(
  pack: OpcPackage,
  found: FoundBlock,
  exhibit: Exhibit,
): Result<RefreshPreview, RefreshFault> {
  const opened = openBlock(pack, found, exhibit);
  if (!opened.ok) return opened;
  const { control, identity } = opened.value;
  const { written } = identity;
  const mark = blockMarker(found);
  const words = written && { exhibit, written, mark };
  const title = { change: captionChange(control, words, exhibit.title), after: exhibit.title };
  const { body } = exhibit;
  const drawn = previewChart(pack, found.state, { body, written, mark });
  if (drawn) return ok({ ...drawn, title });
  const table = insideOf(control).find(({ name }) => name === 'w:tbl');
  if (body.form === 'table' && table) {
    const changes = tableChanges({ form: PAGE_TABLE, table, content: body.table, written, mark });
    return ok({ ...changes, title, edits: [] });
  }
  return ok({ ...textChanges(control, words), title, edits: [] });
}

/** Those paragraphs that are ours still: what somebody rewrote stays, and changes nothing. */
function textChanges(control: XmlElement, words: Words | null): Changes {
  const content = childOf(control, 'w:sdtContent');
  if (!words || !content) return { changes: [], added: [], gone: [] };
  const { exhibit, written, mark } = words;
  const marks = written.body.form === 'text' ? written.body.paragraphs : [];
  const before = childrenOf(content, 'w:p')
    .map((one) => pageText(one).replaceAll(/\s+/g, ' ').trim())
    .filter((text) => marks.includes(mark(text)));
  const after =
    exhibit.body.form === 'text'
      ? exhibit.body.paragraphs.map(({ lead, text }) => `${lead ?? ''} ${text}`.replaceAll(/\s+/g, ' ').trim())
      : [];
  const { added, gone } = comeAndGo(before, after);
  const isRewritten = (text: string) => {
    const at = after.indexOf(text);
    return marks[at] !== undefined && !before.some((one) => mark(one) === marks[at]);
  };
  return { changes: [], added: added.filter((text) => !isRewritten(text)), gone };
}
