import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RoundView } from '@plumbline/shared/contract/views';
import { importanceFigure } from '@plumbline/shared/figures/importance';
import { ImportanceMap } from '../../../charts/ImportanceMap.tsx';
import { figureSource } from '../leader/figure-source.ts';
import { Answered } from './Answered.tsx';
import { HeldNote } from './HeldNote.tsx';
import { useStage } from './stage-context.ts';
import { useStageLook } from './stage-look.ts';

/** What matters against what divides, while everybody puts three dots. */
export function StageChoosing({ round }: { readonly round: RoundView | null }) {
  const { view, results, room } = useStage();
  const look = useStageLook();
  const { t } = useTranslation('stage');
  const rating = results?.rating ?? null;
  return (
    <div className={look.sides}>
      <div className={look.column}>
        <h2 className={look.title}>{t('choosing.title')}</h2>
        <p className={look.text}>{t(view.mode === 'named' ? 'named.dots' : 'choosing.how')}</p>
        {round === null ? null : (
          <p className={mergeClasses(look.heading)} role="status">
            <Answered round={round} />
          </p>
        )}
      </div>
      {results === null || rating === null ? null : rating.ballots === null ? (
        <HeldNote />
      ) : (
        <ImportanceMap
          figure={importanceFigure({ source: figureSource(view, results), dimensions: rating.dimensions })}
          size={room.short ? 'page' : 'stage'}
          level={3}
        />
      )}
    </div>
  );
}
