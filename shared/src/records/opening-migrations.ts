import { z } from 'zod';

const document = z.looseObject({});
const meeting = z.looseObject({ status: z.string() });

/** Before drafts could open by themselves, somebody opened each. */
export function meetingThatIsOpened(body: unknown): unknown {
  const older = meeting.parse(body);
  return older.status === 'draft' ? { ...older, opening: null } : older;
}

/** The same of its line in lists. */
export function cardThatIsOpened(body: unknown): unknown {
  return { ...document.parse(body), opening: null };
}
