import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import { ProblemNote } from '../../../app/ProblemNote.tsx';
import { HeldNote } from './HeldNote.tsx';
import { RevealSlide } from './RevealSlide.tsx';
import { keySteps, OVERVIEW, pageOfDimension, revealAt, type Slide } from './reveal-slides.ts';
import { useStage, type Turning } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

const useStyles = makeStyles({
  room: { flexGrow: 1, display: 'flex', flexDirection: 'column', rowGap: '12px', minHeight: 0 },
  slide: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    display: 'flex',
    flexDirection: 'column',
  },
  bar: { display: 'flex', alignItems: 'center', columnGap: '12px', flexShrink: 0 },
  grow: { flexGrow: 1 },
});

/** The reveal: first where we stand, then the questions. Whoever has the controls turns it, by key or by hand. */
export function StageRevealing() {
  const { results } = useStage();
  const look = useStageLook();
  const rating = results?.rating ?? null;
  if (results === null || rating === null) return <div className={look.centre} />;
  if (rating.ballots === null) return <HeldNote />;
  return <Slides results={results} />;
}

function Slides({ results }: { readonly results: ResultsView }) {
  const { view, room, turning } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const { slides, place, dimension } = revealAt(view.page, results, room.short ? 1 : 3);
  const slide = slides[place];

  useEffect(() => {
    if (turning === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      // Inside a picture the arrows go from part to part.
      if (event.target instanceof HTMLElement && event.target.closest('figure, input, textarea, select')) return;
      const steps = keySteps(event.key);
      if (steps === 0) return;
      event.preventDefault();
      const to = slides[place + steps];
      if (to && !turning.running) turning.turn(to.page);
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [turning, slides, place]);

  function open(opened: string): void {
    const page = pageOfDimension(results, opened);
    if (page) turning?.turn(page);
  }

  if (!slide) return null;
  return (
    <div className={styles.room}>
      <div className={styles.slide}>
        <RevealSlide slide={slide} results={results} onOpen={turning && open} />
      </div>
      {turning?.error ? <ProblemNote error={turning.error} onDismiss={turning.dismiss} /> : null}
      <div className={styles.bar}>
        {dimension === null || turning === null ? null : (
          <Button
            size="large"
            icon={<ArrowLeftRegular />}
            disabledFocusable={turning.running}
            onClick={() => turning.turn(OVERVIEW)}
          >
            {t('slides.all')}
          </Button>
        )}
        <p className={mergeClasses(look.small, look.quiet, styles.grow)} role="status">
          {dimension === null ? <SlideName slide={slide} /> : t('slides.dimension', { name: dimension.title })}
        </p>
        <span className={mergeClasses(look.small, look.quiet)}>
          {t('slides.place', { place: place + 1, count: slides.length })}
        </span>
        {turning === null ? null : <Turns {...{ turning, slides, place }} />}
      </div>
    </div>
  );
}

function Turns(props: { readonly turning: Turning; readonly slides: readonly Slide[]; readonly place: number }) {
  const { turning, slides, place } = props;
  const { t } = useTranslation('stage');
  const before = slides[place - 1];
  const next = slides[place + 1];
  return (
    <>
      <Button
        size="large"
        icon={<ChevronLeftRegular />}
        disabledFocusable={turning.running || before === undefined}
        aria-label={t('slides.before')}
        onClick={() => before && turning.turn(before.page)}
      />
      <Button
        size="large"
        icon={<ChevronRightRegular />}
        iconPosition="after"
        disabledFocusable={turning.running || next === undefined}
        onClick={() => next && turning.turn(next.page)}
      >
        {t('slides.next')}
      </Button>
    </>
  );
}

function SlideName({ slide }: { readonly slide: Slide }) {
  const { turning } = useStage();
  const { t } = useTranslation('stage');
  switch (slide.kind) {
    case 'profile':
      return turning && t('slides.open');
    case 'perception':
    case 'camps':
      return null;
    case 'options':
      return t('slides.priorities');
    case 'questions': {
      const { from, questions, of } = slide;
      return questions.length === 1
        ? t('slides.question', { from: from + 1, count: of })
        : t('slides.questions', { from: from + 1, to: from + questions.length, count: of });
    }
  }
}
