import { z } from 'zod';

// Control characters but tab and line feed, and the marks that can turn text around or hide it.
// eslint-disable-next-line no-control-regex
const UNSHOWABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** Text that a person typed: trimmed, in Unicode's composed form, free of control characters. Shown as text only. */
export function text(most: number) {
  return z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(most)
        .refine((value) => !UNSHOWABLE.test(value), 'contains control characters'),
    )
    .meta({ description: `1 to ${most} characters, without control characters` });
}

/** The same, and may be empty. */
export function optionalText(most: number) {
  return z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(most)
        .refine((value) => !UNSHOWABLE.test(value), 'contains control characters'),
    )
    .meta({ description: `at most ${most} characters, without control characters` });
}
