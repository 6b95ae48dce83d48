import { coachingRoutes } from './coaching-routes.ts';
import { nudgeRoutes } from './nudge-routes.ts';
import { practiceRoutes } from './practice-routes.ts';
import { routes } from './routes.ts';

/** The route of every operation, for callers that are no browser. */
export const allRoutes = { ...routes, ...coachingRoutes, ...practiceRoutes, ...nudgeRoutes } as const;
