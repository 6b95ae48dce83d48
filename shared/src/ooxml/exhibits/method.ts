import { deckWords } from '../../figures/deck-words.ts';
import type { MethodFigure } from '../../figures/method.ts';
import type { Exhibit } from '../exhibit.ts';
import { exhibitOf, type Telling } from './frame.ts';

/** Response and method as a box of paragraphs. */
export function methodExhibit(telling: Telling, figure: MethodFigure): Exhibit {
  const { say } = telling;
  return exhibitOf(telling, figure, {
    key: { figure: 'method', of: null },
    subject: deckWords('about.method'),
    body: {
      form: 'text',
      paragraphs: figure.marks.lines.map(({ name, text }) => ({ lead: say(name), text: say(text) })),
    },
    talk: deckWords('talk.method'),
  });
}
