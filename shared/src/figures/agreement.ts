import type { Band, Bin, QuestionResult, ShownScale } from '../domain/results/shown.ts';
import type { Cell, FigureFrame, FigureSource } from './figure.ts';
import { message, type Message } from './message.ts';
import { bandWord, heldWords, scaleEnds, shapeFinding, shapeWord } from './shape-words.ts';

/** How far along the band is drawn: `place` of `steps` equal steps from far apart to together. */
export interface BandStep {
  readonly band: Band;
  readonly steps: 3 | 5;
  readonly place: number;
}

/** What the answers to one question look like; `note` says why there is nothing to draw. */
export type AgreementPicture =
  | { readonly status: 'none'; readonly note: Message }
  | { readonly status: 'bins'; readonly bins: readonly Bin[]; readonly level: number }
  | { readonly status: 'band'; readonly step: BandStep; readonly level: number };

/** One question: its distribution where the number of answers allows one, else its band. */
export interface AgreementFigure extends FigureFrame {
  readonly kind: 'agreement';
  readonly marks: {
    readonly low: number;
    readonly high: number;
    readonly ends: { readonly low: Message; readonly high: Message } | null;
    readonly picture: AgreementPicture;
  };
}

/** The agreement strip of one question. A person's own answer is no part of it: only their own screen adds that. */
export function agreementFigure(from: {
  readonly source: FigureSource;
  readonly question: QuestionResult;
}): AgreementFigure {
  const { low, high, text, result } = from.question;
  const basis = { of: 'question', question: from.question } as const;
  const base = { kind: 'agreement', source: from.source, basis, subject: text, notes: [] } as const;
  const scale = { low, high, ends: scaleEnds(low, high) };
  if (result.status === 'held') {
    const title = message('agreement.title.held', { count: result.needed });
    return {
      ...base,
      title,
      altText: message('agreement.alt.held', { title }),
      table: measureTable([[message('agreement.row.shape'), heldWords(result)]]),
      marks: {
        ...scale,
        picture: { status: 'none', note: message('held.why', { minimum: from.source.minimumGroup }) },
      },
    };
  }
  const title = shapeFinding(result.shape);
  const picture = pictureOf(result);
  return {
    ...base,
    title,
    altText: altText(title, { low, high }, picture),
    table: measureTable([
      [message('agreement.row.shape'), shapeWord(result.shape)],
      [message('agreement.row.mean', { low, high }), result.level],
      [message('agreement.row.band'), wordOf(result)],
      ...(result.distribution ?? []).map((bin): readonly Cell[] => [
        bin.from === bin.to
          ? message('agreement.row.bin', { from: bin.from })
          : message('agreement.row.bin-run', { from: bin.from, to: bin.to }),
        bin.count,
      ]),
    ]),
    marks: { ...scale, picture },
  };
}

/** The reached step in a word: of three the band's, of five one of its own. */
export function stepWord({ steps, place, band }: BandStep): Message {
  return steps === 3 || band === 'split' ? bandWord(band) : message(STEPS[place] ?? 'step.3');
}

/** How far along the band of a question is drawn; `null` where it has none. */
export function bandStep(result: ShownScale): BandStep | null {
  if (result.band === null || result.together === null) return null;
  const steps = result.grain === 'coarse' ? 3 : 5;
  return { band: result.band, steps, place: Math.round(result.together * (steps - 1)) };
}

const STEPS = ['step.1', 'step.2', 'step.3', 'step.4', 'step.5'] as const;

function wordOf(result: ShownScale): Message | null {
  const step = bandStep(result);
  return step && stepWord(step);
}

function pictureOf(result: ShownScale): AgreementPicture {
  if (result.level === null) return { status: 'none', note: message('cannot-say') };
  if (result.distribution !== null) return { status: 'bins', bins: result.distribution, level: result.level };
  const step = bandStep(result);
  return step ? { status: 'band', step, level: result.level } : { status: 'none', note: message('not-shown') };
}

function altText(
  title: Message,
  scale: { readonly low: number; readonly high: number },
  picture: AgreementPicture,
): Message {
  if (picture.status === 'none') return message('agreement.alt.unknown', { title });
  const { level } = picture;
  if (picture.status === 'band') {
    return message('agreement.alt.band', { title, level, ...scale, band: stepWord(picture.step) });
  }
  const bins = picture.bins.map(({ from, to, count }) =>
    from === to ? message('agreement.bin.one', { from, count }) : message('agreement.bin.run', { from, to, count }),
  );
  return message('agreement.alt.distribution', { title, level, ...scale, bins });
}

function measureTable(rows: readonly (readonly Cell[])[]): FigureFrame['table'] {
  return {
    caption: null,
    columns: [
      { label: message('column.measure'), align: 'start' },
      { label: message('column.value'), align: 'end' },
    ],
    rows,
  };
}
