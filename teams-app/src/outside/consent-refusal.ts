/** Why asking for the permission came to nothing; `administrator`: the directory leaves it to administrators. */
export type ConsentRefusal = 'closed' | 'administrator' | 'failed';

/** Reads what our own window said when it came back, or the host about a window that was shut. */
export function readConsentRefusal(cause: unknown): ConsentRefusal {
  const words = (cause instanceof Error ? cause.message : String(cause)).toLowerCase();
  if (words === 'consent') return 'administrator';
  return words.includes('cancel') ? 'closed' : 'failed';
}
