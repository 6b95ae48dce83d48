import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { CONTAINERS } from './contents.ts';

const holding = z.object({ documents: z.number(), passing: z.number(), sha256: z.string() });

const progress = z.object({
  /** The stores of this move, as they were named. */
  from: z.string(),
  to: z.string(),
  /** What was in the source when the move began. */
  contents: z.object({ core: holding, teams: holding, ballots: holding, private: holding }),
  /** The container that is being copied, and where its scan goes on. */
  container: z.enum(CONTAINERS),
  after: z.string().nullable(),
  copied: z.number(),
});

/** How far a move has come. */
export type MoveProgress = z.infer<typeof progress>;

/** Where it is written down after every page, so that a move that was cut short goes on. */
export interface ProgressFile {
  read(): MoveProgress | null;
  write(progress: MoveProgress): void;
  remove(): void;
}

/** The progress in a file; one that cannot be read counts as none only when there is no file. */
export function progressFileAt(path: string): ProgressFile {
  return {
    read() {
      if (!existsSync(path)) return null;
      const found = progress.safeParse(JSON.parse(readFileSync(path, 'utf8')));
      if (!found.success) {
        throw new Error(
          `${path} was written by another version: empty the store that was moved to, and delete the file.`,
        );
      }
      return found.data;
    },
    write(next) {
      writeFileSync(`${path}.new`, JSON.stringify(next), { mode: 0o600, flush: true });
      renameSync(`${path}.new`, path);
    },
    remove() {
      rmSync(path, { force: true });
    },
  };
}
