import type { Language } from '../language.ts';
import { englishFrames, englishReports } from './en-frames.ts';
import { englishTime } from './en-time.ts';

/** English. */
export const english: Language = {
  words: {
    what: 'what, whats, which',
    where: 'where, wheres',
    how: 'how, hows',
    who: 'who, whos, whose, which people',
    i: 'i, im, ive, id, ill',
    mine: 'my, mine',
    'for-me': 'for me, on my plate, i have to do, do i have to do, i need to do, i need to answer, should i do next',
    everyone: 'everyone, everybody, all, whole team, people, members, those, them, person, anyone, anybody, leaders',
    or: 'or',
    and: 'and, what about, how about',
    same: 'same, same for, the same for, same thing for',
    did: 'did, has, have, does, do',
    'team-word':
      'my teams, which teams, what teams, our teams, all teams, all my teams, list of teams, list teams, list my teams, show teams, team, group, leaders, leadership team',
    send: 'send, send out, launch, kick off, run, schedule, publish, would you mind sending, issue, distribute',
    sent: 'sent, sending, sends, launched, was sent, sending out, scheduled',
    start: 'start, begin, set up, starting, onboard, initiate, setup, open a new, kick off',
    new: 'new, another, fresh',
    show: 'show, show me, display, list, list of, give me, tell me, read me, find, see, look at, view, pull up, get me, have a look at',
    make: 'make, make me, create, build, prepare, draft, generate, produce, export, download, do me, put together, get, i need, want',
    plan: 'plan, design, outline, prepare, draft, create, make me, organise, organize',
    log: 'log, record, add, report, capture, write down, enter',
    ask: 'ask, invite, survey, request, collect, gather',
    engagement: 'engagement, engagements, client engagement, coaching engagement, mandate, assignment, client',
    contract:
      'contract, contracts, coaching contract, contract terms, terms, terms of the contract, contracting, agreement',
    'sees-what': 'who sees what, who can see what, who gets to see what, who may see what',
    accept: 'accept, agree, agree to, sign, approve, consent to, i consent',
    accepted:
      'accepted, agreed, agreed to, signed, acceptance, acceptances, has signed, has accepted, approved, consented',
    'not-accepted':
      'not accepted, hasnt signed, havent signed, not signed, hasnt accepted, havent accepted, needs to accept, need to accept, has to accept, not agreed, hasnt agreed, not signed yet, still to accept, needs to sign, need to sign',
    missing: 'missing, outstanding',
    alignment: 'alignment',
    coaching: 'coaching, coach, team coaching, to coach, the coach, my coach, our coach, a coach, coachs',
    recommend:
      'recommend, recommendation, recommendations, recommended, would you recommend, do you recommend, programme, program, which programme, which program, right programme',
    need: 'need, needs, require, requires, fits, fit, should we do, should we start with, suits, suit, better for',
    ready: 'ready, ready for, readiness',
    'both-programmes':
      'alignment or coaching, coaching or alignment, alignment or team coaching, team coaching or alignment, alignment vs coaching, coaching vs alignment, coaching versus alignment, alignment versus coaching',
    decide: 'first',
    pulse:
      'pulse, diagnostic, survey, questionnaire, poll, pulse survey, coaching diagnostic, alignment survey, alignment diagnostic, pulse check',
    'pulse-team': 'pulse the team, pulse them, pulse everyone, pulse everybody',
    questions: 'questions, question',
    rate: 'response rate, response rates, participation, participation rate, completion rate, turnout, answer rate, return rate, answer count, rate of response',
    'how-many': 'how many, how many people, how much',
    answered:
      'answered, responded, replied, answers, responses, replies, response, filled in, filled out, filled it in, answer, respond, reply, taken part, voted, completed the survey, participated',
    'not-answered':
      'not answered, havent answered, hasnt answered, not responded, havent responded, hasnt responded, not replied, havent replied, missing answers, not yet answered, yet to answer, not filled in, still to answer, did not answer, didnt answer',
    going: 'going, coming along, coming in, progressing',
    results:
      'results, result, picture, summary, digest, recap, overview, scores, score, findings, dimensions, profile, numbers, last pulse, status',
    stand: 'stand, stands, doing, look, looks, looking, getting on',
    differ:
      'differ, differs, disagree, disagreement, disagreements, divided, divide, divides, divergent, divergence, diverge, split, apart, furthest apart, not on the same page, not agree, dont agree, do not agree, not aligned, misaligned, misalignment, polarised, polarized, gap, gaps, biggest gap, at odds, contested, controversial',
    'differ-most': 'differences, biggest differences, biggest difference, difference between them',
    compare:
      'compare, compared, comparison, versus, vs, before and after, trend, trends, development, than, difference, difference to, evolution, over time',
    changed:
      'changed, change, changes, better, worse, improved, progress, moved, different, any better, any different, get better, got better, gone up, gone down, improvement, improvements, last time',
    before: 'before, now, previously, previous, earlier',
    improve: 'improve, improving, increase, strengthen, fix, raise, boost, build, get better at, grow, develop, more',
    why: 'why, how come, whats behind, what is behind, reason, reasons, whats wrong with, what is wrong with, explain, cause, causes, reasons for, reason for, what explains, whats up with, what drives, whats going on with',
    low: 'low, lower, bad, weak, poor, drop, down, worst, so low, so bad, fall, fell, decline, suffering, low score, trust each other, unclear, lacking, lack of, so weak, score',
    try: 'try, try out, test, do about, experiment, work on, do differently, should i do about, can i do about, should we do about, can we do about, do for, what might work, might work, could work, works for, work for',
    idea: 'idea, ideas, suggestion, suggestions, suggest, exercise, exercises, helps with, advice, tips, tip, options for, help with, what helps, propose, inspiration, tools for, method, methods',
    conflict: 'conflict, conflicts, tension, tensions',
    tried: 'tried',
    intervention: 'intervention, interventions',
    helped: 'help, helped, work, worked',
    effect:
      'did it help, did that help, did this help, has it helped, has that helped, did it work, did that work, has it worked, has that worked, was it effective, effective, make a difference, made a difference, effect, effects, impact, outcome, was it worth it, did anything we tried help, pay off',
    session: 'session, workshop, offsite, session plan, team day, team session, meeting plan',
    agenda: 'agenda, agendas, running order',
    note: 'note, new note, write a note, take a note, make a note, add a note, leave a note, a note',
    notes: 'notes, observations, my notes, journal, notebook',
    noted: 'noted, did i note, have i noted, did i write, did i observe, i noted, did i write down',
    incident: 'incident, an incident, a symptom, symptom',
    incidents: 'incidents, symptoms, symptom log, incident log, incident list',
    goals:
      'goals, our goals, new goal, a new goal, add a goal, add goal, add a new goal, another goal, set a goal, set goals, coaching goals, engagement goals, outcomes, goals of the engagement, desired outcomes, objectives',
    'how-far': 'how far, how close, progress, progress on',
    commitment: 'commitment, commitments, action items, actions, action item, promises, open items, agreements',
    committed:
      'commit to, commit, promise, promised, committed, committed to, committing to, agree to do, owe, did we decide, we decided, was decided, were decided, been decided, decide on, decided on',
    open: 'open, still open, outstanding, pending, unfinished, active, remaining',
    overdue: 'overdue, past due, behind schedule, past their date',
    due: 'due',
    waits: 'waits, waiting, waits for me, waiting for me, open for me, anything for me, pending for me',
    'to-do':
      'to do, todo, todos, to dos, to do list, my tasks, tasks, my to dos, do i have to do, need to answer, i need to answer, should i do next, on my plate, is due, my inbox, do i need to do, for me to do',
    stakeholder: 'stakeholder, stakeholders',
    'round-about': '360, 360 degree, three sixty, 360 feedback, 360 survey, 360 degree feedback, 360s, 360 review',
    feedback: 'feedback, input, opinions from, views from',
    sponsor: 'sponsor, sponsors, our sponsor',
    see: 'see, sees, visible, view, shown, preview, look, get to see, seen, visible to, view as',
    deck: 'deck, slides, slide deck, powerpoint, presentation, pptx, ppt, report, word document, review deck, slide, word report, as word, docx, excel, xlsx, spreadsheet, csv, as a file, as file, results file, file with the results',
    update: 'update on, update, progress update',
    'check-in': 'check in, checkin, check in on',
    done: 'done, finished, completed, complete',
    'on-track': 'on track, on course, on schedule, going well, on plan',
    'at-risk': 'at risk, in danger, endangered, shaky, slipping',
    dropped: 'dropped, cancelled, canceled, abandoned, given up',
    late: 'late, delayed',
    'not-done': 'not done, not finished, not completed, not complete, not ready',
    remind:
      'remind, nudge, chase, prod, send a reminder, reminder to, give a nudge, a nudge, ping, send reminders, poke, follow up with, chase up',
    'remind-them': 'remind them, nudge them, remind them all, nudge them all',
    'remind-me':
      'remind me, ask me again, snooze, remind me again, remind me later, remind me about this, ping me, nudge me, come back to me',
    reminders: 'reminder, reminders, messages, notifications, messaging me, message me, messages to me',
    later: 'later, another time, some other time',
    undo: 'undo, undo that, undo it, take that back, take it back, revert, revert that, revert the last one, roll back, reverse that, undo the last, undo the last one, undo this',
    stop: 'stop, stop it, cancel, abort, quit, unsubscribe, exit, no more reminders, no more messages, dont remind me, do not remind me, dont message me, do not message me, stop sending me reminders, stop reminding me, stop messaging me, stop reminders, stop the reminders, stop sending me messages, stop the messages, stop all reminders, leave me alone, mute, opt out, dont message me any more, dont remind me any more, dont remind me again, stop sending reminders, cancel that, cancel it, forget it',
    again:
      'start again, resume, turn back on, back on, on again, again, restart, unmute, start reminders again, message me again',
    help: 'help, commands, command, menu, manual, instructions for use, i need help, help me, can you help me, need help',
    'about-bot':
      'what can you do, what can i ask you, what can i ask, what can i do here, how does this work, how do you work, how does it work, who are you, what are you, what are you for, what do you do, what can i say, what else can you do, how do i use this, what are my options, what is this, what do you know',
    greet:
      'hello, hi, hey, good morning, good afternoon, good evening, hiya, morning, howdy, greetings, hallo, how are you, hi there, hello there',
    thanks:
      'thanks, thank you, thx, cheers, ta, much appreciated, many thanks, thank you very much, thanks a lot, thanks so much, ty, thank you so much',
    praise:
      'great, perfect, lovely, excellent, brilliant, awesome, well done, good job, great job, nice job, good work, great work, nice work, nicely done',
    please: 'please, pls, kindly, plz',
    data: 'data, personal data, my data, information, everything about me, all about me, my information, all my data',
    delete: 'delete, erase, remove, wipe, purge',
    deleted: 'deleted, erased, removed, wiped',
    'forget-me': 'forget me, delete me, erase me, forget everything about me',
    yes: 'yes, yep, yeah, yup, ok, okay, sure, correct, right, of course, absolutely, certainly, y, aye, agreed, fine, confirm, confirmed, definitely, indeed, sounds good, looks good, please do, by all means, that works, works for me',
    'go-ahead': 'go ahead, do it, do that, send it, go for it, go on, proceed, make it so, lets do it, do so',
    no: 'no, nope, nah, n, no thanks, no thank you, not now, rather not, id rather not, leave it, dont, do not, better not, not today, dont do it, dont do that, do not do that, dont send it, do not send it, not yet, negative, skip it, leave it alone, leave it as it is, never mind, nevermind, not this time',
    unsure:
      'not sure, dont know, do not know, maybe, perhaps, unsure, no idea, im not sure, i dont know, depends, possibly, hard to say, yes and no',
    confidential:
      'anonymous, anonymously, anonymity, anonymous or not, confidential, confidentially, confidentiality, privacy, privacy policy, privacy rules, data protection, gdpr, secret, traceable, traced back, traced to me, traced back to me, private, privately, what do you know about me, trace my answers, trace answers, trace them, trace it back, trace back, are my answers visible, are answers visible, what happens to my answers, what happens with my answers, what happens to the answers, what happens to my data, what happens with my data, what do you do with my answers, what do you do with my data',
    onlooker:
      'boss, bosses, manager, managers, administrator, administrators, admin, admins, it department, it people, microsoft, ceo, hr, human resources, my lead, management, the coach, my coach, our coach, a coach, facilitator',
    others:
      'colleagues, colleague, others, other people, somebody, someone, anybody else, anyone else, somebody else, someone else, nobody, no one, nobody else, no one else, the rest of the team',
    'find-out':
      'find out, finds out, read what, reads what, read my, reads my, read this, reads this, read it, know what i, knows what i, know how i, knows how i, tell what i, told what i, learn what i, able to see',
    when: 'when, whens, what time, at what time, which day, on which day, what day, how soon',
    meeting:
      'meeting, meetings, meet, meets, met, meet up, meeting up, alignment meeting, alignment meetings, team meeting, team meetings, leadership meeting, leadership meetings, get together, appointment, appointments, calendar, our calendar, team calendar, upcoming events',
    next: 'next, up next',
    planned: 'planned, scheduled, upcoming, coming up, lined up',
    ends: 'end, ends, ending, close, closes, closing',
    teams:
      'my teams, which teams, what teams, our teams, all teams, all my teams, list of teams, list teams, list my teams, show teams',
    quiet:
      'quiet hours, quiet time, do not disturb, settings, my settings, my preferences, notification preferences, reminder preferences, notification settings, reminder settings, do you write to me, do you write me, do you write, do you message me, do you message, do you contact me, when do you remind me, do you nudge me, do you notify me, will you write to me, will you write, will you message me, when will you remind me, will you contact me, quite hours, write to me at weekends, write to me on weekends, write in the evening, write at night, do you send me reminders, do you send reminders, do you send me messages, how often do you write to me, how often do you write, how often do you message me, how often do you remind me, how often will you write, how often do i hear from you, when do i hear from you, are my reminders on, are reminders on, are my reminders off, are my reminders stopped, are reminders stopped, are you muted, working hours, office hours',
    kept: 'do you keep, you keep, do you store, you store, do you save, you save, do you remember, you remember, is kept, are kept, is stored, are stored, is saved, are saved, stored, do you record, do you collect, you collect, know about me, have about me, have on me, known about me, stored about me, kept about me, saved about me, hold about me, hold on me, keep on me',
    not: 'not, never, dont, doesnt, didnt, cant, cannot, wont, without, isnt, arent, nobody, no one, none, neither, wouldnt, shouldnt, couldnt, havent, hasnt, nothing, refuse, dont want, except, avoid',
    if: 'if, unless, once, as soon as, when, whenever, in case, provided, assuming',
    said: 'said, says, told, wrote, claims, claimed, asked, wants, wanted, thinks, suggested, heard, guess, thinking, thought, might, would, suppose, costs',
    orders:
      'ignore, instructions, system, administrator, admin, pretend, override, prompt, your rules, act as, jailbreak, sudo, developer mode, drop table, disregard, forget your, root, bypass, roleplay, ballot, ballots, each persons, intent',
    they: 'they, he, she, their, his, her, him, it was',
    'how-to':
      'how do i, how can i, how to, how do you, how would i, how does one, how should i, what happens if, what happens when, where can i, where do i, explain how to, tell me how to, show me how to, what does it mean, is there a way to, what is the way to, how do we, what happens to',
    politely:
      'can you, could you, would you, can you please, could you please, would you please, would you mind, would you mind sending, can we, could we, can i, could i, may i, i want to, i want, id like to, id like, i would like to, i would like, lets, let us, please, i need to, i need, we need, i wish to, we want to, we would like to, wed like to, could i please, help me',
    asking: 'is, are, was, were, has, have, had, did, does, will, shall, am, do you, do they, do we',
    should:
      'should i, should we, shall i, shall we, must i, do i need to, do we need to, do i have to, ought i, may i, am i allowed to',
  },
  filler:
    'we, weve, wed, a, an, the, this, that, these, those, it, its, to, of, in, on, for, from, with, by, at, as, into, about, under, out, up, us, me, you, your, our, ours, is, are, was, be, been, being, top, bottom, do, does, can, could, would, will, may, let, lets, get, got, go, just, really, actually, so, very, quite, too, also, then, there, here, yet, already, still, now, right now, some, any, more, most, much, many, only, once, again, currently, at the moment, exactly, quickly, briefly, ok so, hmm, well, um, oh, oops, sorry, sorry to bother you, but, because, by the way, i was wondering, wondering, hope youre well, hope you are well, hope you had a good weekend, kind, latest, last, current, recent, recently, so far, by now, right, one, ones, thing, things, something, anything, us all, between, among, each, other, each other, per, am, think, thats surprising, surprising, interesting, just checking in on, plumbline, dear, team mate, if possible, if you can, when you can, asap, i have a board meeting, board meeting, before i send it on, ever, him, her, them, like, want, every, full, bit, little, possible, go to, pm, oclock, number, option, take, will take, three, whole, done so, logged, been logged, back, both, say, said so, made, opinions, people, exactly, actually',
  before: 'please, pls, hi, hey, hello, hallo, ok, okay, so, and, also, oh, but, hmm, hm, sorry, then',
  beforeQuestion: 'well',
  aroundPlace: 'the, one, item, number, no, commitment',
  endings: 'es, s',
  links: '',
  ordinary:
    'vote, votes, shop, step, list, host, more, move, later, dare, date, dates, gaps, loan, read, real, seen, setting, sand, mend, lend, lots, plant, planet, plane, planner, planted, plain, rush, pause, house, mouse, truth, crust, trusts, train, trail, stops, shower, shot, snow, good, gold, goats, coats, sender, stand by, coach trip, poach, beach, order, other, others, water, winter, wine, love, life, live, life, cat, dog, poem, sea, flight, pizza, light, lights, tower, joke, game, music, play, player, weather, tall, translate, test drive, tested, rolls, poles, rules, soles, clearly, close, cost, chase up, those, whose, worse, word, world, world cup, worked out, note book, noted down, noise, sold, told, hold, cold, undid, under, unto, heap, heal, held, head, data base, date night, fate, late night, lake, laugh, friend, friends, fried, weeks ago, mint, mine field, miles, mouth, month end, mood, moon, noon, need less, never mind it, person, persons, spread, speed, spend, spent, sponge, thank god, theme, these, three, tree, true, trip, trick, type, types',
  dimensions: {
    vision: 'vision, the vision',
    goals: 'goals, goal, objectives, targets',
    priorities: 'priorities, priority, prioritisation, prioritization',
    strategy: 'strategy, strategic direction',
    roles: 'roles, role, role clarity',
    responsibilities: 'responsibilities, responsibility, accountability, ownership',
    expectations: 'expectations, expectation',
    'across-functions': 'across functions, cross functional, silos, silo',
    collaboration: 'collaboration, collaborate, working together, teamwork, cooperation',
    communication: 'communication, communicate, communications, listening',
    'problem-solving': 'problem solving, solving problems, problemsolving',
    'decision-making':
      'decision making, decisions, decision, decisionmaking, deciding, making decisions, how we decide',
    dynamics: 'dynamics, team dynamics, group dynamics, dynamic',
    'purpose-and-potential': 'purpose, potential, purpose and potential',
    'trust-and-mutual-commitment':
      'trust, mutual commitment, trust and mutual commitment, trust each other, mutual trust, psychological safety',
    'learning-and-adaptability': 'learning, adaptability, learning and adaptability, adapting',
    clarity: 'clarity',
    speed: 'speed',
    consistency: 'consistency',
    factions: 'factions, camps',
    coordination: 'coordination',
    support: 'support',
    friction: 'friction',
    resilience: 'resilience',
    readiness: 'readiness',
  },
  frames: englishFrames,
  reports: englishReports,
  time: englishTime,
};
