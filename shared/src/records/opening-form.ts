import { z } from 'zod';
import { NOT_OPENED_BECAUSE, type PlannedOpening } from '../domain/meeting/planned-opening.ts';
import { id } from './id-form.ts';

/** The moment at which a draft opens by itself; instants are in milliseconds since 1970. */
export const plannedOpening: z.ZodType<PlannedOpening> = z.object({
  opensAt: z.number(),
  closesAt: z.number().nullable(),
  by: id('person'),
  missed: z.object({ at: z.number(), because: z.enum(NOT_OPENED_BECAUSE) }).nullable(),
});
