import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where set-up keeps its logs, hashes and lock; never committed, safe to delete. */
export const CACHE = join(ROOT, '.cache');
