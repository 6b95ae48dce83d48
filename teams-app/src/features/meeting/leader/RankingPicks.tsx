import { Button, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular, DismissRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BallotAnswer } from './ballot-draft.ts';
import { useLook } from './look.ts';
import { fitting, movedBy, toggled, type Picks } from './picks.ts';
import type { Question } from './progress.ts';

const useStyles = makeStyles({
  picked: {
    display: 'grid',
    gridTemplateColumns: '28px minmax(0, 1fr) auto',
    alignItems: 'center',
    minHeight: '36px',
    paddingInlineStart: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  place: { ...typographyStyles.body1Strong, color: tokens.colorBrandForeground1, fontVariantNumeric: 'tabular-nums' },
  name: { ...typographyStyles.body1, overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalXS },
  tools: { display: 'flex' },
  tool: { minWidth: '32px', width: '32px', height: '36px', paddingInline: 0 },
  option: { ...typographyStyles.body1, justifyContent: 'start', textAlign: 'start', minHeight: '36px', width: '100%' },
  options: { rowGap: tokens.spacingVerticalXS },
});

type Ranking = Extract<Question, { kind: 'ranking' }>;

/** Puts options in order by tapping them, best first; picked ones can be moved and taken out again. */
export function RankingPicks(props: {
  readonly question: Ranking;
  readonly labelledBy: string;
  readonly answer: BallotAnswer | undefined;
  readonly onAnswer: (answer: BallotAnswer) => void;
}) {
  const { question, labelledBy, answer, onAnswer } = props;
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('leader');
  const list = useRef<HTMLDivElement>(null);
  const [heard, setHeard] = useState('');
  const offered = question.options.map(({ id }) => id);
  const picks = fitting(answer?.kind === 'ranking' ? answer.order : [], offered, question.most);
  const textOf = (id: string) => question.options.find((option) => option.id === id)?.text ?? id;
  const rest = question.options.filter(({ id }) => !picks.includes(id));
  const full = picks.length >= question.most;

  function change(next: Picks, item: string): void {
    onAnswer({ kind: 'ranking', order: [...next] });
    const place = next.indexOf(item) + 1;
    setHeard(
      place > 0 ? t('ranking.heard', { item: textOf(item), place }) : t('ranking.heard-out', { item: textOf(item) }),
    );
    // The pressed button moves or is gone: the focus follows what it belonged to.
    requestAnimationFrame(() => {
      const sought = place > 0 ? `[data-picked="${item}"] button:not(:disabled)` : `[data-option="${item}"]`;
      list.current?.querySelector<HTMLElement>(sought)?.focus();
    });
  }

  return (
    <div ref={list} role="group" aria-labelledby={labelledBy} className={look.tight}>
      <p className={look.small}>
        {question.most < question.options.length ? t('ranking.up-to', { count: question.most }) : t('ranking.all')}
      </p>
      {picks.length > 0 ? (
        <ol className={mergeClasses(look.list, styles.options)} aria-label={t('ranking.picked')}>
          {picks.map((id, place) => (
            <li key={id} data-picked={id} className={styles.picked}>
              <span className={styles.place}>{place + 1}</span>
              <span className={styles.name}>{textOf(id)}</span>
              <span className={styles.tools}>
                <Button
                  appearance="subtle"
                  className={styles.tool}
                  icon={<ArrowUpRegular />}
                  disabled={place === 0}
                  aria-label={t('ranking.up', { item: textOf(id) })}
                  onClick={() => {
                    change(movedBy(picks, id, -1), id);
                  }}
                />
                <Button
                  appearance="subtle"
                  className={styles.tool}
                  icon={<ArrowDownRegular />}
                  disabled={place === picks.length - 1}
                  aria-label={t('ranking.down', { item: textOf(id) })}
                  onClick={() => {
                    change(movedBy(picks, id, 1), id);
                  }}
                />
                <Button
                  appearance="subtle"
                  className={styles.tool}
                  icon={<DismissRegular />}
                  aria-label={t('ranking.out', { item: textOf(id) })}
                  onClick={() => {
                    change(toggled(picks, id, question.most), id);
                  }}
                />
              </span>
            </li>
          ))}
        </ol>
      ) : null}
      {rest.length > 0 ? (
        <ul className={mergeClasses(look.list, styles.options)} aria-label={t('ranking.offered')}>
          {rest.map(({ id, text }) => (
            <li key={id}>
              <Button
                data-option={id}
                className={styles.option}
                disabledFocusable={full}
                onClick={() => {
                  change(toggled(picks, id, question.most), id);
                }}
              >
                {text}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {full && rest.length > 0 ? <p className={look.small}>{t('ranking.full')}</p> : null}
      <span role="status" className={look.hidden}>
        {heard}
      </span>
    </div>
  );
}
