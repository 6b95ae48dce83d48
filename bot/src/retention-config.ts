/** For how many months an organisation keeps closed meetings; `null`: until somebody deletes them. */
export type KeptMonths = (tenant: string) => number | null;

const MONTHS = /^[1-9]\d{0,3}$/;
const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Reads RETENTION_MONTHS: a number of months for everybody, or `tenant=months` for single organisations, or both, separated
 * by commas; `null` when it is neither. Nothing set keeps meetings until somebody deletes them.
 */
export function keptMonthsIn(value: string | undefined): KeptMonths | null {
  const parts = (value ?? '').split(',').map((part) => part.trim().toLowerCase());
  const months = new Map<string, number>();
  for (const part of parts.filter((one) => one !== '')) {
    const [tenant, count] = part.includes('=') ? part.split('=', 2) : ['', part];
    if (tenant === undefined || count === undefined || !MONTHS.test(count)) return null;
    if ((tenant !== '' && !TENANT.test(tenant)) || months.has(tenant)) return null;
    months.set(tenant, Number(count));
  }
  return (tenant) => months.get(tenant.toLowerCase()) ?? months.get('') ?? null;
}
