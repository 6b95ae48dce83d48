/** Where progress is shown. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows how far a step is: a bar that grows on a terminal, a line at every tenth part elsewhere. */
export function progressOn(screen: Screen): (step: string, done: number, total: number | null) => void {
  let shown = '';
  return (step, done, total) => {
    const part = total === null ? null : total === 0 ? 1 : Math.min(1, done / total);
    if (screen.isTTY === true) {
      const text = part === null ? `${step} ${done}` : `${step} ${bar(part)} ${done} of ${total ?? done}`;
      if (text === shown) return;
      screen.write(`${shown.startsWith(step) ? '\r\u001B[K' : shown === '' ? '' : '\n'}${text}`);
      shown = text;
      if (part === 1) {
        screen.write('\n');
        shown = '';
      }
      return;
    }
    // Where nobody knows how much there is, only that it is done is worth a line, and the next step says so.
    if (part === null) return;
    const text = `${step} ${Math.floor(part * 10) * 10}%`;
    if (text === shown) return;
    shown = text;
    screen.write(`${text}\n`);
  };
}

const WIDTH = 24;

function bar(part: number): string {
  const full = Math.floor(part * WIDTH);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`;
}
