import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { byPoint, calledBy, type NamedAnswers } from './by-point.ts';
import { Face } from './Face.tsx';
import { useNames } from './use-names.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  row: { display: 'grid', listStyleType: 'none', margin: 0, padding: 0 },
  // Everybody at a point stands on its number, however many stand elsewhere.
  point: { display: 'flex', flexDirection: 'column', alignItems: 'center', minWidth: 0 },
  people: {
    flexGrow: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'end',
    alignItems: 'end',
    justifyContent: 'center',
    gap: '2px',
    paddingBlockEnd: '4px',
    minWidth: 0,
  },
  called: { flexWrap: 'nowrap', flexDirection: 'column', alignItems: 'center', justifyContent: 'end', gap: '8px' },
  number: {
    ...typographyStyles.caption1,
    width: '100%',
    textAlign: 'center',
    paddingBlockStart: '2px',
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  person: { display: 'flex', flexDirection: 'column', alignItems: 'center', minWidth: 0 },
  name: { ...typographyStyles.body1, textAlign: 'center', overflowWrap: 'anywhere' },
  apart: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: '4px' },
  group: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  title: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground2 },
  words: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground2 },
  large: typographyStyles.body1,
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** Who stands at which point of a scale, with names on a large stage; "can't say" and "not answered" apart. */
export function WhoAnswered(props: {
  readonly answers: NamedAnswers;
  readonly question: string;
  readonly low: number;
  readonly high: number;
  readonly size: 'small' | 'large';
  /** Said above the faces where they are not at what stands right there. */
  readonly title?: string;
}) {
  const { answers, question, low, high, size, title } = props;
  const styles = useStyles();
  const { t } = useTranslation('leader');
  const nameOf = useNames();
  const format = useFormat();
  const called = useMemo(() => calledBy(answers), [answers]);
  const { points, cannotSay, missing } = byPoint(answers, { question, low, high });
  const apart = [
    { words: t('who.cannot-say'), people: cannotSay },
    { words: t('who.missing'), people: missing },
  ].filter(({ people }) => people.length > 0);
  const large = size === 'large';
  return (
    <div className={styles.root} role="group" aria-label={title ?? t('who.title')}>
      {title === undefined ? null : <p className={mergeClasses(styles.title, large && styles.large)}>{title}</p>}
      <ol className={styles.row} style={{ gridTemplateColumns: `repeat(${points.length}, minmax(0, 1fr))` }}>
        {points.map(({ value, people }) => (
          <li key={value} className={styles.point}>
            <span className={styles.hidden}>
              {people.length === 0
                ? t('who.nobody', { value })
                : t('who.point', { value, names: format.list(people.map(nameOf)) })}
            </span>
            <div aria-hidden className={mergeClasses(styles.people, large && styles.called)}>
              {people.map((person) => (
                <div key={person.person} className={styles.person}>
                  <Face person={person} size={large ? 'large' : 'small'} />
                  {large ? <span className={styles.name}>{called.get(person.person)}</span> : null}
                </div>
              ))}
            </div>
            <span aria-hidden className={mergeClasses(styles.number, large && styles.large)}>
              {value}
            </span>
          </li>
        ))}
      </ol>
      {apart.length === 0 ? null : (
        <div className={styles.apart}>
          {apart.map(({ words, people }) => (
            <div key={words} className={styles.group}>
              <span className={mergeClasses(styles.words, large && styles.large)}>{words}</span>
              <span className={styles.hidden}>{format.list(people.map(nameOf))}</span>
              {people.map((person) => (
                <span key={person.person} aria-hidden className={styles.group}>
                  <Face person={person} size="small" />
                  {large ? <span className={styles.name}>{called.get(person.person)}</span> : null}
                </span>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
