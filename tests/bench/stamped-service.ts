import express from 'express';
import { IDS } from '@plumbline/shared/application/places';
import { serveTenants } from '../running/serve-tenants.ts';
import { COMMITS_PATH } from './commits-path.ts';

// The service as it is, and beside it the moment at which each revision of a meeting was committed.
const commits: Record<string, string> = {};

await serveTenants({
  beside: ({ store }) => {
    store.watch(({ place, id, document }) => {
      const revision = document?.body['revision'];
      if (place.container === 'core' && id === IDS.meeting && typeof revision === 'number') {
        commits[String(revision)] = String(process.hrtime.bigint());
      }
    });
    const router = express.Router();
    router.get(COMMITS_PATH, (_request, response) => {
      response.json(commits);
    });
    return [router];
  },
});
