import express, { type Response, type Router } from 'express';
import { FASTEST, isRate, type SpeedClock } from './clock.ts';
import { isFromThisMachine } from './entra/loopback.ts';

const TIME_PATH = '/local/time';

/** Says and sets how fast time runs, for this machine only. */
export function timeRoute(clock: SpeedClock): Router {
  const router = express.Router();
  router.use(TIME_PATH, (request, response, next) => {
    if (isFromThisMachine(request)) next();
    else response.status(403).json({ title: 'Local mode answers this machine only. Open it at http://localhost.' });
  });
  router.get(TIME_PATH, (_request, response) => {
    sayTime(clock, response);
  });
  router.post(TIME_PATH, express.json({ limit: '1kb' }), (request, response) => {
    const body: unknown = request.body;
    const rate = typeof body === 'object' && body !== null && 'rate' in body ? body.rate : undefined;
    if (!isRate(rate)) {
      response.status(400).json({ title: `Send {"rate": n} with a whole number from 1 to ${FASTEST}.` });
      return;
    }
    clock.setRate(rate);
    sayTime(clock, response);
  });
  return router;
}

function sayTime(clock: SpeedClock, response: Response): void {
  response.set('Cache-Control', 'no-store').json({ now: clock.now(), rate: clock.rate() });
}
