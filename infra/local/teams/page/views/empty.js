/** @import { Me } from '../../types.ts' */
import { button, h } from '../dom.js';

/**
 * Says why there is nothing to show, and what to do.
 *
 * @param {{ me: Me; what: string; retry: () => void }} of
 */
export function emptyView({ me, what, retry }) {
  const [title, hint] =
    me.status === 'unreachable'
      ? ['Plumbline is not answering yet', `${me.reason} Teams and meetings come from there; the rest works meanwhile.`]
      : [`No ${what} yet`, 'Open Plumbline as somebody with a team, or plan the first meeting there.'];
  return h('div', { class: 'empty' }, [
    h('h1', {}, [title]),
    h('p', {}, [hint]),
    button({ class: 'button-primary' }, ['Look again'], retry),
  ]);
}
