import english from './en/contract.json' with { type: 'json' };

/** The words that a contract starts with, until the coach puts others. */
export const CONTRACT_WORDS = {
  outcomes: [english.outcome],
  boundaries: [
    english['boundary.whole-team'],
    english['boundary.kept'],
    english['boundary.no-appraisal'],
    english['boundary.change'],
  ],
} as const;
