/** What Office is known to get wrong, by its number at github.com/OfficeDev/office-js; each can be switched off. */
export const BUGS = {
  duplicateSlides: { issue: 6105, says: 'A slide that is already in the deck is refused when it is inserted.' },
  exportDropsTags: { issue: 6104, says: 'The export of a slide has lost its tags.' },
  exportDropsComments: { issue: 6867, says: 'The export of a slide has lost its comments.' },
  exportDropsFonts: { issue: 6613, says: 'The export of a slide has lost embedded fonts.' },
  sourceFontsLost: {
    issue: 4428,
    says: 'Slides that keep their own formatting lose their fonts to those of the deck.',
  },
} as const;

export type Bug = keyof typeof BUGS;

/** Which bugs are on. */
export type Bugs = Readonly<Record<Bug, boolean>>;

/** As Office is today: all of them. */
export const ALL_BUGS: Bugs = {
  duplicateSlides: true,
  exportDropsTags: true,
  exportDropsComments: true,
  exportDropsFonts: true,
  sourceFontsLost: true,
};

/** Bugs with some of them switched, as a form says it; anything else in it is left out. */
export function switched(bugs: Bugs, form: unknown): Bugs {
  const said = new Map(typeof form === 'object' && form !== null ? Object.entries(form) : []);
  const state = (bug: Bug) => {
    const value: unknown = said.get(bug);
    return typeof value === 'boolean' ? value : bugs[bug];
  };
  return {
    duplicateSlides: state('duplicateSlides'),
    exportDropsTags: state('exportDropsTags'),
    exportDropsComments: state('exportDropsComments'),
    exportDropsFonts: state('exportDropsFonts'),
    sourceFontsLost: state('sourceFontsLost'),
  };
}
