import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import type { Call, Ports, UseCase } from '@plumbline/shared/application/use-case';
import type { InputOf, Operation } from '@plumbline/shared/contract/operation';
import type { DoorError } from '@plumbline/shared/contract/problem-kinds';
import { SEEN_HEADER } from '@plumbline/shared/contract/routes';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import type { DirectoryOf } from '../directory/open-directory.ts';
import { IN_READERS_LANGUAGE } from '../in-readers-language.ts';
import { runOperation } from '../telemetry/run-operation.ts';
import { callerOf } from './authenticate.ts';
import { etagOf, namesEtag, revisionIn } from './etag.ts';
import { factsOf } from './facts.ts';
import { fieldFaults } from './field-faults.ts';
import { languageFor } from './language-for.ts';
import { sendProblem } from './problems.ts';
import { readJson } from './read-json.ts';

/** A table of operations, and the use case of each. */
export type OperationTable = Readonly<Record<string, Operation>>;
export type UseCasesOf<T extends OperationTable> = { readonly [N in keyof T]: UseCase<T[N]> };

export interface Door {
  readonly ports: Ports;
  /** The organisation's directory as whoever calls sees it; `null` where it is not asked. */
  readonly directoryOf: DirectoryOf | null;
  /** The most bytes that a body may have. */
  readonly bodyLimit: number;
}

/** Mounts every operation of a table; whatever else is asked for falls through. */
export function mountOperations<T extends OperationTable>(table: T, useCases: UseCasesOf<T>, door: Door): Router {
  const router = express.Router({ caseSensitive: true, strict: true });

  function mount<O extends Operation>(operation: O, useCase: UseCase<O>): void {
    const steps = operation.input === null ? [] : [readJson(door.bodyLimit)];
    const act = handlerOf(operation, useCase, door);
    router.route(expressPath(operation.path))[methodOf(operation)](headersChecked(operation), ...steps, act);
  }

  for (const name of namesIn(table)) mount(table[name], useCases[name]);
  for (const [path, methods] of methodsByPath(table)) {
    router.all(path, (request, response) => {
      response.set('Allow', methods.join(', '));
      sendProblem(request, response, { kind: 'route.wrong-method' });
    });
  }
  return router;
}

/** One operation's handler: parse, act, present. */
function handlerOf<O extends Operation>(operation: O, useCase: UseCase<O>, door: Door): RequestHandler {
  return async (request, response) => {
    const call = parseCall(operation, request);
    if (!call.ok) {
      sendProblem(request, response, call.error);
      return;
    }
    const ports = portsFor(door, request);
    const { store } = ports;
    for (const before of request.get(SEEN_HEADER)?.split(',') ?? []) store.catchUp(before);
    const reply = await runOperation(operation.name, () => useCase(ports, call.value));
    const seen = store.seenUntil();
    if (seen !== null) response.set(SEEN_HEADER, seen);
    if (!reply.ok) {
      sendProblem(request, response, reply.error);
      return;
    }
    // Parsing what goes out keeps every field that the contract does not name inside, whatever a use case puts there.
    const language = languageFor(request);
    const body = JSON.stringify(IN_READERS_LANGUAGE[language](z.parse(operation.output, reply.value.output)));
    response
      .set({ 'Cache-Control': 'no-store', 'Content-Language': language })
      .vary('Accept-Language')
      .type('application/json');
    if (operation.revision !== 'none') {
      const etag = etagOf(reply.value.revision, body);
      response.set('ETag', etag);
      if (operation.method === 'GET' && namesEtag(request.headers['if-none-match'], etag)) {
        response.status(304).end();
        return;
      }
    }
    response.status(operation.creates ? 201 : 200).send(body);
  };
}

function portsFor({ ports, directoryOf }: Door, request: Request): Ports {
  return directoryOf ? { ...ports, directory: directoryOf(callerOf(request)) } : ports;
}

function parseCall<O extends Operation>(operation: O, request: Request): Result<Call<O>, DoorError | NotFound> {
  // An address of the wrong form names nothing, as does one of the right form that nobody was given.
  const params = z.safeParse<O['params']>(operation.params, request.params);
  if (!params.success) return fail({ kind: 'thing.not-found' });
  const input = parseInput(operation, request);
  if (!input.ok) return input;
  const match = request.headers['if-match'];
  return ok({
    actor: callerOf(request).actor,
    params: params.data,
    input: input.value,
    ifMatch: match === undefined ? null : revisionIn(match),
    key: request.get('idempotency-key') ?? null,
    language: languageFor(request),
  });
}

interface NotFound {
  readonly kind: 'thing.not-found';
}

function parseInput<O extends Operation>(operation: O, request: Request): Result<InputOf<O>, DoorError> {
  // What follows is `InputOf` spelled out, which the compiler does not follow through a type parameter.
  if (operation.input === null) return ok(null as InputOf<O>);
  const body: unknown = request.body;
  const input = z.safeParse(operation.input, body);
  if (!input.success) return fail({ kind: 'request.invalid', faults: fieldFaults(input.error.issues, body) });
  return ok(input.data as InputOf<O>);
}

/** Looks at what an operation asks of the headers, before the body is read. */
function headersChecked(operation: Operation): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    factsOf(request).operation = operation.name;
    const fault = headerFault(operation, request);
    if (fault) sendProblem(request, response, fault);
    else next();
  };
}

function headerFault(operation: Operation, request: Request): DoorError | null {
  const match = request.headers['if-match'];
  const key = request.get('idempotency-key');
  if (operation.revision === 'required' && match === undefined) return { kind: 'request.revision-missing' };
  if (operation.creates && key === undefined) return { kind: 'request.idempotency-key-missing' };
  const faults = [
    ...(match !== undefined && revisionIn(match) === null ? (['header.if-match'] as const) : []),
    ...(key !== undefined && !/^[\x21-\x7e]{1,100}$/.test(key) ? (['header.idempotency-key'] as const) : []),
  ];
  if (faults.length === 0) return null;
  return { kind: 'request.invalid', faults: faults.map((kind) => ({ pointer: '', kind, values: {} })) };
}

function namesIn<T extends OperationTable>(table: T): readonly Extract<keyof T, string>[] {
  const names: Extract<keyof T, string>[] = [];
  for (const name in table) names.push(name);
  return names;
}

function methodOf(operation: Operation): 'get' | 'post' | 'put' | 'delete' {
  switch (operation.method) {
    case 'GET':
      return 'get';
    case 'POST':
      return 'post';
    case 'PUT':
      return 'put';
    case 'DELETE':
      return 'delete';
  }
}

function methodsByPath(table: OperationTable): ReadonlyMap<string, readonly string[]> {
  const byPath = Map.groupBy(Object.values(table), (operation) => expressPath(operation.path));
  return new Map([...byPath].map(([path, operations]) => [path, operations.map(({ method }) => method)]));
}

function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ':$1');
}
