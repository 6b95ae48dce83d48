/** Full references by the short key that lines carry. Names of works are the same in every language. */
const REFERENCES = {
  'James, Demaree & Wolf 1984':
    'James, L. R., Demaree, R. G., & Wolf, G. (1984). Estimating within-group interrater reliability with and without response bias. Journal of Applied Psychology, 69, 85–98.',
  'LeBreton & Senter 2008':
    'LeBreton, J. M., & Senter, J. L. (2008). Answers to 20 questions about interrater reliability and interrater agreement. Organizational Research Methods, 11, 815–852.',
  'Dunlap, Burke & Smith-Crowe 2003':
    'Dunlap, W. P., Burke, M. J., & Smith-Crowe, K. (2003). Accurate tests of statistical significance for r_WG and average deviation interrater agreement indexes. Journal of Applied Psychology, 88, 356–362.',
  'Lindell, Brandt & Whitney 1999':
    'Lindell, M. K., Brandt, C. J., & Whitney, D. J. (1999). A revised index of interrater agreement for multi-item ratings of a single target. Applied Psychological Measurement, 23, 127–135.',
  'Burke, Finkelstein & Dusig 1999':
    'Burke, M. J., Finkelstein, L. M., & Dusig, M. S. (1999). On average deviation indices for estimating interrater agreement. Organizational Research Methods, 2, 49–68.',
  'Burke & Dunlap 2002':
    'Burke, M. J., & Dunlap, W. P. (2002). Estimating interrater agreement with the average deviation index: A user’s guide. Organizational Research Methods, 5, 159–172.',
  'Brown & Hauenstein 2005':
    'Brown, R. D., & Hauenstein, N. M. A. (2005). Interrater agreement reconsidered: An alternative to the r_wg indices. Organizational Research Methods, 8, 165–184.',
  'Tastle & Wierman 2007':
    'Tastle, W. J., & Wierman, M. J. (2007). Consensus and dissention: A measure of ordinal dispersion. International Journal of Approximate Reasoning, 45, 531–545.',
  'van der Eijk 2001':
    'van der Eijk, C. (2001). Measuring agreement in ordered rating scales. Quality & Quantity, 35, 325–341.',
  'Krippendorff 2019':
    'Krippendorff, K. (2019). Content analysis: An introduction to its methodology (4th ed.). Sage, chapter 12.',
  'Zapf et al. 2016':
    'Zapf, A., Castell, S., Morawietz, L., & Karch, A. (2016). Measuring inter-rater reliability for nominal data: Which coefficients and confidence intervals are appropriate? BMC Medical Research Methodology, 16, 93.',
  'Efron & Tibshirani 1993':
    'Efron, B., & Tibshirani, R. J. (1993). An introduction to the bootstrap. Chapman & Hall, chapter 11.',
  'Manski 1989': 'Manski, C. F. (1989). Anatomy of the selection problem. Journal of Human Resources, 24, 343–360.',
  'Kendall & Gibbons 1990':
    'Kendall, M., & Gibbons, J. D. (1990). Rank correlation methods (5th ed.). Edward Arnold, chapter 6.',
  'Bradley & Terry 1952':
    'Bradley, R. A., & Terry, M. E. (1952). Rank analysis of incomplete block designs: I. The method of paired comparisons. Biometrika, 39, 324–345.',
  'Kendall & Babington Smith 1940':
    'Kendall, M. G., & Babington Smith, B. (1940). On the method of paired comparisons. Biometrika, 31, 324–345.',
  'Fisher 1935': 'Fisher, R. A. (1935). The design of experiments. Oliver & Boyd, section 21.',
  'Rousseeuw 1987':
    'Rousseeuw, P. J. (1987). Silhouettes: A graphical aid to the interpretation and validation of cluster analysis. Journal of Computational and Applied Mathematics, 20, 53–65.',
} as const;

/** Author and year of a work. */
export type CitationKey = keyof typeof REFERENCES;

/** The full references of some works, each once, in the order of their first mention. */
export function referencesOf(
  keys: readonly CitationKey[],
): readonly { readonly key: CitationKey; readonly reference: string }[] {
  return [...new Set(keys)].map((key) => ({ key, reference: REFERENCES[key] }));
}
