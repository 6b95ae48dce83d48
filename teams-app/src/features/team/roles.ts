/** The roles a member can have, in the order in which they are offered. */
export const ROLES = ['leader', 'coach', 'analyst', 'sponsor'] as const;
export type Role = (typeof ROLES)[number];
