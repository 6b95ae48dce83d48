import { writeFileSync } from 'node:fs';
import { accessPage } from '../../security/access/access-page.ts';

writeFileSync(new URL('../../../bot/ACCESS.md', import.meta.url), accessPage());
