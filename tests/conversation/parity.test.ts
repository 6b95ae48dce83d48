import { expect, it } from '@jest/globals';
import type { Container, ScannedDocument } from '@plumbline/shared/application/ports/document-store';
import { NUDGE_QUEUE } from '@plumbline/shared/application/nudges/places';
import { symptomKinds } from '@plumbline/shared/domain/coaching/incident';
import { DAY } from '@plumbline/shared/kernel/instant';
import { COMPOSITION } from '@plumbline/shared/testing/meetings';
import { Company } from '../application/company.ts';
import { Chat, choicesOn, idsOf } from './chat.ts';

const CONTAINERS: readonly Container[] = ['core', 'teams', 'ballots', 'private'];
const [KIND] = symptomKinds();
const PURPOSE = 'Decide faster together.';
const TERMS = {
  outcomes: 'One decision list',
  boundaries: 'No appraisal',
  sponsorSees: 'dimensions',
  leadersSee: 'goals',
};

/** Everything that a store holds but for the chat itself, without the ids that are drawn for each call, in an order of its own. */
async function contentsOf(company: Company): Promise<readonly string[]> {
  const all: ScannedDocument[] = [];
  for (const container of CONTAINERS) {
    let after: string | null = null;
    do {
      const page = await company.store.scan(container, { after, limit: 1_000 });
      all.push(...page.documents);
      after = page.next;
    } while (after !== null);
  }
  return all
    .filter(
      ({ place, document }) => place.partition !== NUDGE_QUEUE.partition && !/^(?:chat|nudge|idem)\|/.test(document.id),
    )
    .map(({ place, document }) => `${place.container} ${document.schema} ${JSON.stringify(document.body)}`)
    .map((text) => text.replaceAll(/"(?:prop|[a-z]+)_[A-Za-z0-9-]{20,}"/g, '"an id"'))
    .sort();
}

it('CV1 one script leaves the same store, typed to the bot or sent to the operations', async () => {
  const typed = new Company();
  const sent = new Company();
  try {
    await byChat(typed);
    await byOperations(sent);
    const [one, other] = await Promise.all([contentsOf(typed), contentsOf(sent)]);
    expect(one).toEqual(other);
    expect(one.length).toBeGreaterThan(20);
  } finally {
    await typed.leave();
    await sent.leave();
  }
});

async function byChat(company: Company): Promise<void> {
  await company.team(5, ['sponsor']);
  const coach = new Chat(company, company.person(0));
  await coach.say('new engagement for Team');
  await coach.press('Begin', { purpose: PURPOSE, occasion: 'starting-up' });
  await coach.press('Draft the contract');
  await coach.press('Propose this as a new version', { purpose: PURPOSE, ...TERMS });
  await coach.say('contract');
  await coach.press('I accept this version');
  await coach.say('goals');
  await coach.press('Add', { sentence: 'We decide in the room.', dimension: 'roles', evidence: 'The list' });
  await coach.say('note: roles were unclear again');
  await coach.say('incident: two plans for one launch');
  await coach.press('Keep it', { kind: KIND?.id ?? '', text: 'two plans for one launch' });
  await coach.say('plan 90 minutes on roles');
  await coach.say('send a pulse to Team');
  await coach.press('Send it now', { instrument: 'instrument_alignment:1', title: 'How we stand', days: '7' });
  const leader = new Chat(company, company.person(1));
  await leader.say('what is open for me');
  const page = await leader.press('Answer “How we stand”');
  await leader.press('Save and go on', Object.fromEntries(idsOf(choicesOn(page.card)).map((id) => [id, '6'])));
}

async function byOperations(company: Company): Promise<void> {
  const team = await company.team(5, ['sponsor']);
  const coach = company.person(0);
  const params = { team };
  await company.get('beginEngagement', coach, {
    params,
    input: { sponsor: company.person(6).person, purpose: PURPOSE, occasion: 'starting-up' },
  });
  await company.get('draftContract', coach, { params, input: {}, ifMatch: '1' });
  const terms = { purpose: PURPOSE, outcomes: [TERMS.outcomes], boundaries: [TERMS.boundaries] };
  const sees = { sponsorSees: 'dimensions', leadersSee: 'goals' } as const;
  await company.get('draftContract', coach, { params, input: { ...terms, ...sees }, ifMatch: '2' });
  await company.get('acceptContract', coach, { params, input: { version: 2 } });
  const goals = [{ sentence: 'We decide in the room.', dimension: 'roles', evidence: 'The list' }];
  await company.get('setGoals', coach, { params, input: { goals }, ifMatch: '4' });
  const day = '2026-11-12';
  await company.get('noteObservation', coach, { params, input: { text: 'roles were unclear again', day, tags: null } });
  await company.get('logIncident', coach, {
    params,
    input: { kind: KIND?.id ?? '', day, text: 'two plans for one launch' },
  });
  const session = { minutes: 90, dimension: 'roles', shape: null, title: '', day: null, people: null };
  await company.get('planSession', coach, { params, input: session });
  const { id } = await company.get('composeMeeting', coach, {
    params,
    input: {
      format: 'pulse',
      composition: { ...COMPOSITION, title: 'How we stand' },
    },
  });
  const closesAt = company.now + 7 * DAY;
  const view = await company.get('openMeeting', coach, { params: { meeting: id }, input: { closesAt }, ifMatch: '1' });
  const round = await company.round(id, 'rating');
  const [first] = view.dimensions;
  const answers = Object.fromEntries(
    (first?.questions ?? []).map((one) => [one, { kind: 'scale' as const, value: 6 }]),
  );
  await company.cast(id, round.id, { by: 1, answers });
}
