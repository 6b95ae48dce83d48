import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useMe } from '../../../app/api.ts';
import type { Person } from './by-point.ts';
import { initials } from './initials.ts';
import { useNames } from './use-names.ts';

const useStyles = makeStyles({
  face: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground6,
  },
  // Not the static one, which in high contrast is as black as the letters on it.
  me: { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackground },
  small: { ...typographyStyles.caption2Strong, width: '24px', height: '24px' },
  large: { ...typographyStyles.subtitle2, width: '36px', height: '36px' },
});

/**
 * A person as initials, for eyes only: whoever draws it says the name. Fluent's avatar with its tooltip would bring
 * 25 KB to every screen that may show a named answer.
 */
export function Face({ person, size }: { readonly person: Person; readonly size: 'small' | 'large' }) {
  const styles = useStyles();
  const nameOf = useNames();
  const { person: me } = useMe();
  return (
    <span
      aria-hidden
      title={nameOf(person)}
      className={mergeClasses(styles.face, styles[size], person.person === me && styles.me)}
    >
      {initials(person.name)}
    </span>
  );
}
