import { makeStyles, tokens } from '@fluentui/react-components';

/** A quiet button in a line of text: Fluent's link, without what a link to elsewhere needs. */
export const useLinkLook = makeStyles({
  link: {
    // A target of 24 px in a line of 16: lists stand close together, and a finger needs room.
    paddingBlock: '4px',
    paddingInline: 0,
    marginBlock: '-4px',
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    font: 'inherit',
    textAlign: 'start',
    ':hover': { color: tokens.colorBrandForegroundLinkHover, textDecorationLine: 'underline' },
    ':active': { color: tokens.colorBrandForegroundLinkPressed, textDecorationLine: 'underline' },
    ':focus-visible': {
      outline: 'none',
      textDecorationLine: 'underline',
      textDecorationStyle: 'double',
      textDecorationColor: tokens.colorStrokeFocus2,
    },
  },
});
