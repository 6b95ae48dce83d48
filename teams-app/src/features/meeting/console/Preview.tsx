import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useLook } from '../leader/look.ts';
import { StageScreen } from '../stage/StageScreen.tsx';
import { useConsole } from './console-context.ts';

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
  stage: { position: 'absolute', top: 0, left: 0, transformOrigin: '0 0', pointerEvents: 'none' },
});

/** What the big screen shows now, small. */
export function Preview() {
  const { view, results, layout } = useConsole();
  const styles = useStyles();
  const look = useLook();
  const { t } = useTranslation('console');
  const [, go] = useLocation();
  const [scale, setScale] = useState<number | null>(null);
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
        {scale === null ? null : (
          <div
            inert
            aria-hidden="true"
            className={styles.stage}
            style={{ width: WIDTH, height: HEIGHT, transform: `scale(${String(scale)})` }}
          >
            <StageScreen view={view} results={results} preview onLeave={null} />
          </div>
        )}
      </div>
    </section>
  );
}
