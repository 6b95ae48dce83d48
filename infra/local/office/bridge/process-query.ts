import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { OfficeError } from '../office-error.ts';
import { Arguments, found, type HostMade, type HostObject, type Json } from './host-object.ts';

/** What office.js is answered: the value of each action, or the error that ended the batch. */
export interface QueryAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: Json }[];
  readonly TraceIds: readonly number[];
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
}

/** Objects that a pane holds on to over several batches, by the reference that it was given. */
export type References = Map<string, HostObject>;

/** The numbers of office.js for what an action does. */
const ACTION = { instantiate: 1, query: 2, call: 3, set: 4, trace: 5, queryAsJson: 7, ensureUnchanged: 8 } as const;
/** And for how an object is reached. */
const PATH = { root: 1, service: 2, call: 3, property: 4, indexer: 5, reference: 6, nothing: 7 } as const;

const argumentInfo = z
  .object({ Arguments: z.array(z.unknown()).optional(), ReferencedObjectPathIds: z.unknown().optional() })
  .optional();
const query = z.object({
  Actions: z.array(
    z.object({
      Id: z.number(),
      ActionType: z.number(),
      Name: z.string().default(''),
      ObjectPathId: z.number(),
      ArgumentInfo: argumentInfo,
      QueryInfo: z.object({ Select: z.array(z.string()).optional(), Expand: z.array(z.string()).optional() }).nullish(),
    }),
  ),
  ObjectPaths: z.record(
    z.string(),
    z.object({
      Id: z.number(),
      ObjectPathType: z.number(),
      Name: z.string().default(''),
      ParentObjectPathId: z.number().optional(),
      ArgumentInfo: argumentInfo,
    }),
  ),
});

type Query = z.infer<typeof query>;
type Action = Query['Actions'][number];

/** A batch is worked off in its order; the first refusal ends it, and what was done before it stays, as in Office. */
export function processQuery(body: string, root: HostObject, references: References): QueryAnswer {
  const parsed = query.safeParse(parseJson(body));
  if (!parsed.success) return refusal(new OfficeError('InvalidArgument', 'this is no ProcessQuery'), '', 0);
  const batch = new Batch(parsed.data, root, references);
  const results: { ActionId: number; Value: Json }[] = [];
  const traces: number[] = [];
  for (const [index, action] of parsed.data.Actions.entries()) {
    try {
      if (action.ActionType === ACTION.trace) traces.push(action.Id);
      else results.push({ ActionId: action.Id, Value: batch.act(action) });
    } catch (fault) {
      if (!(fault instanceof OfficeError)) throw fault;
      return { ...refusal(fault, batch.nameOf(action), index), Results: results, TraceIds: traces };
    }
  }
  return { Results: results, TraceIds: traces };
}

class Batch {
  readonly #paths: Query['ObjectPaths'];
  readonly #root: HostObject;
  readonly #references: References;
  readonly #reached = new Map<number, HostObject | null>();
  /** By what each object is referred to here: whoever else refers to it does so by another, and lets go of that alone. */
  readonly #given = new Map<HostObject, string>();

  constructor({ ObjectPaths }: Query, root: HostObject, references: References) {
    this.#paths = ObjectPaths;
    this.#root = root;
    this.#references = references;
  }

  act(action: Action): Json {
    const object = this.#reach(action.ObjectPathId);
    const args = this.#arguments(action.ArgumentInfo);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && this.#identity(object);
      case ACTION.query:
      case ACTION.queryAsJson: {
        if (!object) return null;
        const { Select = [], Expand = [] } = action.QueryInfo ?? {};
        const paths = [...Select, ...Expand].map((path) => path.split('/'));
        return { ...read(object, paths), ...this.#identity(object) };
      }
      case ACTION.call: {
        // Word's objects are kept as soon as they are loaded, also those that turn out not to be there.
        if (!object && action.Name === '_KeepReference') return null;
        const target = found(object, 'object to do that with');
        const value = this.#call(target, action.Name, new Arguments(args));
        return isMade(value) ? value.made && this.#identity(value.made) : (value ?? null);
      }
      case ACTION.set: {
        const setter = found(object, 'object to set that of').settable?.[action.Name];
        if (!setter) throw new OfficeError('NotImplemented', `it cannot set ${this.nameOf(action)} yet`);
        setter(args[0]);
        return null;
      }
      case ACTION.ensureUnchanged:
        return null;
      default:
        throw new OfficeError('NotImplemented', `it knows no action of type ${action.ActionType}`);
    }
  }

  /** What a person would call it, for an error: `Slides.ExportAsBase64`. */
  nameOf({ Name, ObjectPathId }: Action): string {
    const names: string[] = [Name];
    for (let path = this.#paths[ObjectPathId]; path; path = this.#paths[path.ParentObjectPathId ?? -1]) {
      if (path.Name !== '') names.unshift(path.Name);
    }
    return names.filter((name) => name !== '').join('.');
  }

