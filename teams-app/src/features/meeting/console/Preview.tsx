import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { fetchAhead, partOf } from '../../../app/part.tsx';
import { useLook } from '../leader/look.ts';
import { useConsole } from './console-context.ts';

const Stage = partOf(async () => (await import('../stage/StageScreen.tsx')).StageScreen);

/** The stage as Teams shows it, made smaller as a whole. */
const WIDTH = 994;
const HEIGHT = 620;

const useStyles = makeStyles({
  frame: {
    position: 'relative',
    width: '100%',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: 'border-box',
  },
  stage: { position: 'absolute', top: 0, insetInlineStart: 0, transformOrigin: '0 0', pointerEvents: 'none' },
});

/** What the big screen shows now, small. */
export function Preview() {
  const { view, results, layout } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const [, go] = useLocation();
  const [scale, setScale] = useState<number | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    // The controls come first: the picture of the stage is drawn when nothing else waits.
    const stop = new AbortController();
    void fetchAhead([Stage], stop.signal).then(() => setReady(!stop.signal.aborted));
    return () => stop.abort();
  }, []);
  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const fit = () => setScale(element.clientWidth / WIDTH);
    fit();
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <section className={look.tight}>
      <div className={look.between}>
        <h2 className={look.section}>{t('stage.title')}</h2>
        {layout === 'panel' ? null : (
          <Button
            appearance="subtle"
            icon={<OpenRegular />}
            className={look.target}
            onClick={() => go(`/meetings/${view.id}/stage`)}
          >
            {t('stage.open')}
          </Button>
        )}
      </div>
      <div ref={measure} className={styles.frame} style={{ aspectRatio: `${String(WIDTH)} / ${String(HEIGHT)}` }}>
        {scale === null || !ready ? null : (
          <div
            inert
            aria-hidden="true"
            className={styles.stage}
            style={{ width: WIDTH, height: HEIGHT, transform: `scale(${String(scale)})` }}
          >
            <Suspense fallback={null}>
              <Stage.Show view={view} results={results} preview turning={null} onLeave={null} />
            </Suspense>
          </div>
        )}
      </div>
    </section>
  );
}
