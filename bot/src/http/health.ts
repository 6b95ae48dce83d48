import express, { type RequestHandler, type Router } from 'express';
import { ALIVE_PATH, READY_PATH } from '@plumbline/shared/contract/routes';
import { factsOf } from './facts.ts';
import { sendProblem } from './problems.ts';

/** `/health/live`: the process answers. `/health/ready`: it can serve, its store too. */
export function healthRoutes(isReady: () => Promise<boolean>): Router {
  const router = express.Router();
  router.use('/health', (request, response, next) => {
    factsOf(request).operation = 'health';
    response.set('Cache-Control', 'no-store');
    next();
  });
  router.get(ALIVE_PATH, (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get(READY_PATH, async (request, response) => {
    if (await isReady()) response.json({ status: 'ready' });
    else sendProblem(request, response, { kind: 'service.unavailable' });
  });
  return router;
}

/** Asks whoever comes before the service is open to come again. */
export function refuseUntil(isOpen: () => boolean): RequestHandler {
  return (request, response, next) => {
    if (isOpen()) next();
    else sendProblem(request, response, { kind: 'service.unavailable' });
  };
}
