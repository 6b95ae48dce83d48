import { z } from 'zod';
import { idOf } from '@plumbline/shared/contract/schemas';
import type { TeamView } from '@plumbline/shared/contract/views';
import type { JsonObject } from '@plumbline/shared/kernel/json';
import { choiceInput, textInput } from '../cards/card.ts';
import type { Words } from '../words.ts';

/** For how many days a pulse can be open. */
const DAYS_OPEN = [3, 7, 14] as const;
const USUAL_DAYS = 7;

/** What the choice of a set of questions sends: its id and its version. */
export const chosenInstrument = z
  .string()
  .transform((value) => {
    const [id, version] = value.split(':');
    return { id, version: Number(version) };
  })
  .pipe(z.object({ id: idOf('instrument'), version: z.int().positive() }));

/** What a pulse asks, what it is called, and for how long it is open. */
export function pulseInputs(words: Words, team: TeamView, name: string): readonly JsonObject[] {
  const required = words.t('needed');
  return [
    questionsInput(words, team),
    textInput({ id: 'title', label: words.t('pulse.name'), value: name, most: 120, required }),
    choiceInput({
      id: 'days',
      label: words.t('pulse.open-for'),
      choices: DAYS_OPEN.map((days) => ({ title: words.t('pulse.days', { count: days }), value: String(days) })),
      value: String(USUAL_DAYS),
      required,
    }),
  ];
}

/** Which set of questions a pulse asks; of a team that is coached, that of team coaching if nothing else is chosen. */
function questionsInput(words: Words, { instruments }: TeamView): JsonObject {
  const usual = instruments.find(({ id }) => id === 'instrument_coaching') ?? instruments[0];
  return choiceInput({
    id: 'instrument',
    label: words.t('pulse.questions'),
    choices: instruments.map(({ id, version, title, dimensions }) => ({
      title: words.t('pulse.questions-of', {
        title,
        count: dimensions.reduce((sum, { questions }) => sum + questions.length, 0),
      }),
      value: `${id}:${version}`,
    })),
    ...(usual ? { value: `${usual.id}:${usual.version}` } : {}),
    required: words.t('needed'),
  });
}
