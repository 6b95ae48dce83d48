import { createElement, type ReactElement, type ReactNode } from 'react';

/** A heading of the page's outline; what is below the sixth level stays on it. */
export function Heading(props: {
  readonly level: number;
  readonly className: string;
  readonly id?: string;
  readonly children: ReactNode;
}): ReactElement {
  const { level, ...rest } = props;
  return createElement(`h${String(Math.min(6, level))}`, rest);
}
