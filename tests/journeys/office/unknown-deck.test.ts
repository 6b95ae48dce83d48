import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { element, type XmlElement } from '@plumbline/shared/ooxml/package/xml';
import { findInsertions } from '@plumbline/shared/ooxml/refresh/find-insertions';
import { deckOf, edit, first, sample } from '@plumbline/shared/testing/edited-decks';
import { sampleExhibits } from '@plumbline/shared/testing/exhibits';
import { slidesOf } from '@plumbline/infra/local/office/deck/slides';
import { look } from './office-pane.ts';
import { insertion } from './open-deck.ts';
import { card, PaneJourney } from './pane-journey.ts';

const journey = new PaneJourney('powerpoint');

beforeAll(() => journey.begin());

afterAll(() => journey.end());

describe('a deck that no look has seen before', () => {
  it('OF69 tells apart what cannot be compared, what is in pieces and what says nothing to screen readers', async () => {
    const named = sample('profile');
    const { ids, ...older } = named.provenance;
    expect(ids).toBeDefined();
    const deck = deckOf([named, { ...sample('trend'), provenance: older }, sample('importance'), sample('likert')]);
    const change = (figure: string, how: (frame: XmlElement) => void) => {
      const { slide } = insertion(deck, figure);
      edit(deck, slide, (root) => how(first(root, 'p:graphicFrame')));
    };
    change('profile', (frame) => void (first(frame, 'p:cNvPr').attributes['descr'] = ''));
    // As PowerPoint leaves it where somebody pastes the figure as a picture over itself.
    change('importance', (frame) => {
      const name = first(frame, 'p:cNvPr').attributes['name'] ?? '';
      const properties = element('p:cNvPr', { id: 9, name });
      Object.assign(frame, element('p:pic', {}, element('p:nvPicPr', {}, properties)));
    });
    await journey.open(deck);
    const page = await journey.openPane();
    await journey.check(page);
    const said = async (name: string) => (await card(page, name).textContent()) ?? '';
    expect(await said('Profile')).toContain('gone, or not for you to see');
    expect(await said('Profile')).toContain('no text for screen readers');
    expect(await said('Trend')).toContain('doesn’t say of which meeting it is');
    expect(await said('What to talk about first')).toContain('A picture stands in its place');
    await card(page, 'Trend')
      .getByRole('button', { name: /^Detach/ })
      .click();
    await card(page, 'Trend').getByText('It is yours now').waitFor();
    const kept = await journey.saved();
    expect(findInsertions(kept).map(({ identity }) => identity.key.figure)).not.toContain('trend');
    expect(slidesOf(kept)).toHaveLength(4);
    expect(await look(page, 'check lost')).toEqual([]);
    await card(page, 'Trend').getByRole('button', { name: 'Undo' }).click();
    await card(page, 'Trend').getByText('As it was before.').waitFor();
    expect(insertion(await journey.saved(), 'trend').slideNumber).toBe(2);
    await page.close();
  });

  it('OF69 reads three hundred slides one by one, says how far it is, and stops when it is told to', async () => {
    const exhibits = Array.from({ length: 300 }, (_, at) => sampleExhibits()[at % 9] ?? sample('profile'));
    await journey.open(deckOf(exhibits));
    const page = await journey.openPane();
    await page.getByRole('button', { name: /^Check my deck/ }).click();
    await page.getByText(/Reading slide \d+ of 300/).waitFor();
    expect(await look(page, 'check reading')).toEqual([]);
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText(/Stopped after slide \d+ of 300/).waitFor();
    await page.close();
  });

  it('OF94 says in an Office that takes no slides what to do instead, and asks it for none', async () => {
    const page = await journey.openPaneIn({ sets: 'powerpointapi:1.1' });
    await page.getByText('This PowerPoint can’t do that yet').waitFor();
    await page.getByText('Download the deck from the meeting’s summary in Teams').waitFor();
    await page.getByText(/^This Office: \w+ 16\.0/).waitFor();
    expect(await look(page, 'too old')).toEqual([]);
    await page.close();
  });
});
