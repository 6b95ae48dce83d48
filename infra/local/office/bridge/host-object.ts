import { OfficeError } from '../office-error.ts';

/** What can be written into an answer. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * An object of the document as office.js asks for it, with Office's own names, such as `Id` and `ExportAsBase64`. What it
 * does not have, it refuses.
 */
export interface HostObject {
  /** By what a collection finds it again. */
  readonly id?: string | number;
  /** Whether it is kept by a reference instead: ranges of a text have no id. */
  readonly isReferenced?: boolean;
  readonly properties?: Readonly<Record<string, () => Json>>;
  readonly settable?: Readonly<Record<string, (value: unknown) => void>>;
  readonly children?: Readonly<Record<string, () => HostObject | null>>;
  /** An object for what becomes one, `null` for one that is not there, a value for the rest. */
  readonly methods?: Readonly<Record<string, (args: Arguments) => HostMade | Json | undefined>>;
  readonly items?: () => readonly HostObject[];
  readonly item?: (key: string) => HostObject | null;
}

/** What a method made or found. */
export interface HostMade {
  readonly made: HostObject | null;
}

/** The arguments of a call, read one by one; one of another kind is refused as Office does. */
export class Arguments {
  readonly #values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  text(at: number): string {
    const value = this.#values[at];
    if (typeof value === 'string') return value;
    throw new OfficeError('InvalidArgument', `argument ${at + 1} must be a text`);
  }

  /** A text that need not be given. */
  textOr(at: number, otherwise: string): string {
    return this.#values[at] === undefined || this.#values[at] === null ? otherwise : this.text(at);
  }

  number(at: number): number {
    const value = this.#values[at];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    throw new OfficeError('InvalidArgument', `argument ${at + 1} must be a number`);
  }

  /** A text or a number, as a text: ids are either. */
  key(at: number): string {
    const value = this.#values[at];
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw new OfficeError('InvalidArgument', `argument ${at + 1} must be an id`);
  }

  texts(at: number): readonly string[] {
    const value = this.#values[at];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
    throw new OfficeError('InvalidArgument', `argument ${at + 1} must be a list of texts`);
  }

  flag(at: number): boolean {
    return this.#values[at] === true;
  }

  /** The field of an options object; undefined where it is not given. */
  option(at: number, name: string): unknown {
    const value = this.#values[at];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'object') throw new OfficeError('InvalidArgument', `argument ${at + 1} must be an object`);
    return Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  }
}

/** A collection of objects that are found by their ids. */
export function collectionOf(
  items: () => readonly HostObject[],
  find?: (key: string) => HostObject | null,
): HostObject {
  const item = find ?? ((key: string) => items().find(({ id }) => String(id) === key) ?? null);
  return {
    items,
    item,
    methods: {
      GetCount: () => items().length,
      GetItem: (args) => ({ made: found(item(args.key(0)), args.key(0)) }),
      GetItemAt(args) {
        return { made: found(items()[args.number(0)] ?? null, `number ${args.number(0)}`) };
      },
      GetItemOrNullObject: (args) => ({ made: item(args.key(0)) }),
      GetFirst: () => ({ made: found(items()[0] ?? null, 'the first') }),
      GetFirstOrNullObject: () => ({ made: items()[0] ?? null }),
    },
  };
}

/** The object itself; Office's own error where there is none. */
export function found(object: HostObject | null, what: string): HostObject {
  if (object) return object;
  throw new OfficeError('ItemNotFound', `there is no ${what}`);
}
