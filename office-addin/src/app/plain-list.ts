/** A list whose items stand below each other, without the marks and margins of a text's. */
export const plainList = {
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
} as const;
