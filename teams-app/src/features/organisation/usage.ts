import type { View } from '../../app/api.ts';

export type UsageMonth = View<'viewOrganisationTeams'>['usage'][number];

/** Months of several pages of teams as one, the newest first. */
export function addUsage(all: readonly UsageMonth[]): readonly UsageMonth[] {
  const months = new Map<string, UsageMonth>();
  for (const one of all) {
    const { month, meetings, pulses, asked, answered } = one;
    const sum = months.get(month) ?? { month, meetings: 0, pulses: 0, asked: 0, answered: 0 };
    months.set(month, {
      month,
      meetings: sum.meetings + meetings,
      pulses: sum.pulses + pulses,
      asked: sum.asked + asked,
      answered: sum.answered + answered,
    });
  }
  return [...months.values()].sort((a, b) => b.month.localeCompare(a.month));
}

/** A calendar month `YYYY-MM` as a locale writes it in short: "Nov 2026". */
export function monthIn(locale: string, month: string): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.format(new Date(`${month}-01T00:00:00Z`));
}
