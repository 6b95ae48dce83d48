import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { DetailsAsked } from './details-asked.ts';
import { useDetails } from './use-details.tsx';

const useStyles = makeStyles({
  line: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
});

/** What stands behind a list that has no picture, a click away. */
export function Details(asked: DetailsAsked) {
  const styles = useStyles();
  const { link, place } = useDetails(asked);
  if (link === null) return null;
  return (
    <div className={styles.line}>
      <span data-print="no">{link}</span>
      {place}
    </div>
  );
}
