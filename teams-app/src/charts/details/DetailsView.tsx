import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { detailsOf } from '@plumbline/shared/figures/details/details';
import { said, type DetailMessage } from '@plumbline/shared/figures/details/words';
import { message } from '@plumbline/shared/figures/message';
import { useId, useMemo, type ReactNode } from 'react';
import { useLinkLook } from '../link-look.ts';
import { DetailGroupView } from './DetailGroupView.tsx';
import type { DetailsAsked } from './details-asked.ts';
import { Fold } from './Fold.tsx';
import { Heading } from './Heading.tsx';
import { NeededView } from './NeededView.tsx';
import { useSayDetails } from './use-say-details.ts';

const useStyles = makeStyles({
  root: {
    ...typographyStyles.body1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    minWidth: 0,
    marginBlockStart: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  panel: { ...typographyStyles.caption1, rowGap: tokens.spacingVerticalM },
  title: { ...typographyStyles.body1Strong, margin: 0 },
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, minWidth: 0 },
  groups: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  folds: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  references: {
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
  close: { alignSelf: 'start' },
});

/** All that stands behind a figure, worked out here from what the figure shows. */
export function DetailsView(props: DetailsAsked & { readonly onClose: () => void }) {
  const { basis, source, size, level, onClose } = props;
  const styles = useStyles();
  const look = useLinkLook();
  const say = useSayDetails();
  const id = useId();
  const details = useMemo(() => detailsOf(basis, source), [basis, source]);
  const groups = details.groups.map((group, place) => (
    <DetailGroupView
      key={place}
      group={group}
      narrow={size === 'panel'}
      level={level + 1}
      look={isOpen(place, details.groups.length) ? 'open' : 'folded'}
    />
  ));
  return (
    <div className={mergeClasses(styles.root, size === 'panel' && styles.panel)} role="group" aria-labelledby={id}>
      <Heading level={level} id={id} className={styles.title}>
        {say(said('title'))}
      </Heading>
      <div className={styles.groups}>{groups}</div>
      <Sentences title={said('part.uncertain')} level={level} sentences={details.uncertainty} />
      <Sentences title={said('part.held')} level={level} sentences={details.held} />
      <div className={styles.folds}>
        {details.method.length === 0 ? null : (
          <Fold summary={say(said('part.method'))}>
            {details.method.map((sentence, place) => (
              <p key={place} className={styles.text}>
                {say(sentence)}
              </p>
            ))}
          </Fold>
        )}
        {details.needed === null ? null : (
          <Fold summary={say(said('needed.show'))}>
            <NeededView table={details.needed} />
          </Fold>
        )}
        {details.citations.length === 0 ? null : (
          <Fold summary={say(said('part.citations'))}>
            <ul className={styles.references}>
              {details.citations.map(({ key, reference }) => (
                <li key={key}>{reference}</li>
              ))}
            </ul>
          </Fold>
        )}
      </div>
      <button type="button" className={mergeClasses(look.link, styles.close)} onClick={onClose}>
        {say(message('details.close'))}
      </button>
    </div>
  );
}

/** Two groups stand open; of three the first one; of more each is a fold away. */
function isOpen(place: number, count: number): boolean {
  return count <= 2 || (count === 3 && place === 0);
}

function Sentences(props: {
  readonly title: DetailMessage;
  readonly level: number;
  readonly sentences: readonly DetailMessage[];
}): ReactNode {
  const styles = useStyles();
  const say = useSayDetails();
  if (props.sentences.length === 0) return null;
  return (
    <div className={styles.part}>
      <Heading level={props.level + 1} className={styles.heading}>
        {say(props.title)}
      </Heading>
      {props.sentences.map((sentence, place) => (
        <p key={place} className={styles.text}>
          {say(sentence)}
        </p>
      ))}
    </div>
  );
}
