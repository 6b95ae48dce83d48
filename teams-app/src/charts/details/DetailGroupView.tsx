import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import type { DetailGroup, DetailLine } from '@plumbline/shared/figures/details/figure-details';
import { said } from '@plumbline/shared/figures/details/words';
import type { ReactNode } from 'react';
import { Fold } from './Fold.tsx';
import { Heading } from './Heading.tsx';
import { useSayDetails } from './use-say-details.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  heading: { display: 'inline', margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  list: { margin: 0, display: 'flex', flexDirection: 'column', minWidth: 0 },
  line: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 3fr) minmax(0, 8fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: '2px',
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  },
  narrow: { gridTemplateColumns: 'minmax(0, 3fr) minmax(0, 2fr)' },
  value: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  atEnd: { textAlign: 'end' },
  aside: {
    ...typographyStyles.caption1,
    display: 'block',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  reading: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    textWrap: 'pretty',
    '@media (max-width: 640px)': { gridColumn: '1 / -1' },
  },
  across: { gridColumn: '1 / -1' },
  rules: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
});

/** One group of lines with the rules that fired, open or a fold away. */
export function DetailGroupView(props: {
  readonly group: DetailGroup;
  readonly narrow: boolean;
  readonly level: number;
  readonly look: 'open' | 'folded';
}): ReactNode {
  const { group, narrow, level, look } = props;
  const styles = useStyles();
  const say = useSayDetails();
  const title = (
    <Heading level={level} className={styles.heading}>
      {say(group.title)}
    </Heading>
  );
  const inside = (
    <>
      {group.lead === null ? null : <p className={styles.text}>{say(group.lead)}</p>}
      {group.lines.length === 0 ? null : (
        <dl className={styles.list}>
          {group.lines.map((line, place) => (
            <Line key={place} line={line} narrow={narrow} />
          ))}
        </dl>
      )}
      {group.rules.length === 0 ? null : (
        <ul className={styles.rules} aria-label={say(said('part.rules'))}>
          {group.rules.map((rule, place) => (
            <li key={place}>{say(rule)}</li>
          ))}
        </ul>
      )}
    </>
  );
  if (look === 'folded') return <Fold summary={title}>{inside}</Fold>;
  return (
    <div className={styles.group}>
      {title}
      {inside}
    </div>
  );
}

function Line({ line, narrow }: { readonly line: DetailLine; readonly narrow: boolean }): ReactNode {
  const { name, value, interval, reading, citation } = line;
  const styles = useStyles();
  const say = useSayDetails();
  return (
    <div className={mergeClasses(styles.line, narrow && styles.narrow)}>
      <dt>{say(name)}</dt>
      <dd className={mergeClasses(styles.value, narrow && styles.atEnd)}>
        {say(value)}
        {interval === null ? null : (
          <span className={styles.aside}>{say(said('interval', { between: interval }))}</span>
        )}
      </dd>
      {reading === null && citation === null ? null : (
        <dd className={mergeClasses(styles.reading, narrow && styles.across)}>
          {reading === null ? null : say(reading)}
          {citation === null ? null : <span className={styles.aside}>{citation}</span>}
        </dd>
      )}
    </div>
  );
}
