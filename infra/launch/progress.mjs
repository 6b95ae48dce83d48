/**
 * Prints one line of progress. It goes to stderr, so that a command's own output stays clean.
 * @param {string} step
 * @param {string} text
 */
export function say(step, text) {
  process.stderr.write(`${step}: ${text}\n`);
}

/**
 * The seconds since a `performance.now()`, for people: `0.4 s`, `21 s`.
 * @param {number} started
 */
export function secondsSince(started) {
  return seconds(performance.now() - started);
}

/**
 * Milliseconds for people: one decimal below ten seconds, none above.
 * @param {number} milliseconds
 */
export function seconds(milliseconds) {
  const value = milliseconds / 1_000;
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} s`;
}

/**
 * Says every ten seconds that a long step still runs, until the returned function is called.
 * @param {string} step
 * @returns {() => void}
 */
export function heartbeat(step) {
  const started = performance.now();
  const timer = setInterval(() => {
    say(step, `still at it, ${secondsSince(started)}`);
  }, 10_000);
  return () => {
    clearInterval(timer);
  };
}
