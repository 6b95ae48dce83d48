import type { FrameWords, ReportWords } from '../language.ts';

const ABOUT =
  'für, für das, für die, für den, für team, für das team, zu, zum, zur, über, über das, über die, mit, mit dem, bei, bei der, beim';
const NOBODY =
  'ich, du, wir, sie, er, es, niemand, keiner, keine, wer, was, welche, wann, wenn, warum, wie, alles, nichts';

/** In German, where the verb may close the sentence around the text. */
export const germanFrames: readonly FrameWords[] = [
  {
    says: 'note',
    lead: 'notiz, notizen, neue notiz, notiere, notiere bitte, notieren, notier, merke dir, merk dir, merken, beobachtung, halte fest, schreib auf, schreibe auf, private notiz, meine notiz, mache eine notiz, mach eine notiz, notiz an mich, bitte notieren',
    then: 'dass',
    needs: 'colon',
    about: ABOUT,
  },
  {
    says: 'note',
    lead: 'notiere dass, notiere bitte dass, notier dass, merke dir dass, merk dir dass, halte fest dass, halte bitte fest dass, schreib auf dass, schreibe auf dass, mach eine notiz dass, notieren sie dass, notieren sie bitte dass, notiere, notier, schreib auf, halte fest',
    needs: 'nothing',
    unless: 'bitte, zu, von, über, seit, für, sie, mir, nichts, nicht, das',
  },
  {
    says: 'log-intervention',
    lead: 'intervention, intervention festhalten, intervention eintragen, intervention protokollieren, intervention erfassen, protokolliere intervention, protokolliere eine intervention, maßnahme, maßnahme festhalten, maßnahme eintragen, neue intervention, neue maßnahme, trage eine intervention ein, trage intervention ein, erfasse intervention',
    needs: 'colon',
    about: ABOUT,
  },
  {
    says: 'log-intervention',
    lead: 'wir haben, ich habe, heute haben wir, heute habe ich, gestern haben wir, gestern habe ich, haben heute, haben',
    trail: 'ausprobiert, versucht, probiert, eingesetzt, getestet',
    needs: 'nothing',
    unless: 'nichts, nicht, noch, sie, wir, es, das, alle',
  },
  {
    says: 'log-incident',
    lead: 'vorfall, vorfall melden, vorfall festhalten, vorfall eintragen, vorfall erfassen, melde einen vorfall, melde vorfall, neuer vorfall, protokolliere vorfall, symptom, symptom melden, es ist etwas passiert, etwas ist passiert, trage einen vorfall ein',
    needs: 'colon',
    about: ABOUT,
  },
  {
    says: 'goals',
    lead: 'ziel, neues ziel, ein neues ziel, weiteres ziel, noch ein ziel, unser ziel, ziel hinzufügen, ziel festhalten, ziel eintragen, ziel setzen, setze ein ziel, trage ein ziel ein, füge ein ziel hinzu, coachingziel, ziel der begleitung',
    needs: 'colon',
    about: ABOUT,
  },
  { says: 'check-in', lead: 'erledigt, fertig, abgeschlossen, umgesetzt', needs: 'colon', status: 'done' },
  { says: 'check-in', lead: 'auf kurs, im plan, im zeitplan, läuft', needs: 'colon', status: 'on-track' },
  { says: 'check-in', lead: 'gefährdet, in gefahr, kritisch', needs: 'colon', status: 'at-risk' },
  { says: 'check-in', lead: 'verworfen, fallen gelassen, gestrichen, aufgegeben', needs: 'colon', status: 'dropped' },
  {
    says: 'check-in',
    lead: 'nicht erledigt, noch nicht erledigt, nicht fertig, noch nicht fertig, verspätet, nicht im plan, nicht auf kurs, verzögert',
    needs: 'colon',
  },
  {
    says: 'check-in',
    lead: '',
    trail:
      'ist nicht fertig, ist noch nicht fertig, ist nicht erledigt, ist noch nicht erledigt, nicht erledigt, noch nicht erledigt, ist nicht im plan, ist nicht auf kurs, ist nicht gefährdet, verspätet sich, ist verspätet, ist noch nicht abgeschlossen, ist nicht abgeschlossen, noch nicht fertig',
    needs: 'nothing',
    unless: NOBODY,
  },
  {
    says: 'check-in',
    lead: '',
    trail:
      'ist zu 100% fertig, ist zu 100 prozent fertig, ist 100% fertig, ist erledigt, ist fertig, ist abgeschlossen, erledigt, ist jetzt erledigt, ist jetzt fertig, sind erledigt, wurde erledigt, ist umgesetzt, abgeschlossen, fertig',
    needs: 'nothing',
    unless: `${NOBODY}, markiere, setze`,
    status: 'done',
  },
  {
    says: 'check-in',
    lead: '',
    trail: 'ist auf kurs, ist im plan, ist im zeitplan, liegt im plan, läuft gut, ist auf gutem weg',
    needs: 'nothing',
    unless: NOBODY,
    status: 'on-track',
  },
  {
    says: 'check-in',
    lead: '',
    trail: 'ist gefährdet, ist in gefahr, gefährdet, wackelt, ist jetzt gefährdet',
    needs: 'nothing',
    unless: NOBODY,
    status: 'at-risk',
  },
  {
    says: 'check-in',
    lead: '',
    trail: 'ist verworfen, wurde verworfen, ist gestrichen, wurde gestrichen',
    needs: 'nothing',
    unless: NOBODY,
    status: 'dropped',
  },
  {
    says: 'check-in',
    lead: 'ich habe, wir haben, habe, haben',
    trail: 'fertig, erledigt, abgeschlossen, fertiggestellt, umgesetzt, fertig gemacht',
    needs: 'nothing',
    unless: 'nichts, nicht, noch, sie, wir, alle, ich, das nicht, es nicht',
    status: 'done',
  },
  {
    says: 'check-in',
    lead: 'wir haben, ich habe',
    trail: 'verworfen, fallen gelassen, gestrichen, fallengelassen',
    needs: 'nothing',
    unless: 'nichts, nicht, noch',
    status: 'dropped',
  },
  {
    says: 'check-in',
    lead: 'markiere, setze, markier, setz',
    trail: 'als erledigt, als fertig, auf erledigt, auf fertig',
    needs: 'nothing',
    status: 'done',
  },
  {
    says: 'check-in',
    lead: 'markiere, setze, markier, setz',
    trail: 'als gefährdet, auf gefährdet',
    needs: 'nothing',
    status: 'at-risk',
  },
  {
    says: 'did-it-help',
    lead: 'hat, haben',
    trail: 'geholfen, etwas gebracht, was gebracht, gewirkt, etwas bewirkt, funktioniert',
    needs: 'nothing',
    unless: 'dir, du, ich',
  },
];

