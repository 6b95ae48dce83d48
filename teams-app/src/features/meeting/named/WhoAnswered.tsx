import { Avatar, makeStyles, mergeClasses, tokens, Tooltip, typographyStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { useMe } from '../../../app/api.ts';
import { byPoint, type NamedAnswers, type Person } from './by-point.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  row: { display: 'grid', listStyleType: 'none', margin: 0, padding: 0, columnGap: '2px' },
  point: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '2px',
    minWidth: 0,
    paddingBlock: '2px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  number: {
    ...typographyStyles.caption1,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  people: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '2px', minWidth: 0 },
  named: { flexDirection: 'column', alignItems: 'center', rowGap: '8px' },
  person: { display: 'flex', flexDirection: 'column', alignItems: 'center', minWidth: 0 },
  name: { ...typographyStyles.body1, textAlign: 'center', overflowWrap: 'anywhere' },
  apart: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: '4px' },
  group: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  large: typographyStyles.body1,
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Who stands at which point of a scale: initials, and on a large stage names; "can't say" and "not answered" apart. */
export function WhoAnswered(props: {
  readonly answers: NamedAnswers;
  readonly question: string;
  readonly low: number;
  readonly high: number;
  readonly size: 'small' | 'large';
}) {
  const { answers, question, low, high, size } = props;
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const nameOf = useNames();
  const format = useFormat();
  const { points, cannotSay, missing } = byPoint(answers, { question, low, high });
  const apart = [
    { words: t('who.cannot-say'), people: cannotSay },
    { words: t('who.missing'), people: missing },
  ].filter(({ people }) => people.length > 0);
  const large = size === 'large';
  return (
    <div className={styles.root} role="group" aria-label={t('who.title')}>
      <ol className={styles.row} style={{ gridTemplateColumns: `repeat(${points.length}, minmax(0, 1fr))` }}>
        {points.map(({ value, people }) => (
          <li key={value} className={styles.point}>
            <span className={styles.hidden}>
              {people.length === 0
                ? t('who.nobody', { value })
                : t('who.point', { value, names: format.list(people.map(nameOf)) })}
            </span>
            <span aria-hidden className={mergeClasses(styles.number, large && styles.large)}>
              {value}
            </span>
            <div aria-hidden className={mergeClasses(styles.people, large && styles.named)}>
              {people.map((person) => (
                <Face key={person.person} person={person} large={large} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {apart.length === 0 ? null : (
        <div className={styles.apart}>
          {apart.map(({ words, people }) => (
            <div key={words} className={styles.group}>
              <span className={mergeClasses(styles.number, large && styles.large)}>{words}</span>
              <span className={styles.hidden}>{format.list(people.map(nameOf))}</span>
              <div aria-hidden className={styles.people}>
                {people.map((person) => (
                  <Face key={person.person} person={person} large={false} />
                ))}
              </div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Face({ person, large }: { readonly person: Person; readonly large: boolean }) {
  const styles = useStyles();
  const nameOf = useNames();
  const { person: me } = useMe();
  const name = nameOf(person);
  const mine = person.person === me;
  return (
    <div className={styles.person}>
      <Tooltip content={name} relationship="inaccessible">
        <Avatar name={person.name} size={large ? 36 : 24} color={mine ? 'brand' : 'neutral'} />
      </Tooltip>
      {large ? <span className={styles.name}>{person.name === '' ? name : person.name}</span> : null}
    </div>
  );
}

/** A person's name as their own screen and others' say it; the service knows none of somebody who has left. */
export function useNames(): (person: Person) => string {
  const { t } = useTranslation('leader');
  const { person: me } = useMe();
  return ({ person, name }) => {
    if (name === '') return t('who.left');
    return person === me ? t('who.you', { name }) : name;
  };
}
