import { Button, makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RevealPage } from '@plumbline/shared/domain/meeting/meeting';
import { useLook } from '../leader/look.ts';
import { isSamePage, OVERVIEW, pageOfDimension, revealAt, revealSlides, type Slide } from '../stage/reveal-slides.ts';
import { AT_ONCE } from './ask-next.ts';
import { useConsole } from './console-context.ts';

const useStyles = makeStyles({
  // The last line is cut, so that one sees that there are more.
  box: { position: 'relative', maxHeight: '342px', overflowY: 'auto' },
  low: { maxHeight: '198px' },
  within: { padding: '8px 12px 4px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  page: { width: '100%', minHeight: '36px', justifyContent: 'start', textAlign: 'start', fontWeight: 'normal' },
  shown: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    ...shorthands.borderColor(tokens.colorBrandStroke1),
  },
});

/** What the stage shows of the reveal: one page on, one back, or any other. */
export function RevealPages() {
  const { view, results, layout, direct, running } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const box = useShownInSight(JSON.stringify(view.page));
  if (typeof results?.rating?.ballots !== 'number') return null;
  const { rating } = results;
  const { slides, place, dimension } = revealAt(view.page, results, AT_ONCE);
  const slide = slides[place];
  if (slide === undefined) return null;
  const before = slides[place - 1];
  const next = slides[place + 1];
  const dimensions = rating.dimensions.flatMap((each) => {
    const page = pageOfDimension(results, each.dimension);
    return page === null ? [] : [{ ...each, page }];
  });
  const show = (page: RevealPage) => void direct({ type: 'show', page });

  return (
    <section className={look.column}>
      <h2 className={look.section}>{t('pages.title')}</h2>
      <p className={look.text} role="status">
        {dimension === null ? <PageName slide={slide} /> : dimension.title}
        {' · '}
        {t('pages.place', { place: place + 1, count: slides.length })}
      </p>
      <div className={look.actions}>
        <Button
          className={look.target}
          icon={<ChevronLeftRegular />}
          aria-label={t('pages.before-page')}
          disabledFocusable={running || before === undefined}
          onClick={() => before && show(before.page)}
        >
          {t('pages.before')}
        </Button>
        <Button
          className={look.target}
          icon={<ChevronRightRegular />}
          iconPosition="after"
          aria-label={t('pages.next-page')}
          disabledFocusable={running || next === undefined}
          onClick={() => next && show(next.page)}
        >
          {t('pages.next')}
        </Button>
        {dimension === null ? null : (
          <Button
            appearance="subtle"
            className={look.target}
            icon={<ArrowLeftRegular />}
            disabledFocusable={running}
            onClick={() => show(OVERVIEW)}
          >
            {t('pages.all')}
          </Button>
        )}
      </div>
      <div
        ref={box}
        className={mergeClasses(styles.box, layout === 'panel' && styles.low)}
        role="group"
        aria-label={t('pages.list')}
      >
        <ul className={styles.list}>
          {revealSlides(results, AT_ONCE).map((each) => (
            <Page
              key={JSON.stringify(each.page)}
              page={each.page}
              shown={isSamePage(each.page, slide.page)}
              show={show}
            >
              <PageName slide={each} />
            </Page>
          ))}
        </ul>
        <h3 className={mergeClasses(look.small, styles.within)}>{t('pages.dimensions')}</h3>
        <ul className={styles.list}>
          {dimensions.map((each) => (
            <Page key={each.dimension} page={each.page} shown={each.dimension === dimension?.dimension} show={show}>
              {each.title}
            </Page>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Scrolls a list to its current line each time that `shown` is another, and nothing around it. */
function useShownInSight(shown: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = box.current;
    const line = list?.querySelector<HTMLElement>('[aria-current="true"]');
    if (!list || !line) return;
    const above = line.offsetTop < list.scrollTop;
    const below = line.offsetTop + line.offsetHeight > list.scrollTop + list.clientHeight;
    if (above || below) list.scrollTop = line.offsetTop - (list.clientHeight - line.offsetHeight) / 2;
  }, [shown]);
  return box;
}

function Page(props: {
  readonly page: RevealPage;
  readonly shown: boolean;
  readonly show: (page: RevealPage) => void;
  readonly children: ReactNode;
}) {
  const { page, shown, show, children } = props;
  const { running } = useConsole();
  const styles = useStyles();
  return (
    <li>
      <Button
        appearance="subtle"
        className={mergeClasses(styles.page, shown && styles.shown)}
        aria-current={shown}
        disabledFocusable={running}
        onClick={() => show(page)}
      >
        {children}
      </Button>
    </li>
  );
}

function PageName({ slide }: { readonly slide: Slide }) {
  const { t } = useTranslation('console');
  if (slide.kind !== 'questions') return t(`pages.${slide.kind}`);
  const { from, questions } = slide;
  return questions.length === 1
    ? t('pages.question', { from: from + 1 })
    : t('pages.questions', { from: from + 1, to: from + questions.length });
}
