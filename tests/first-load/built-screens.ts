import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '..', '..');

/** One entry of Vite's manifest, as far as it is read here. */
interface Chunk {
  readonly file: string;
  readonly imports: readonly string[];
  readonly entry: boolean;
}

/** Screens as they were built, by the names of their sources. */
export interface BuiltScreens {
  /** Everything beside the shell that is fetched on its own: every dynamic import. */
  readonly entries: readonly string[];
  /** Bytes of gzipped JavaScript of the shell, of these entries and of all that they import, each file once. */
  readonly weigh: (entries: readonly string[]) => number;
}

/** Reads the build that `npm start` and `npm test` make of a workspace, and that is served at `base`. */
export function readBuild(workspace: string, base: string): BuiltScreens {
  const dist = join(ROOT, workspace, 'dist');
  const manifest: unknown = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new Error('The manifest is no object');
  const chunks = new Map(Object.entries(manifest).map(([name, value]) => [name, chunkIn(name, value)]));

  const shell = scriptsOf(readFileSync(join(dist, 'index.html'), 'utf8'), base);

  function chunkOf(name: string): Chunk {
    const chunk = chunks.get(name);
    if (!chunk) throw new Error(`The build has no ${name}: is it an entry of its own, and is the build a new one?`);
    return chunk;
  }

  function filesOf(names: readonly string[]): ReadonlySet<string> {
    const files = new Set(shell);
    const visited = new Set<string>();
    const visit = (name: string): void => {
      if (visited.has(name)) return;
      visited.add(name);
      const { file, imports } = chunkOf(name);
      files.add(file);
      imports.forEach(visit);
    };
    names.forEach(visit);
    return files;
  }

  return {
    entries: [...chunks].filter(([, { entry }]) => entry).map(([name]) => name),
    weigh: (entries) =>
      [...filesOf(entries)].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0),
  };
}

/** The scripts that a page fetches at once, below the folder of the build. */
function scriptsOf(page: string, base: string): readonly string[] {
  const linked = [...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, address = '']) => address);
  const scripts = linked.flatMap((address) => (address.startsWith(base) ? [address.slice(base.length)] : []));
  if (scripts.length === 0) throw new Error('The page fetches no script');
  return scripts;
}

function chunkIn(name: string, value: unknown): Chunk {
  if (typeof value !== 'object' || value === null || !('file' in value) || typeof value.file !== 'string') {
    throw new Error(`The manifest says nothing of ${name}`);
  }
  const imports: unknown = 'imports' in value ? value.imports : [];
  return {
    file: value.file,
    imports: Array.isArray(imports) ? imports.map(String) : [],
    entry: 'isEntry' in value || 'isDynamicEntry' in value,
  };
}
