import fc from 'fast-check';
import { TENANTS } from '../../running/tenant-people.ts';
import type { Pool } from './from-schema.ts';
import { strangeText } from './malform.ts';

const TEXTS = [
  'help',
  'where do we stand?',
  'note: two interrupted',
  'how is Team doing on roles',
  'plan 90 minutes on decision making',
  'tried a silent start on Monday',
  'we missed the launch yesterday',
  'show my commitments',
  'undo',
  'the second one',
  'Hilfe',
  'Notiz: zwei unterbrachen',
  'accept the contract',
  'remind me tomorrow',
  'stop',
];
const KINDS = ['message', 'invoke', 'event', 'conversationUpdate', 'installationUpdate', 'typing', 'messageReaction'];
const INVOKES = ['adaptiveCard/action', 'composeExtension/query', 'composeExtension/queryLink', 'signin/verifyState'];

/** What differs from a plain message: anything that somebody of the organisation types, presses or sends. */
export function activity(pool: Pool): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const part = fc.oneof(strangeText(), fc.integer(), fc.constant(null), fc.object({ maxDepth: 2 }));
  const text = fc.oneof(fc.constantFrom(...TEXTS), strangeText());
  const id = fc.constantFrom(...Object.values(pool).flat(), 'junk');
  const pressed = fc.record(
    { verb: text, team: id, meeting: id, round: id, version: fc.nat({ max: 3 }) },
    { requiredKeys: [] },
  );
  const person = fc.constantFrom(...(pool['person'] ?? []));
  const changes = fc.record(
    {
      type: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...KINDS) }, part),
      name: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...INVOKES) }, part),
      text: fc.oneof({ weight: 4, arbitrary: text }, part),
      value: fc.oneof(
        pressed,
        pressed.map((data) => ({ action: { type: 'Action.Execute', verb: 'x', data } })),
        part,
      ),
      membersAdded: part,
      replyToId: part,
      locale: fc.oneof(fc.constantFrom('de-DE', 'en-GB', 'xx'), part),
      localTimezone: fc.oneof(fc.constantFrom('Europe/Berlin', 'Nowhere/Else'), part),
      entities: part,
      timestamp: part,
    },
    { requiredKeys: ['type'] },
  );
  return fc.tuple(changes, person, fc.uuid()).map(([change, who, turn]) => ({
    ...change,
    id: turn,
    from: { id: `29:${who}`, name: 'Xanthippe', aadObjectId: who.slice('person_'.length) },
    conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: TENANTS[0] },
    channelData: { tenant: { id: TENANTS[0] } },
  }));
}
