import { z } from 'zod';
import type { Actor, Call, Ports, UseCase } from '@plumbline/shared/application/use-case';
import type { Operation, OutputOf, SentInputOf } from '@plumbline/shared/contract/operation';
import { operations, type OperationName, type Operations } from '@plumbline/shared/contract/operations';
import type { DoorError, OperationError } from '@plumbline/shared/contract/problem-kinds';
import { useCases } from '@plumbline/shared/application/use-cases/index';
import type { Language } from '@plumbline/shared/kernel/languages';
import { fail, ok, type Result } from '@plumbline/shared/kernel/result';
import { fieldFaults } from '../http/field-faults.ts';
import { IN_READERS_LANGUAGE } from '../in-readers-language.ts';
import { runOperation } from '../telemetry/run-operation.ts';

/** What a call of an operation takes; what the operation does not have is left out. */
export interface OperateRequest<N extends OperationName> {
  readonly params?: Readonly<z.input<Operations[N]['params']>>;
  readonly input?: SentInputOf<Operations[N]>;
  /** The revision that the person saw, where the operation requires one. */
  readonly ifMatch?: string;
  /** Where the operation makes something: the same for a turn that comes again. */
  readonly key?: string;
}

export interface OperateReply<N extends OperationName> {
  readonly value: OutputOf<Operations[N]>;
  readonly revision: string | null;
}

export type OperateError = OperationError | DoorError;

/** Calls operations for one person, through the same parsing, access rules and use cases as every other door. */
export type Operate = <N extends OperationName>(
  name: N,
  request: OperateRequest<N>,
) => Promise<Result<OperateReply<N>, OperateError>>;

/** The product's operations as somebody may call them, with what comes with the product in the language. */
export function operateAs(actor: Actor, ports: Ports, language: Language): Operate {
  return async (name, request) =>
    act(operations[name], useCases[name] as UseCase<Operation>, { actor, ports, language, request });
}

async function act<O extends Operation, N extends OperationName>(
  operation: O,
  useCase: UseCase<O>,
  {
    actor,
    ports,
    language,
    request,
  }: {
    readonly actor: Actor;
    readonly ports: Ports;
    readonly language: Language;
    readonly request: OperateRequest<N>;
  },
): Promise<Result<OperateReply<N>, OperateError>> {
  const { ifMatch = null, key = null } = request;
  if (operation.revision === 'required' && ifMatch === null) return fail({ kind: 'request.revision-missing' });
  if (operation.creates && key === null) return fail({ kind: 'request.idempotency-key-missing' });
  const params = z.safeParse(operation.params, request.params ?? {});
  if (!params.success) return fail({ kind: 'thing.not-found' });
  const input = operation.input === null ? null : z.safeParse(operation.input, request.input);
  if (input && !input.success) {
    return fail({ kind: 'request.invalid', faults: fieldFaults(input.error.issues, request.input) });
  }
  const call = {
    actor,
    params: params.data,
    input: input === null ? null : input.data,
    ifMatch,
    key,
    language,
  } as Call<O>;
  const reply = await runOperation(operation.name, () => useCase(ports, call));
  if (!reply.ok) return reply;
  // As at the other door: what the contract does not name stays inside.
  const value = IN_READERS_LANGUAGE[language](z.parse(operation.output, reply.value.output) as OutputOf<Operations[N]>);
  return ok({ value, revision: reply.value.revision });
}
