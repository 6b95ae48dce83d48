import { keepHouse } from '@plumbline/shared/application/keep-house';
import { useCases } from '@plumbline/shared/application/use-cases/index';
import { mayWatch } from '@plumbline/shared/application/watch';
import { operations, type Operations } from '@plumbline/shared/contract/operations';
import type { Product } from './service.ts';

/** All of Plumbline. */
export const plumbline: Product<Operations> = { operations, useCases, keepHouse, mayWatch };
