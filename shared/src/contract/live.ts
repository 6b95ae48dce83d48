import { z } from 'zod';
import { idOf } from './schemas.ts';

/** At most so many topics on one stream. */
export const MOST_LIVE_TOPICS = 20;

/** Something to watch: a meeting, or a team's page. */
export const liveTopic = z.union([idOf('meeting'), idOf('team')]);
export type LiveTopic = z.infer<typeof liveTopic>;
