import { z } from 'zod';
import type { Operation } from '@plumbline/shared/contract/operation';
import { LIVE_PATH, SEEN_HEADER, TIME_HEADER } from '@plumbline/shared/contract/routes';
import type { OperationTable } from './mount-operations.ts';
import { STATUS_OF } from './problems.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The API's description in OpenAPI 3.1, made from the contract. */
export function openApiOf(table: OperationTable): object {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of Object.values(table)) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plumbline',
      version: '1.0.0',
      summary: 'Alignment meetings for leadership teams',
      description:
        'Members that a body has beyond its schema are ignored. Texts are trimmed, put into Unicode form C and refused ' +
        'with control characters in them. Every reply says the time of the service in the header ' +
        `${TIME_HEADER}: <milliseconds>;rate=<n>. Send the header ${SEEN_HEADER} of the last reply, when it had one, with ` +
        'the next request: the answer is then at least as fresh, whichever instance of the service gives it.',
    },
    servers: [{ url: '/' }],
    security: [{ entra: [] }],
    paths: { ...paths, [LIVE_PATH]: { get: LIVE } },
    components: {
      securitySchemes: {
        entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Entra ID, scope access_as_user' },
      },
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: {
          description: 'What went wrong, and what to do next (RFC 9457)',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function describe(operation: Operation): object {
  const success = operation.creates ? '201' : '200';
  const headers = operation.revision === 'none' ? {} : { headers: { ETag: { schema: { type: 'string' } } } };
  return {
    operationId: operation.name,
    summary: operation.summary,
    parameters: [...pathParameters(operation), ...headerParameters(operation)],
    ...(operation.input === null ? {} : { requestBody: { required: true, content: json(operation.input) } }),
    responses: {
      [success]: { description: operation.summary, ...headers, content: json(operation.output) },
      ...(operation.method === 'GET' ? { '304': { description: 'As in If-None-Match' } } : {}),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function json(schema: z.ZodType): object {
  return { 'application/json': { schema: schemaOf(schema) } };
}

/** OpenAPI 3.1 names its dialect once, for the whole document. */
function schemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

function pathParameters(operation: Operation): readonly object[] {
  return Object.entries(operation.params.shape).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    schema: schema instanceof z.ZodType ? schemaOf(schema) : {},
  }));
}

function headerParameters(operation: Operation): readonly object[] {
  const text = { type: 'string' };
  return [
    ...(operation.creates
      ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { ...text, maxLength: 100 } }]
      : []),
    ...(operation.revision === 'required' ? [{ name: 'If-Match', in: 'header', required: true, schema: text }] : []),
    ...(operation.method === 'GET' ? [{ name: 'If-None-Match', in: 'header', required: false, schema: text }] : []),
  ];
}

const LIVE = {
  operationId: 'watchLive',
  summary: 'A stream of server-sent events: `signal` says the revision of a topic, `time` the time of the service',
  parameters: [
    {
      name: 'topics',
      in: 'query',
      required: true,
      description: 'ids of meetings and teams, separated by commas',
      schema: { type: 'string' },
    },
  ],
  responses: {
    '200': {
      description: 'Events until the line breaks',
      content: { 'text/event-stream': { schema: { type: 'string' } } },
    },
    default: { $ref: '#/components/responses/Problem' },
  },
};

const PROBLEM = {
  type: 'object',
  required: ['type', 'kind', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string' },
    kind: { type: 'string', enum: Object.keys(STATUS_OF) },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'what to do next' },
    instance: { type: 'string', description: 'names this failure in the log' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'message'],
        properties: {
          pointer: { type: 'string', description: 'a JSON pointer into the body; empty for the whole or a header' },
          message: { type: 'string' },
        },
      },
    },
    values: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
  },
};
