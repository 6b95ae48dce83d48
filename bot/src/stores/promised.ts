/** Runs at once what an engine does at once, and turns a throw into a rejection. */
export function promised<T>(act: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(act());
  });
}
