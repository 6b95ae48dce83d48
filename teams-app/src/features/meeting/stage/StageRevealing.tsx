import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultsView } from '@plumbline/shared/contract/views';
import { figureSource } from '../leader/figure-source.ts';
import { HeldNote } from './HeldNote.tsx';
import { RevealSlide } from './RevealSlide.tsx';
import { keySteps, questionSlides, revealSlides, turn, type Slide } from './reveal-slides.ts';
import { useStage } from './stage-context.ts';
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

type Rating = NonNullable<ResultsView['rating']>;

/** The reveal: first where we stand, then the questions. Whoever holds this screen turns it, by key or by hand. */
export function StageRevealing() {
  const { results } = useStage();
  const look = useStageLook();
  const rating = results?.rating ?? null;
  if (results === null || rating === null) return <div className={look.centre} />;
  if (rating.ballots === null) return <HeldNote />;
  return <Slides results={results} rating={rating} />;
}

function Slides({ results, rating }: { readonly results: ResultsView; readonly rating: Rating }) {
  const { view, room, preview } = useStage();
  const styles = useStyles();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<string | null>(null);
  const atOnce = room.short ? 1 : 3;
  const dimension = rating.dimensions.find((each) => each.dimension === opened) ?? null;
  const slides = dimension
    ? questionSlides(
        rating.questions.filter((question) => question.dimension === dimension.dimension),
        1,
      )
    : revealSlides(results, { source: figureSource(view, results), atOnce });
  const place = turn(at, 0, slides.length);
  const slide = slides[place];

  useEffect(() => {
    if (preview) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
      // Inside a picture the arrows go from part to part.
      if (event.target instanceof HTMLElement && event.target.closest('figure, input, textarea, select')) return;
      const steps = keySteps(event.key);
      if (steps === 0) return;
      event.preventDefault();
      setAt((now) => turn(now, steps, slides.length));
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [preview, slides.length]);

  function open(id: string | null): void {
    setOpened(id);
    setAt(0);
  }

  if (!slide) return null;
  return (
    <div className={styles.room}>
      <div className={styles.slide}>
        <RevealSlide slide={slide} results={results} onOpen={open} />
      </div>
      <div className={styles.bar}>
        {dimension === null ? null : (
          <Button size="large" icon={<ArrowLeftRegular />} onClick={() => open(null)}>
            {t('slides.all')}
          </Button>
        )}
        <p className={mergeClasses(look.small, look.quiet, styles.grow)} role="status">
          {dimension === null ? <SlideName slide={slide} /> : t('slides.dimension', { name: dimension.title })}
        </p>
        <span className={mergeClasses(look.small, look.quiet)}>
          {t('slides.place', { place: place + 1, count: slides.length })}
        </span>
        <Button
          size="large"
          icon={<ChevronLeftRegular />}
          disabledFocusable={place === 0}
          aria-label={t('slides.before')}
          onClick={() => setAt(turn(place, -1, slides.length))}
        />
        <Button
          size="large"
          icon={<ChevronRightRegular />}
          iconPosition="after"
          disabledFocusable={place === slides.length - 1}
          onClick={() => setAt(turn(place, 1, slides.length))}
        >
          {t('slides.next')}
        </Button>
      </div>
    </div>
  );
}

function SlideName({ slide }: { readonly slide: Slide }) {
  const { t } = useTranslation('stage');
  switch (slide.kind) {
    case 'profile':
      return t('slides.open');
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
