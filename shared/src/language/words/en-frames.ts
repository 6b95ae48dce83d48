import type { FrameWords, ReportWords } from '../language.ts';

const ABOUT = 'for, for the, on, on the, about, about the, with, with the';
const NOBODY = 'i, you, we, they, he, she, it, nobody, no one, none, who, what, which, when, if, why, how, everything';

/** In English. */
export const englishFrames: readonly FrameWords[] = [
  {
    says: 'note',
    lead: 'note, notes, note to self, take a note, make a note, new note, add a note, please note, observation, private note, my note, take this note, note this, for my notes, remember, keep in mind',
    then: 'that',
    needs: 'colon',
    about: ABOUT,
  },
  {
    says: 'note',
    lead: 'note that, take a note that, make a note that, make a note of, jot down, jot down that, write down, write down that, please note that, note to self, remember that, note down, note down that',
    needs: 'nothing',
    unless: 'taking, of, on, about',
  },
  {
    says: 'note',
    lead: 'note',
    needs: 'nothing',
    unless: 'taking, of, on, about, from, since, for, in, book, please, to, the, and, or, is, was',
  },
  {
    says: 'log-intervention',
    lead: 'intervention, log intervention, log an intervention, log the intervention, add intervention, add an intervention, record intervention, record an intervention, new intervention, report an intervention, intervention log, intervention done',
    needs: 'colon',
    about: ABOUT,
  },
  {
    says: 'log-intervention',
    lead: 'log intervention, log an intervention, log the intervention, add intervention, record intervention, record an intervention, we tried, i tried, today we tried, today i tried, yesterday we tried, yesterday i tried, we have tried, ive tried, weve tried, we just tried, i just tried, we tried out, i tried out',
    needs: 'nothing',
    unless: 'to, that, it, this, and, or, on, for, from, since, about, nothing, not, everything, please, help, for, in',
  },
  {
    says: 'log-incident',
    lead: 'incident, log incident, log an incident, log the incident, record incident, record an incident, record a symptom, report incident, report an incident, add incident, add an incident, new incident, symptom, log a symptom, log symptom, something happened, this happened, it happened again',
    needs: 'colon',
    about: ABOUT,
  },
  {
    says: 'log-incident',
    lead: 'log incident, log an incident, record an incident, report an incident, add an incident',
    then: 'that',
    needs: 'nothing',
    unless: 'report, on, for, from, since, about, please, in, of',
  },
  {
    says: 'goals',
    lead: 'goal, new goal, a new goal, add goal, add a goal, add new goal, add a new goal, add the goal, another goal, set a goal, set goal, set the goal, our goal, our new goal, coaching goal, goal of the engagement',
    needs: 'colon',
    about: ABOUT,
  },
  { says: 'check-in', lead: 'done, completed, finished, complete, is done', needs: 'colon', status: 'done' },
  { says: 'check-in', lead: 'on track, on course, on schedule', needs: 'colon', status: 'on-track' },
  { says: 'check-in', lead: 'at risk, in danger, risk', needs: 'colon', status: 'at-risk' },
  { says: 'check-in', lead: 'dropped, cancelled, canceled, abandoned', needs: 'colon', status: 'dropped' },
  {
    says: 'check-in',
    lead: 'not done, not done yet, late, not on track, delayed, not finished, check in',
    needs: 'colon',
  },
  {
    says: 'check-in',
    lead: '',
    trail:
      'is not done, is not done yet, isnt done, isnt done yet, is not finished, is not finished yet, isnt finished, is not on track, isnt on track, is not at risk, isnt at risk, is late, is delayed, is not dropped, is not complete, is not completed',
    needs: 'nothing',
    unless: NOBODY,
  },
  {
    says: 'check-in',
    lead: '',
    trail:
      'is 100% done, is 100 percent done, is 100% complete, is done, is finished, is completed, is complete, done, is now done, has been completed, has been done, are done, was completed, finished, is done now',
    needs: 'nothing',
    unless: NOBODY,
    status: 'done',
  },
  {
    says: 'check-in',
    lead: '',
    trail: 'is on track, on track, is on course, are on track, is on schedule, is going well',
    needs: 'nothing',
    unless: NOBODY,
    status: 'on-track',
  },
  {
    says: 'check-in',
    lead: '',
    trail: 'is at risk, at risk, are at risk, is in danger, is slipping, is now at risk',
    needs: 'nothing',
    unless: NOBODY,
    status: 'at-risk',
  },
  {
    says: 'check-in',
    lead: '',
    trail: 'is dropped, was dropped, has been dropped, is cancelled, was cancelled, is canceled',
    needs: 'nothing',
    unless: NOBODY,
    status: 'dropped',
  },
  {
    says: 'check-in',
    lead: 'i finished, ive finished, i completed, ive completed, we finished, weve finished, we completed, weve completed, i have finished, i have completed, we have finished, we have completed, finished, completed, just finished, i just finished',
    needs: 'nothing',
    unless: 'with, it, by, on, and, or, for, in, rate, yet, late, up',
    status: 'done',
  },
  {
    says: 'check-in',
    lead: 'we dropped, i dropped, weve dropped, ive dropped, we have dropped, i have dropped, we cancelled, we abandoned',
    needs: 'nothing',
    unless: 'by, it, off, and, or, on, in, from, to',
    status: 'dropped',
  },
  {
    says: 'check-in',
    lead: 'mark, set',
    trail: 'as done, as finished, as completed, as complete, to done, done',
    needs: 'nothing',
    status: 'done',
  },
  { says: 'check-in', lead: 'mark, set', trail: 'as at risk, to at risk', needs: 'nothing', status: 'at-risk' },
  { says: 'check-in', lead: 'mark, set', trail: 'as on track, to on track', needs: 'nothing', status: 'on-track' },
  {
    says: 'check-in',
    lead: 'mark, set',
    trail: 'as dropped, to dropped, as cancelled',
    needs: 'nothing',
    status: 'dropped',
  },
  {
    says: 'did-it-help',
    lead: 'did, has, have',
    trail: 'help, work, helped, worked, help at all, make a difference, have an effect',
    needs: 'nothing',
    unless: 'you, i',
  },
];

/** In English. A commitment may begin with a verb, as "send the minutes" does: that is no wish. */
export const englishReports: ReportWords = {
  hedges:
    'almost, nearly, half, halfway, partly, partially, mostly, hardly, barely, far from, far, most of, part of, parts of, some of, a bit of, kind of, sort of, not quite, all but, as good as, more or less, just about, is about, hopefully, maybe, perhaps, probably, possibly, presumably, allegedly, supposedly, soon, well, am',
  conditions: 'if, until, unless, should, said, says',
  auxiliaries:
    'will, would, should, shall, could, can, might, may be, must, be, being, to get, gets, getting, needs, need to, needed, ought, supposed, expected, wants, becomes, become, before, when, once, as soon as, by the time, whether, in case',
  wishes:
    'get, getting, have, having, let, lets, remind, tell, ping, nudge, wait, want, need, make sure, ensure, try, help, wish, hope, hoping, assume, assuming, suppose, think',
  smallTalk:
    'well, good, great, nice, super, perfect, excellent, brilliant, awesome, lovely, fantastic, job, work, all, everything, everyone, everybody, team, guys, wow, yay, yes, yeah, hooray, cool, thanks, thank, you, the, a, my, our, that, today, is, its, lunch, breakfast, dinner, coffee, day, week, year',
  percent: 'percent, per cent, pct',
  pronouns: 'it, that, this, they',
};
