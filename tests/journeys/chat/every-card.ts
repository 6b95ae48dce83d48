import type { JsonObject } from '@plumbline/shared/kernel/json';

/** A card with every element and action that the bot may use. */
export const EVERY_CARD: JsonObject = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Alignment check', style: 'heading', size: 'Large', weight: 'Bolder', wrap: true },
    {
      type: 'TextBlock',
      text: 'Answers of **8 of 8** leaders, 26 November. <img src=x onerror=alert(1)>',
      isSubtle: true,
      wrap: true,
    },
    {
      type: 'FactSet',
      facts: [
        { title: 'Shared priorities', value: '3 of 5' },
        { title: 'Widest apart', value: 'How much to spend on the new terminal' },
      ],
    },
    {
      type: 'ColumnSet',
      columns: [
        { type: 'Column', width: 'stretch', items: [{ type: 'TextBlock', text: 'Vision', wrap: true }] },
        { type: 'Column', width: 'auto', items: [{ type: 'TextBlock', text: '4.1', weight: 'Bolder', color: 'Good' }] },
      ],
    },
    {
      type: 'Table',
      firstRowAsHeader: true,
      columns: [{ width: 2 }, { width: 1 }],
      rows: [
        row('Commitment', 'Due'),
        row('Agree on one forecast', '3 December'),
        row('Close the south depot', '9 December'),
      ],
    },
    { type: 'Input.Text', id: 'note', label: 'What would help?', placeholder: 'A sentence', isMultiline: true },
    {
      type: 'Input.ChoiceSet',
      id: 'state',
      label: 'How is it going?',
      style: 'expanded',
      isRequired: true,
      errorMessage: 'Choose one.',
      choices: [
        { title: 'On track', value: 'on' },
        { title: 'At risk', value: 'risk' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'who',
      label: 'Who owns it?',
      value: 'maya',
      choices: [
        { title: 'Maya Lindqvist', value: 'maya' },
        { title: 'Daniel Cho', value: 'daniel' },
      ],
    },
    { type: 'Input.Date', id: 'due', label: 'Until when?', value: '2026-12-03' },
    { type: 'Input.Number', id: 'sure', label: 'How sure, of 10?', min: 0, max: 10, value: 7 },
    { type: 'Input.Toggle', id: 'tell', label: 'Reminder', title: 'Remind me on the day', value: 'true' },
    { type: 'TextBlock', id: 'more', text: 'Counted once, for everybody.', isVisible: false, wrap: true },
    {
      type: 'ActionSet',
      actions: [
        { type: 'Action.ToggleVisibility', title: 'How it is counted', targetElements: ['more'] },
        {
          type: 'Action.ShowCard',
          title: 'Add a reason',
          card: { type: 'AdaptiveCard', body: [{ type: 'Input.Text', id: 'reason', label: 'The reason' }] },
        },
      ],
    },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Save', style: 'positive', data: { op: 'save' } },
    { type: 'Action.Execute', title: 'Mark as done', verb: 'done', data: { id: 'c1' } },
    { type: 'Action.OpenUrl', title: 'Open the team', url: linkToTeam('7c2f4b2e-6d0c-4f6a-9f7e-3d2f1c0b9a81') },
  ],
};

function row(...texts: readonly string[]): JsonObject {
  const cells = texts.map((text) => ({ type: 'TableCell', items: [{ type: 'TextBlock', text, wrap: true }] }));
  return { type: 'TableRow', cells };
}

function linkToTeam(appId: string): string {
  return `https://teams.microsoft.com/l/entity/${appId}/${encodeURIComponent('team:team_calder')}`;
}
