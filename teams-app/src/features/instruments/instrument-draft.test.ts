import { describe, expect, it } from '@jest/globals';
import { makeId } from '@plumbline/shared/kernel/ids';
import {
  addDimension,
  addQuestion,
  changeQuestion,
  draftFaults,
  draftOf,
  isChanged,
  removeDimension,
  removeQuestion,
  renameDimension,
  sentDraft,
  type Instrument,
} from './instrument-draft.ts';
import { newestVersions, questionCount } from './newest.ts';

const instrument: Instrument = {
  id: makeId('instrument', 'own'),
  version: 2,
  title: 'Our wording',
  team: makeId('team', 'a'),
  copiedFrom: null,
  dimensions: [
    {
      id: 'vision',
      title: 'Vision',
      questions: [
        { id: 'q1', kind: 'agreement', text: 'We know where we go.' },
        { id: 'q2', kind: 'frequency', text: 'We speak of it.' },
      ],
    },
    { id: 'roles', title: 'Roles', questions: [{ id: 'q3', kind: 'agreement', text: 'I know what is mine.' }] },
  ],
};

describe('a draft of a question set', () => {
  it('is sent as it was when nothing is edited', () => {
    expect(isChanged(draftOf(instrument), instrument)).toBe(false);
    expect(sentDraft(draftOf(instrument))).toEqual({
      title: 'Our wording',
      dimensions: [
        {
          title: 'Vision',
          questions: [
            { kind: 'agreement', text: 'We know where we go.' },
            { kind: 'frequency', text: 'We speak of it.' },
          ],
        },
        { title: 'Roles', questions: [{ kind: 'agreement', text: 'I know what is mine.' }] },
      ],
    });
  });

  it('is not changed by spaces alone', () => {
    const spaced = changeQuestion(draftOf(instrument), 'q1', { text: ' We know where we go. ' });
    expect(isChanged(spaced, instrument)).toBe(false);
  });

  it('takes what is added where it is added, with keys that stay apart', () => {
    const grown = addQuestion(addDimension(addQuestion(draftOf(instrument), 'vision')), 'new-2');
    const keys = grown.dimensions.flatMap(({ key, questions }) => [key, ...questions.map((question) => question.key)]);
    expect(keys).toEqual(['vision', 'q1', 'q2', 'new-1', 'roles', 'q3', 'new-2', 'new-2-1', 'new-3']);
    expect(grown.dimensions[0]?.questions.at(-1)?.kind).toBe('frequency');
  });

  it('leaves out dimensions that lost all their questions', () => {
    const emptied = removeQuestion(removeDimension(draftOf(instrument), 'vision'), 'q3');
    expect(sentDraft(emptied).dimensions).toEqual([]);
    expect(draftFaults(emptied)).toEqual(['empty']);
  });

  it('says everything that is wrong, not the first thing', () => {
    const wrong = changeQuestion(renameDimension({ ...draftOf(instrument), title: ' ' }, 'roles', ''), 'q1', {
      text: '',
    });
    expect(draftFaults(wrong)).toEqual(['title', 'dimension', 'question']);
    expect(draftFaults(renameDimension(draftOf(instrument), 'roles', 'Vision '))).toEqual(['same']);
    expect(draftFaults(draftOf(instrument))).toEqual([]);
  });
});

describe('newestVersions', () => {
  it('shows each set once, in its newest version', () => {
    const builtIn = { ...instrument, id: makeId('instrument', 'alignment'), team: null, version: 1 };
    const older = { ...instrument, version: 1 };
    expect(newestVersions([older, builtIn, instrument])).toEqual({ own: [instrument], builtIn: [builtIn] });
    expect(questionCount(instrument)).toBe(3);
  });
});
