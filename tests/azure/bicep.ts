import { createRequire } from 'node:module';
import { readFile, readdir } from 'node:fs/promises';
import { Language, Parser, type Node } from 'web-tree-sitter';

/** A value in a template: what is written out, or the text of an expression that Azure works out. */
export type Value = string | number | boolean | Expression | readonly Value[] | { readonly [name: string]: Value };

/** An expression as it is written. */
export interface Expression {
  readonly expression: string;
}

/** A resource, or all that a loop makes of one. */
export interface Resource {
  readonly symbol: string;
  /** Without its version: `Microsoft.KeyVault/vaults`. */
  readonly type: string;
  readonly version: string;
  readonly isExisting: boolean;
  readonly body: Value;
}

/** What stands in a template. */
export interface Template {
  readonly name: string;
  /** Where the grammar finds what is none. */
  readonly faults: readonly string[];
  readonly resources: readonly Resource[];
  readonly modules: readonly { readonly symbol: string; readonly path: string; readonly body: Value }[];
  readonly params: readonly { readonly name: string; readonly hasDefault: boolean; readonly isDescribed: boolean }[];
  readonly variables: ReadonlyMap<string, Value>;
  readonly outputs: readonly { readonly name: string; readonly text: string; readonly isDescribed: boolean }[];
}

const FOLDER = new URL('../../infra/azure/', import.meta.url);
const require = createRequire(import.meta.url);
const GRAMMAR = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');

/** Reads all templates with the grammar of their language. */
export async function readTemplates(): Promise<readonly Template[]> {
  const parser = await openParser();
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.bicep'));
  return Promise.all(
    names.map(async (name) => readTemplate(parser, name, await readFile(new URL(name, FOLDER), 'utf8'))),
  );
}

/** A parser of the language. */
export async function openParser(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(await readFile(GRAMMAR)));
  return parser;
}

/** Reads one template. */
export function readTemplate(parser: Parser, name: string, text: string): Template {
  const root = parser.parse(text)?.rootNode;
  if (!root) throw new Error(`${name} was not read at all`);
  const all = root.children;
  const of = (type: string) => all.flatMap((node, at) => (node.type === type ? [{ node, before: all[at - 1] }] : []));
  const isDescribed = ({ before }: { readonly before: Node | undefined }) =>
    before?.type === 'decorators' && before.text.includes('@description(');
  return {
    name,
    faults: faultsIn(root),
    resources: of('resource_declaration').map(({ node }) => {
      const [type = '', version = ''] = stringIn(node).split('@');
      return {
        symbol: symbolOf(node),
        type,
        version,
        isExisting: / existing\b/.test(node.text.split('=')[0] ?? ''),
        body: bodyOf(node),
      };
    }),
    modules: of('module_declaration').map(({ node }) => ({
      symbol: symbolOf(node),
      path: stringIn(node),
      body: bodyOf(node),
    })),
    params: of('parameter_declaration').map((one) => ({
      name: symbolOf(one.node),
      hasDefault: one.node.text.includes('='),
      isDescribed: isDescribed(one),
    })),
    variables: new Map(
      of('variable_declaration').map(({ node }) => [
        symbolOf(node),
        valueOf(node.namedChild(node.namedChildCount - 1)),
      ]),
    ),
    outputs: of('output_declaration').map((one) => ({
      name: symbolOf(one.node),
      text: one.node.text,
      isDescribed: isDescribed(one),
    })),
  };
}

/** What stands in a value at a path such as `properties.template.scale`; undefined where there is nothing. */
export function at(value: Value | undefined, path: string): Value | undefined {
  return path.split('.').reduce<Value | undefined>((found, step) => {
    if (typeof found !== 'object') return undefined;
    return (found as Readonly<Record<string, Value>>)[step];
  }, value);
}

function faultsIn(node: Node): readonly string[] {
  const here = node.isError || node.isMissing ? [`line ${String(node.startPosition.row + 1)}: ${node.text}`] : [];
  return [...here, ...node.children.flatMap(faultsIn)];
}

function symbolOf(node: Node): string {
  return childrenOf(node).find(({ type }) => type === 'identifier')?.text ?? '';
}

function stringIn(node: Node): string {
  return textOf(childrenOf(node).find(({ type }) => type === 'string'));
}

function bodyOf(node: Node): Value {
  const last = childrenOf(node).at(-1);
  const isGuarded = last?.type === 'for_statement' || last?.type === 'if_statement';
  const body = isGuarded ? childrenOf(last).at(-1) : last;
  return valueOf(body ?? null);
}

function valueOf(node: Node | null): Value {
  if (node === null) return '';
  switch (node.type) {
    case 'object':
      return Object.fromEntries(
        childrenOf(node)
          .filter(({ type }) => type === 'object_property')
          .map((property) => {
            const [name, value] = [property.namedChild(0), property.namedChild(property.namedChildCount - 1)];
            return [name?.type === 'string' ? textOf(name) : (name?.text ?? ''), valueOf(value)] as const;
          }),
      );
    case 'array':
      return childrenOf(node).map(valueOf);
    case 'string':
      return node.text.includes('${') ? { expression: node.text } : textOf(node);
    case 'number':
      return Number(node.text);
    case 'boolean':
      return node.text === 'true';
    case 'unary_expression':
      return Number.isFinite(Number(node.text)) ? Number(node.text) : { expression: node.text };
    default:
      return { expression: node.text };
  }
}

function textOf(node: Node | undefined): string {
  return (node?.text ?? '').replace(/^'|'$/g, '');
}

function childrenOf(node: Node): readonly Node[] {
  return node.namedChildren.filter(({ type }) => type !== 'comment');
}
