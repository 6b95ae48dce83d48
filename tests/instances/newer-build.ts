import { z } from 'zod';
import { records } from '@plumbline/shared/records/kinds';
import { serveTenants } from '../running/serve-tenants.ts';

/** What the version after this one could be: it keeps what a team is called under another name. */
const { form, migrations } = records.team;
const renamed = z.codec(z.looseObject({ called: z.string() }), form, {
  decode: ({ called, ...rest }) => ({ ...rest, name: called }),
  encode(team) {
    const { name, ...rest } = z.looseObject({ name: z.string() }).parse(team);
    return { ...rest, called: name };
  },
});
const toNext = (body: unknown): unknown => {
  const { name, ...rest } = z.looseObject({ name: z.string() }).parse(body);
  return { ...rest, called: name };
};
Object.assign(records.team, { form: renamed, migrations: [...migrations, toNext] });

await serveTenants();
