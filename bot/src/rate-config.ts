/** How many requests a minute one instance takes of somebody. */
export interface Rates {
  /** RATE_PER_PERSON, 1200 if not set: of one person. */
  readonly requestsPerMinute: number;
  /** RATE_PER_TENANT, 60000 if not set: of all people of one organisation together. */
  readonly requestsPerMinuteOfTenant: number;
}

/** A busy screen that polls asks some hundred times a minute; an instance answers more than a thousand times a second. */
export const RATES: Rates = { requestsPerMinute: 1_200, requestsPerMinuteOfTenant: 60_000 };

const COUNT = /^[1-9]\d{0,6}$/;

/** Reads both, or adds what is wrong with them to the faults. */
export function ratesIn(
  set: { readonly person: string | undefined; readonly tenant: string | undefined },
  faults: string[],
): Rates {
  const person = set.person ?? String(RATES.requestsPerMinute);
  const tenant = set.tenant ?? String(RATES.requestsPerMinuteOfTenant);
  for (const [name, value] of [
    ['RATE_PER_PERSON', person],
    ['RATE_PER_TENANT', tenant],
  ] as const) {
    if (!COUNT.test(value))
      faults.push(`${name} must be how many requests a minute are taken, 1 or more, such as 1200.`);
  }
  if (Number(tenant) < Number(person)) {
    faults.push('RATE_PER_TENANT must not be below RATE_PER_PERSON: one person could use up what all have.');
  }
  return { requestsPerMinute: Number(person), requestsPerMinuteOfTenant: Number(tenant) };
}