/** In German. */
export const germanReports: ReportWords = {
  hedges:
    'fast, beinahe, nahezu, halb, zur hälfte, teilweise, zum teil, größtenteils, weitgehend, so gut wie, mehr oder weniger, kaum, hoffentlich, vielleicht, wahrscheinlich, vermutlich, angeblich, möglicherweise, bald, demnächst, gleich, später, morgen, bis',
  conditions: 'wenn, falls, sobald, sofern, soll, sagt, gesagt, meint',
  auxiliaries:
    'wird, werden, würde, wäre, soll, sollen, sollte, sollten, muss, müssen, müsste, könnte, kann, dürfte, am, bevor, ob, braucht, gehört',
  wishes:
    'mach, mache, macht, machen, bring, bringe, bekomme, kriege, erinnere, erinner, sag, melde, warte, lass, lasst, bitte, hoffe, ich hoffe',
  smallTalk:
    'gut, gute, super, toll, prima, klasse, perfekt, wunderbar, sehr, arbeit, gemacht, alles, alle, team, leute, ja, juhu, hurra, cool, danke, das, die, der, mein, unser, heute, ist, mittagessen, frühstück, abendessen, kaffee, tag, woche, feierabend, jahr',
  percent: 'prozent',
  pronouns: 'es, das, dies',
};
