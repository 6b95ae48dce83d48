/** Where both servers say when they had what they tell, by revision, in nanoseconds of the machine's monotonic clock. */
export const COMMITS_PATH = '/bench/commits';
