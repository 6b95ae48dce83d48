import { serveTenants } from './serve-tenants.ts';

await serveTenants();
