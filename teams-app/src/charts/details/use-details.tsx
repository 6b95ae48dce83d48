import { makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { message } from '@plumbline/shared/figures/message';
import { Suspense, useContext, useId, useRef, useState, type ReactElement } from 'react';
import { partOf } from '../../app/part.tsx';
import type { DetailsAsked } from './details-asked.ts';
import { DetailsOffered } from './details-offered.ts';
import { useLinkLook } from '../link-look.ts';
import { useSay } from '../use-canvas.ts';

/** All the measures come with it, so it is fetched when somebody asks. */
const VIEW = partOf(async () => (await import('./DetailsView.tsx')).DetailsView);

const useStyles = makeStyles({
  note: {
    ...typographyStyles.caption1,
    margin: 0,
    paddingBlock: tokens.spacingVerticalS,
    color: tokens.colorNeutralForeground2,
  },
  start: { alignSelf: 'start' },
});

/** A link that opens what stands behind a figure, and the place where it opens; neither on the stage, which is the room's. */
export function useDetails(asked: DetailsAsked): {
  readonly link: ReactElement | null;
  readonly place: ReactElement | null;
} {
  const styles = useStyles();
  const look = useLinkLook();
  const say = useSay();
  const offered = useContext(DetailsOffered);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<'none' | 'coming' | 'here' | 'failed'>('none');
  if (!offered) return { link: null, place: null };

  function fetch() {
    setCode('coming');
    VIEW.fetch().then(
      () => setCode('here'),
      () => setCode('failed'),
    );
  }
  const link = (
    <button
      ref={button}
      type="button"
      className={look.link}
      aria-expanded={open}
      aria-describedby={asked.describedBy}
      {...(open ? { 'aria-controls': id } : {})}
      onClick={() => {
        if (!open && code !== 'here') fetch();
        setOpen(!open);
      }}
    >
      {say(message(open ? 'details.close' : 'details.open'))}
    </button>
  );
  if (!open) return { link, place: null };
  const coming = (
    <p role="status" className={styles.note}>
      {say(message('details.loading'))}
    </p>
  );
  const place = (
    <div id={id}>
      {code === 'here' ? (
        <Suspense fallback={coming}>
          <VIEW.Show
            {...asked}
            onClose={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Suspense>
      ) : code === 'failed' ? (
        <p role="alert" className={styles.note}>
          {say(message('details.failed'))}{' '}
          <button type="button" className={mergeClasses(look.link, styles.start)} onClick={fetch}>
            {say(message('details.retry'))}
          </button>
        </p>
      ) : (
        coming
      )}
    </div>
  );
  return { link, place };
}
