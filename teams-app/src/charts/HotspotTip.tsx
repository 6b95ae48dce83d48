import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { Box } from '@plumbline/shared/figures/scene';
import type { CSSProperties, ReactElement } from 'react';

/** Room for two lines: with less above its part, a tip hangs below it. */
const HEIGHT_ABOVE = 56;

const useStyles = makeStyles({
  // Touches its part, so that the pointer can move onto the words without leaving either.
  place: { position: 'absolute', zIndex: 1, width: 'max-content', paddingBlock: '4px' },
  words: {
    ...typographyStyles.caption1,
    padding: '4px 11px 6px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    overflowWrap: 'anywhere',
    textAlign: 'start',
    maxWidth: '320px',
  },
});

/**
 * The words of one part of a picture beside it, inside the picture's width. It is for eyes only: a screen reader has the
 * same words as the part's name. Fluent's tooltip would bring 17 KB and draw outside of the page's landmarks.
 */
export function HotspotTip(props: {
  readonly words: string;
  readonly box: Box;
  readonly picture: { readonly width: number; readonly height: number };
}): ReactElement {
  const styles = useStyles();
  return (
    <div aria-hidden="true" className={styles.place} style={besides(props)}>
      <div className={styles.words}>{props.words}</div>
    </div>
  );
}

function besides(props: {
  readonly box: Box;
  readonly picture: { readonly width: number; readonly height: number };
}): CSSProperties {
  const { box, picture } = props;
  const end = box.x + box.width;
  const startsLeft = box.x + box.width / 2 <= picture.width / 2;
  return {
    ...(startsLeft ? { left: box.x, maxWidth: picture.width - box.x } : { right: picture.width - end, maxWidth: end }),
    ...(box.y >= HEIGHT_ABOVE ? { bottom: picture.height - box.y } : { top: box.y + box.height }),
  };
}
