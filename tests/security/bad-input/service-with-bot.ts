import { openBot } from '@plumbline/bot/open-bot';
import { createGate, type ChannelTrust } from '@plumbline/bot/turns/gate';
import { serveTenants } from '../../running/serve-tenants.ts';
import { TENANTS } from '../../running/tenant-people.ts';

/** The variable that says which channel the bot trusts, as JSON. */
const CHANNEL = 'TEST_CHANNEL';

// The test that starts this wrote it.
const trust = JSON.parse(process.env[CHANNEL] ?? '') as Omit<ChannelTrust, 'tenants'>;

await serveTenants({
  bot: ({ logger, now }) =>
    openBot({
      botId: trust.botId,
      gate: createGate({ ...trust, tenants: new Set(TENANTS) }),
      secret: { kind: 'token', token: () => Promise.resolve('from-the-bot') },
      appId: trust.botId,
      now,
      logger,
    }),
});
