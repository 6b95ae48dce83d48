import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { operations } from '@plumbline/shared/contract/operations';
import { runService, type RunningService } from '../testing/running-service.ts';
import { openApiOf } from './openapi.ts';

let service: RunningService;

beforeAll(async () => {
  service = await runService();
});

afterAll(async () => {
  await service.end();
});

it('describes every operation in valid OpenAPI 3.1, to anybody who asks', async () => {
  const response = await fetch(`${service.url}/api/openapi.json`);
  const text = await response.text();
  const validator = new Validator();
  const description: unknown = JSON.parse(text);
  // A text would be taken for the name of a file.
  if (typeof description !== 'object' || description === null) throw new Error('The description is no object');
  const { valid, errors } = await validator.validate({ ...description });
  expect({ status: response.status, version: validator.version, valid, errors }).toEqual({
    status: 200,
    version: '3.1',
    valid: true,
    errors: undefined,
  });
  const missing = Object.keys(operations).filter((name) => !text.includes(`"operationId":"${name}"`));
  expect(missing).toEqual([]);
});

it('says what a call needs', () => {
  expect(openApiOf({ removeMember: operations.removeMember, addMember: operations.addMember })).toMatchObject({
    paths: {
      '/api/teams/{team}/members/{person}': {
        delete: {
          parameters: [
            { name: 'team', in: 'path', required: true, schema: { type: 'string', maxLength: 80 } },
            { name: 'person', in: 'path', required: true },
            { name: 'If-Match', in: 'header', required: true },
          ],
          responses: { '200': { headers: { ETag: {} } }, default: {} },
        },
      },
      '/api/teams/{team}/members': {
        post: {
          parameters: [{ name: 'team' }, { name: 'Idempotency-Key', required: true }],
          requestBody: {
            content: { 'application/json': { schema: { required: ['person', 'name', 'title', 'role'] } } },
          },
          responses: { '201': {} },
        },
      },
    },
  });
});
