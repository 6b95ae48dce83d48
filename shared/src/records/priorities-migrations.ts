import { z } from 'zod';

const document = z.looseObject({});
const meeting = z.looseObject({ composition: document });

/** Before priorities could be asked in other ways, they were put in order. */
export function meetingThatRanks(body: unknown): unknown {
  const { composition, ...older } = meeting.parse(body);
  return { ...older, composition: { ...composition, prioritiesAs: 'ranking' } };
}
