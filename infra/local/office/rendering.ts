import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A page is drawn so wide, in pixels. */
const WIDTH = '1200';
const LONGEST_MS = 60_000;
/** As many renderings are kept. */
const MOST_KEPT = 8;

/**
 * Draws documents with LibreOffice where this machine has it, in the background and one at a time, and keeps what it
 * drew by the hash of the file. Where there is none, nothing is ever drawn, and nobody is told of a fault.
 */
export class Renderer {
  readonly #drawn = new Map<string, readonly string[]>();
  readonly #folder = mkdtempSync(join(tmpdir(), 'plumbline-office-'));
  #current: string | null = null;
  #isMissing = false;

  /** The pictures of a file's pages; empty until they are drawn, which begins with this call; `null` for never. */
  pages(bytes: Uint8Array, ending: 'pptx' | 'docx'): readonly string[] | null {
    if (this.#isMissing) return null;
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    const drawn = this.#drawn.get(hash);
    if (drawn) return drawn;
    if (this.#current === null) {
      this.#current = hash;
      void this.#draw(hash, bytes, ending);
    }
    return [];
  }

  close(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #draw(hash: string, bytes: Uint8Array, ending: string): Promise<void> {
    const folder = join(this.#folder, hash);
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `document.${ending}`), bytes);
      const profile = `-env:UserInstallation=file://${join(this.#folder, 'profile')}`;
      const convert = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder];
      await run('soffice', [...convert, join(folder, `document.${ending}`)], { timeout: LONGEST_MS });
      await run(
        'pdftoppm',
        ['-png', '-scale-to-x', WIDTH, '-scale-to-y', '-1', join(folder, 'document.pdf'), join(folder, 'page')],
        {
          timeout: LONGEST_MS,
        },
      );
      const pages = readdirSync(folder).filter((name) => name.endsWith('.png'));
      this.#drawn.set(
        hash,
        pages.sort().map((name) => join(folder, name)),
      );
    } catch (fault) {
      if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') this.#isMissing = true;
      // A file that LibreOffice cannot draw is shown by its outline, as everything is where there is no LibreOffice.
      else this.#drawn.set(hash, []);
    }
    this.#current = null;
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > MOST_KEPT && oldest !== undefined) {
      this.#drawn.delete(oldest);
      rmSync(join(this.#folder, oldest), { recursive: true, force: true });
    }
  }
}