  #call(target: HostObject, name: string, args: Arguments): HostMade | Json | undefined {
    // Everything that is referenced is kept as long as it is asked for.
    if (name === '_KeepReference') return null;
    if (name === '_RemoveReference') {
      this.#references.delete(args.text(0));
      return null;
    }
    const method = target.methods?.[name];
    if (!method) throw new OfficeError('NotImplemented', `it has no ${name} yet`);
    return method(args);
  }

  #reach(id: number): HostObject | null {
    const known = this.#reached.get(id);
    if (known !== undefined) return known;
    const object = this.#find(id);
    this.#reached.set(id, object);
    return object;
  }

  #find(id: number): HostObject | null {
    const path = this.#paths[id];
    if (!path) throw new OfficeError('InvalidArgument', `there is no object path ${id}`);
    if (path.ObjectPathType === PATH.root) return this.#root;
    if (path.ObjectPathType === PATH.nothing) return null;
    if (path.ObjectPathType === PATH.service) return serviceOf(path.Name);
    if (path.ObjectPathType === PATH.reference) {
      const object = found(this.#references.get(path.Name) ?? null, 'object that is still referred to so');
      this.#given.set(object, path.Name);
      return object;
    }
    if (path.ParentObjectPathId === undefined || path.ParentObjectPathId === id) {
      throw new OfficeError('InvalidArgument', `object path ${id} hangs on nothing`);
    }
    const parent = this.#reach(path.ParentObjectPathId);
    if (!parent) return null;
    const args = this.#arguments(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case PATH.property: {
        const child = parent.children?.[path.Name];
        if (!child) throw new OfficeError('NotImplemented', `it has no ${path.Name} yet`);
        return child();
      }
      case PATH.indexer: {
        const key = new Arguments(args).key(0);
        if (!parent.item) throw new OfficeError('NotImplemented', 'that is no collection');
        return found(parent.item(key), `item ${key}`);
      }
      case PATH.call: {
        const value = this.#call(parent, path.Name, new Arguments(args));
        if (!isMade(value)) throw new OfficeError('NotImplemented', `${path.Name} makes no object`);
        return value.made;
      }
      default:
        throw new OfficeError('NotImplemented', `it knows no object path of type ${path.ObjectPathType}`);
    }
  }

  /** Arguments that are objects come as the ids of their paths, and are given on by the id that they have themselves. */
  #arguments(info: Action['ArgumentInfo']): readonly unknown[] {
    const values = info?.Arguments ?? [];
    const ids = info?.ReferencedObjectPathIds;
    if (!Array.isArray(ids)) return values;
    return values.map((value, at) => {
      const id: unknown = ids[at];
      return typeof id === 'number' && id !== 0 ? (this.#reach(id)?.id ?? value) : value;
    });
  }

  #identity(object: HostObject): Record<string, Json> {
    const id = object.id === undefined ? {} : { _Id: object.id, Id: object.id };
    if (object.isReferenced !== true) return id;
    const reference = this.#given.get(object) ?? `local:${randomUUID()}`;
    this.#given.set(object, reference);
    this.#references.set(reference, object);
    return { ...id, _ReferenceId: reference };
  }
}

/** The values of an object and of what hangs on it; no path, or `$all`, stands for all its own values. */
function read(object: HostObject, paths: readonly (readonly string[])[]): Record<string, Json> {
  if (object.items) {
    const inner = paths.map((path) => (path[0] === 'items' ? path.slice(1) : path));
    const items = object.items().map((item) => ({ ...identityOf(item), ...read(item, inner) }));
    return { _Items: items, ...identityOf(object) };
  }
  const wanted = paths.filter((path) => path.length > 0 && path[0] !== '$none');
  const isAll = wanted.length === 0 || wanted.some(([name]) => name === '$all');
  const answer: Record<string, Json> = {};
  if (isAll) for (const [name, value] of Object.entries(object.properties ?? {})) answer[name] = value();
  const byChild = new Map<string, (readonly string[])[]>();
  for (const [first = '', ...rest] of wanted) {
    if (first === '$all') continue;
    const name = `${first.slice(0, 1).toUpperCase()}${first.slice(1)}`;
    const value = object.properties?.[name];
    if (value && rest.length === 0) answer[name] = value();
    else if (object.children?.[name]) byChild.set(name, [...(byChild.get(name) ?? []), rest]);
    else throw new OfficeError('InvalidArgument', `there is no property ${first}`);
  }
  for (const [name, inner] of byChild) {
    const child = object.children?.[name]?.();
    answer[name] = child ? { ...identityOf(child), ...read(child, inner) } : { _IsNull: true };
  }
  return answer;
}

function identityOf({ id }: HostObject): Record<string, Json> {
  return id === undefined ? {} : { _Id: id };
}

/** What office.js tells its host of itself as it starts; nothing here depends on it. */
function serviceOf(name: string): HostObject {
  if (name !== 'Microsoft.InternalService.AddinInternalService') {
    throw new OfficeError('NotImplemented', `it has no service ${name}`);
  }
  return { methods: { NotifyActionHandlerReady: () => null } };
}

function isMade(value: HostMade | Json | undefined): value is HostMade {
  return typeof value === 'object' && value !== null && 'made' in value;
}

function refusal(fault: OfficeError, location: string, index: number): QueryAnswer {
  return {
    Results: [],
    TraceIds: [],
    Error: {
      Code: fault.code,
      Message: fault.message,
      Location: location,
      ActionIndex: index,
      HttpStatusCode: fault.httpStatusCode,
    },
  };
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}
