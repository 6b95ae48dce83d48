import type { Language } from '../language.ts';
import { germanFrames, germanReports } from './de-frames.ts';
import { germanTime } from './de-time.ts';

/** German. */
export const german: Language = {
  words: {
    what: 'was, welche, welcher, welches, welchen, worüber, was für',
    where: 'wo, wobei',
    how: 'wie',
    who: 'wer, wem, wen, welche leute',
    i: 'ich',
    mine: 'mein, meine, meinen, meiner, meinem, meines, von mir, mir',
    'for-me': 'für mich, auf mich, bei mir, muss ich tun, muss ich noch tun, ich noch tun',
    everyone: 'alle, allen, jeder, jede, jeden, leute, personen, mitglieder, die leute, jedem',
    or: 'oder',
    and: 'und, was ist mit, wie ist es mit, wie sieht es mit',
    same: 'dasselbe für, das gleiche für, genauso für',
    did: 'hat, haben, hast, habe',
    'team-word':
      'meine teams, welche teams, welchen teams, unsere teams, alle teams, alle meine teams, liste der teams, zeig teams, team, teams, gruppe, führungsteam',
    send: 'schick, schicke, schicken, sende, senden, verschick, verschicke, verschicken, versende, versenden, raus, rausschicken, lass laufen, verteile, verteilen',
    sent: 'geschickt, gesendet, verschickt, versendet, gestartet, schickt, sendet, rausgeschickt',
    start:
      'starte, starten, beginne, beginnen, anlegen, lege an, lege, leg, einrichten, richte, eröffne, eröffnen, mach auf',
    new: 'neu, neue, neues, neuen, neuer',
    show: 'zeig, zeige, zeig mir, zeige mir, zeigen, anzeigen, liste, auflisten, ansehen, anschauen, gib mir, nenne, nenn mir, anzeige, sehen, lies, such, suche, finde',
    make: 'mach, mache, mach mir, erstelle, erstellen, baue, bau, bereite, vorbereiten, brauche, ich brauche, exportiere, exportieren, erzeuge, machen, herunterladen, erstell, möchte, hätte gern',
    plan: 'plane, planen, plan, entwirf, entwerfen, erstelle, bereite, vorbereiten, plane bitte, gestalte, gestalten',
    log: 'protokolliere, protokollieren, festhalten, eintragen, melde, melden, erfasse, erfassen, trage, trag, halte, aufnehmen',
    ask: 'frag, frage, fragen, befrage, befragen, einholen, hole, hol, einladen, lade',
    take: 'nehme, nimm, nehmen, stimme, zustimmen, annehmen',
    engagement:
      'engagement, mandat, coaching mandat, begleitung, auftrag, coaching auftrag, coaching engagement, beauftragung',
    contract:
      'vertrag, kontrakt, vertrags, vertrages, coachingvertrag, vereinbarung, coachingvereinbarung, coaching vereinbarung, vereinbarung zum coaching, bedingungen',
    'sees-what': 'wer sieht was, wer darf was sehen, wer kann was sehen',
    accept:
      'akzeptiere, akzeptieren, annehmen, unterschreibe, unterschreiben, unterzeichne, unterzeichnen, stimme, zustimmen, nehme, bin einverstanden mit',
    accepted: 'zugestimmt, angenommen, akzeptiert, unterschrieben, unterzeichnet, zustimmung, zustimmungen',
    'not-accepted':
      'nicht zugestimmt, nicht angenommen, nicht unterschrieben, noch nicht zugestimmt, noch nicht unterschrieben, noch nicht angenommen, muss noch zustimmen, muss noch unterschreiben, nicht akzeptiert, noch zustimmen',
    missing: 'fehlt, fehlen, fehlt noch, fehlen noch, ausstehend',
    alignment: 'alignment, ausrichtung',
    coaching:
      'coaching, teamcoaching, team coaching, der coach, mein coach, unser coach, die coachin, meine coachin, unsere coachin, dem coach',
    recommend:
      'empfiehlst, empfehlung, empfehlungen, empfehlen, empfiehl, empfohlen, rätst du, programm, welches programm',
    need: 'braucht, brauchen, benötigt, passt besser, nötig',
    ready: 'bereit, bereit für',
    'both-programmes':
      'alignment oder coaching, coaching oder alignment, alignment oder teamcoaching, teamcoaching oder alignment, ausrichtung oder coaching, coaching oder ausrichtung',
    decide: 'zuerst',
    pulse:
      'puls, umfrage, befragung, diagnose, pulsbefragung, fragebogen, coaching diagnose, bestandsaufnahme, coaching bestandsaufnahme, umfragen, befragungen, alignment umfrage, pulsumfrage, teamdiagnose, letzten umfrage, letzte umfrage, letzten befragung',
    'pulse-team': 'befrage das team, team befragen',
    questions: 'fragen, frage',
    rate: 'rücklaufquote, rücklauf, antwortquote, beteiligung, teilnahme, teilnahmequote, antwortrate, rückmeldequote, quote',
    'how-many': 'wie viele, wieviele, wie viel, wieviel',
    answered:
      'geantwortet, antworten, antwort, beantwortet, ausgefüllt, teilgenommen, rückmeldungen, mitgemacht, abgestimmt',
    'not-answered':
      'nicht geantwortet, noch nicht geantwortet, nicht ausgefüllt, noch nicht ausgefüllt, nicht teilgenommen, noch nicht teilgenommen, fehlende antworten, fehlenden antworten',
    going: 'läuft, läufts, lief',
    results:
      'ergebnis, ergebnisse, ergebnissen, überblick, übersicht, zusammenfassung, kurzfassung, werte, auswertung, stand, bild, kam heraus, herausgekommen, kam, heraus',
    stand:
      'stehen wir, steht es, steht, stehen, dasteht, dastehen, geht es, gehts, läuft es, wie geht es, wie steht es um, schlägt sich',
    differ:
      'uneinig, auseinander, unterscheiden, unterscheidet, unterscheiden sich, strittig, gespalten, nicht einig, wenigsten einig, gehen auseinander, meinungen, meinungsverschiedenheiten, uneinigkeit, weitesten auseinander, nicht einer meinung, widersprechen, streitpunkte, umstritten, gehen die meinungen auseinander, geteilt',
    'differ-most':
      'unterschied, unterschiede, größte unterschiede, größten unterschiede, größter unterschied, abweichungen, differenzen',
    compare:
      'vergleich, vergleiche, vergleichen, verglichen, entwicklung, verlauf, trend, gegenüber, vorher und nachher, vorher nachher, im vergleich, vergleich mit',
    changed:
      'verändert, geändert, veränderung, veränderungen, besser, besser geworden, schlechter, schlechter geworden, verbessert, fortschritt, fortschritte, änderungen, anders',
    before: 'vorher, früher, davor, zuvor, letztes mal, beim letzten mal',
    improve: 'verbessern, steigern, stärken, erhöhen, fördern, mehr, klären, aufbauen, verbessere',
    why: 'warum, weshalb, wieso, woran liegt, grund, gründe, ursache, ursachen, was ist los mit, woran liegt es, gründe für, wie kommt es, liegt es, erkläre, woher kommt',
    low: 'niedrig, niedrige, niedriger, niedrigen, niedriges, schlecht, schlechte, schwach, schwache, gesunken, wert, bewertet, vertrauen wir uns nicht, unklar, unklaren, unklare, mangelnde, mangelndes, fehlendes, im keller, tief, so niedrig, so schlecht, so schwach',
    try: 'ausprobieren, versuchen, probieren, testen, tun, machen gegen, unternehmen, angehen, vornehmen, kann ich tun, können wir tun, passen, passt zu, passen zu',
    idea: 'idee, ideen, vorschlag, vorschläge, schlag, schlage, vorschlagen, übung, übungen, hilft, hilft bei, hilft gegen, tipp, tipps, anregung, anregungen, rat, methoden, methode',
    conflict: 'konflikt, konflikte, spannungen, streit',
    tried: 'ausprobiert, probiert, versucht',
    intervention: 'intervention, interventionen, maßnahme, maßnahmen',
    helped: 'geholfen, gewirkt, funktioniert',
    effect:
      'hat es geholfen, hats geholfen, hat das geholfen, wirksam, wirkung, wirkungen, effekt, gebracht, was gebracht, etwas gebracht, hat das was gebracht, erfolg, hat es etwas gebracht, hat es funktioniert',
    session: 'sitzung, workshop, session, termin, teamtag, klausur, sitzungsplan, sitzungen',
    agenda: 'agenda, ablaufplan, tagesordnung, ablauf',
    note: 'notiz, neue notiz, notiere, notieren, notiz schreiben, notiz machen, eine notiz',
    notes: 'notizen, beobachtungen, meine notizen, aufzeichnungen',
    noted: 'notiert, aufgeschrieben, beobachtet, habe ich notiert',
    incident: 'vorfall, einen vorfall, symptom',
    incidents: 'vorfälle, vorfällen, symptome, vorfallliste',
    goals:
      'neues ziel, ein neues ziel, weiteres ziel, ziel hinzufügen, ein ziel hinzufügen, ziel setzen, ein ziel setzen, ziele setzen, ziele, zielen, unsere ziele, unseren zielen, coachingziele, ziele der begleitung',
    'how-far': 'wie weit, fortschritt bei',
    commitment:
      'zusage, zusagen, verpflichtung, verpflichtungen, vereinbarungen, versprechen, commitments, selbstverpflichtungen, abmachungen',
    committed:
      'beschlossen, haben wir beschlossen, haben wir entschieden, wir entschieden, wurde entschieden, zugesagt, versprochen, verpflichtet, vereinbart, vorgenommen',
    open: 'offen, offene, offenen, offener, noch offen, ausstehende, laufende, unerledigte, unerledigt',
    overdue: 'überfällig, überfällige, überfälligen, verspätet, im verzug',
    due: 'fällig, fällige',
    waits: 'wartet, wartet auf mich, für mich offen, offen für mich, steht an, steht bei mir an, ansteht',
    'to-do':
      'zu erledigen, zu tun, muss ich tun, muss ich noch tun, muss ich, tun, aufgaben, meine aufgaben, to do, todo, todos, was steht an, etwas zu erledigen',
    stakeholder: 'stakeholder, stakeholdern, stakeholders, interessengruppen, beteiligte',
    'round-about': '360, 360 grad, 360 grad feedback, 360 feedback, rundum feedback, 360 grad umfrage',
    feedback: 'feedback, rückmeldung, rückmeldungen, meinung',
    sponsor: 'sponsor, sponsorin, sponsors, sponsoren, auftraggeber, auftraggeberin, auftraggebers',
    see: 'sieht, sehen, sicht, ansehen, zu sehen, sichtbar, gezeigt, sehe, ansicht, anschauen',
    deck: 'deck, folien, präsentation, powerpoint, bericht, report, foliensatz, slides, präsi, vorstandsfolien, foliendeck, pptx, word dokument, als word, docx, excel, exceltabelle, excel tabelle, xlsx, csv, als datei, ergebnisdatei, datei mit den ergebnissen',
    update: 'stand melden, update, aktualisieren',
    'check-in': 'check in, checkin, statusmeldung',
    done: 'erledigt, fertig, abgeschlossen, umgesetzt',
    'on-track': 'auf kurs, im plan, im zeitplan',
    'at-risk': 'gefährdet, in gefahr',
    dropped: 'verworfen, fallen gelassen, gestrichen',
    late: 'spät, verspätet',
    'not-done': 'nicht erledigt, nicht fertig, noch nicht erledigt, noch nicht fertig',
    remind:
      'erinnere, erinnern, erinner, erinnerung, stups, stupse, eine erinnerung, mahne, mahnen, nachfassen, nachhaken, anstupsen, hake nach, schick eine erinnerung',
    'remind-them': 'stups sie an, stupse sie an, erinnere sie, erinnere sie alle, alle erinnern',
    'remind-me':
      'erinnere mich, erinner mich, erinnern sie mich, frag mich, frage mich, frag mich nochmal, mich erinnern, erinnerung an mich, später erinnern, frag mich später, melde dich',
    reminders: 'erinnerungen, erinnerung, nachrichten, benachrichtigungen',
    later: 'später, nachher, ein andermal',
    undo: 'rückgängig, rückgängig machen, mach das rückgängig, mache das rückgängig, nimm das zurück, zurücknehmen, mach es rückgängig, nimm es zurück, widerrufe das, zurück',
    stop: 'stopp, stop, halt, abbrechen, abbruch, hör auf, hör auf damit, aufhören, schluss, keine erinnerungen mehr, keine nachrichten mehr, erinnere mich nicht mehr, erinnere mich nicht, schreib mir nicht mehr, abbestellen, brich ab, beenden, schluss damit, vergiss es, lass mich in ruhe, schick mir keine erinnerungen mehr, schick mir keine nachrichten mehr, stoppe die erinnerungen, erinnerungen stoppen, erinnerungen aus, erinnerungen abschalten, nicht mehr erinnern, stoppe',
    again:
      'wieder, wieder starten, wieder einschalten, wieder an, wieder anfangen, fortsetzen, weitermachen, nochmal starten',
    'write-again': 'schreib mir wieder, erinnere mich wieder, du darfst mir wieder schreiben, melde dich wieder',
    help: 'hilfe, hilf mir, kannst du mir helfen, können sie mir helfen, befehle, befehl, hilfe bitte, menü, anleitung, helfen, hilf',
    'about-bot':
      'was kannst du, was können sie, wie funktioniert das, wie geht das, wer bist du, was bist du, was machst du, was kann ich fragen, wie funktionierst du, wie funktioniert es, was kann ich hier tun, was kann ich dich fragen, wozu bist du da, was kannst du alles',
    greet:
      'hallo, guten morgen, guten tag, guten abend, moin, servus, grüß dich, grüß gott, grüezi, hi, hey, tag, na, moin moin, grüße',
    thanks:
      'danke, vielen dank, dankeschön, danke schön, herzlichen dank, danke dir, besten dank, merci, danke sehr, tausend dank, ich danke dir, danke ihnen',
    praise:
      'super, prima, toll, klasse, perfekt, wunderbar, gut gemacht, gute arbeit, sehr gut, super gemacht, toll gemacht',
    please: 'bitte',
    data: 'daten, meine daten, alle meine daten, persönlichen daten, personenbezogenen daten, alles über mich',
    delete: 'lösche, löschen, lösch, entferne, entfernen',
    deleted: 'gelöscht, entfernt',
    'forget-me': 'vergiss mich, lösche mich, lösch mich, meine daten gelöscht werden',
    yes: 'ja, jo, jep, jawohl, klar, genau, einverstanden, passt, gern, gerne, ja bitte, ok, okay, sicher, natürlich, in ordnung, na klar, stimmt, richtig, selbstverständlich, ja gern, ja gerne, von mir aus, bestätigt, alles klar',
    'go-ahead': 'mach das, mach es, machs, tu das, tu es, schick es, sende es, nur zu, leg los, los, los gehts',
    no: 'nein, nee, nö, ne, nein danke, lieber nicht, nicht jetzt, lass es, lass das, lass gut sein, nicht senden, nicht schicken, besser nicht, noch nicht, auf keinen fall, heute nicht, bloß nicht, nicht machen, schick es nicht, sende es nicht, tu das nicht, mach das nicht, jetzt nicht',
    unsure:
      'weiß nicht, ich weiß nicht, keine ahnung, vielleicht, unsicher, bin nicht sicher, bin unsicher, mal sehen, kommt darauf an, eventuell, weiß ich nicht, jein, möglicherweise',
    confidential:
      'anonym, anonyme, anonymen, anonymität, anonymisiert, vertraulich, vertrauliche, vertraulichkeit, geheim, datenschutz, dsgvo, datenschutzregeln, privatsphäre, privat, private, privaten, rückverfolgbar, zurückverfolgen, zurückverfolgt, auf mich zurückführen, bleibt das unter uns, unter uns bleibt, bleibt unter uns, unter uns, was passiert mit meinen antworten, was geschieht mit meinen antworten, was passiert mit den antworten, was passiert mit meinen daten, was geschieht mit meinen daten, was machst du mit meinen antworten, was machst du mit meinen daten',
    onlooker:
      'chef, chefin, cheffin, vorgesetzte, vorgesetzter, vorgesetzten, boss, manager, geschäftsführer, geschäftsführerin, geschäftsführung, ceo, administrator, administratorin, administratoren, admin, admins, it abteilung, microsoft, personalabteilung, der coach, mein coach, unser coach, die coachin, meine coachin, unsere coachin, dem coach, moderator, moderatorin',
    others:
      'kollegen, kollege, kollegin, kolleginnen, andere, anderen, die anderen, jemand, jemand anderes, irgendjemand, sonst jemand, niemand, keiner, niemand sonst, sonst niemand',
    'find-out':
      'herausfinden, erfahren, erfährt, lesen, liest, mitlesen, mitliest, liest mit, lesen mit, einsehen, nachvollziehen, nachlesen, bekommt mit, mitbekommen',
    when: 'wann, an welchem tag, um wie viel uhr, um wieviel uhr, zu welcher zeit, wie bald',
    meeting:
      'meeting, meetings, besprechung, besprechungen, teammeeting, teammeetings, team meeting, teambesprechung, alignment meeting, termine, kalender, treffen, teamtreffen, trifft, getroffen, sehen wir uns, kommen wir zusammen',
    next: 'nächste, nächstes, nächster, nächsten, nächstem, kommende, kommender, kommenden, kommendes, als nächstes',
    planned:
      'geplant, geplante, geplanten, geplantes, anstehend, anstehende, anstehenden, vorgesehen, bevorstehend, bevorstehende, bevorstehenden, demnächst',
    ends: 'endet, enden, schließt, schließen, zu ende',
    teams:
      'meine teams, welche teams, welchen teams, unsere teams, alle teams, alle meine teams, liste der teams, zeig teams',
    quiet:
      'ruhezeit, ruhezeiten, nicht stören, einstellungen, meine einstellungen, benachrichtigungseinstellungen, erinnerungseinstellungen, schreibst du mir, schreiben sie mir, meldest du dich, wann erinnern sie mich, benachrichtigst du mich, schickst du mir nachrichten, schickst du mir erinnerungen, schickst du nachrichten, schickst du erinnerungen, wie oft schreibst du mir, wie oft meldest du dich, sind meine erinnerungen an, sind die erinnerungen an, sind meine erinnerungen aus, sind die erinnerungen aus, bekomme ich erinnerungen, bekomme ich nachrichten, einstellungen ändern, schreibst du mir am wochenende, schreibst du mir auch am wochenende, schreibst du mir abends, schreibst du mir auch abends, arbeitszeit, arbeitszeiten, bürozeiten',
    kept: 'speicherst du, du speicherst, speichern sie, gespeichert, merkst du dir, du dir merkst, weißt du über mich, weißt du von mir, du über mich weißt, du von mir weißt, hast du über mich, behältst du, bewahrst du auf, aufbewahrt, speichert ihr, wird gespeichert, werden gespeichert, ist über mich gespeichert, sammelst du',
    not: 'nicht, nie, niemals, kein, keine, keinen, keinem, keiner, keines, nichts, niemand, ohne, außer, noch nichts, bloß, weder, kaum',
    if: 'wenn, falls, sobald, sofern, außer wenn, bevor du',
    said: 'gesagt, geschrieben, sagt, meinte, meint, sagte, fragte, behauptet, will, wollte, hätte, hätte ich, glaube, würde, schrieb, denkt, dachte, denke',
    orders:
      'ignoriere, anweisungen, administrator, admin, tu so, tu so als, system, systemprompt, vergiss deine, regeln, übersteuere, stell dir vor, spiel, du bist jetzt, stimmzettel',
    they: 'er, ihr, ihm, seine, seinen, seiner, ihre, ihren, ihrer, man',
    'how-to':
      'wie kann ich, wie mache ich, wie macht man, wie kann man, was passiert wenn, wo kann ich, wie geht, wie sende ich, wie trage ich, wie schicke ich, wie lösche ich, wie plane ich, wie notiere ich, wie erstelle ich, wie starte ich, wie nehme ich, wie erinnere ich, wie melde ich, wie lege ich, wie stoppe ich, wie schreibe ich, wie frage ich, erkläre mir wie, wie füge ich, wie halte ich, was geschieht wenn, wie stimme ich, wie verschicke ich, wie bereite ich, wie breche ich',
    politely:
      'kannst du, könntest du, würdest du, können sie, könnten sie, würden sie, ich möchte, wir möchten, ich will, kann ich, könnte ich, darf ich, lass uns, ich würde gern, ich würde gerne, bitte, ich hätte gern, magst du bitte, kannst du bitte, könntest du bitte, würden sie bitte, können sie bitte, könnten sie bitte, ich brauche, ich muss',
    asking:
      'ist, sind, war, waren, wurde, wurden, hat, haben, hast, habe, wird, werden, wirst, gibt es, warst, hatte, hatten',
    should: 'soll ich, sollen wir, sollte ich, sollten wir, darf ich, muss ich, müssen wir, kann man',
  },
  filler:
    'wir, der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, zu, zur, zum, von, vom, in, im, an, am, auf, aus, bei, beim, mit, nach, für, über, um, ab, vor, ein, es, sich, mir, mich, dir, dich, uns, euch, ihnen, sie, du, ist, sind, war, wäre, wird, werden, wurde, bin, bist, kann, können, könnte, könnten, kannst, könntest, würde, soll, sollen, muss, möchte, gibt, gab, so, sehr, ganz, mal, denn, doch, eigentlich, schon, noch, auch, nur, halt, eben, etwa, jetzt, gerade, aktuell, inzwischen, bitte, kurz, schnell, genau, dann, da, hier, dort, dass, ob, etwas, was, sonst, alles, immer, nochmal, noch mal, einmal, wieder, am meisten, meisten, am ende, ende, vielleicht, laut, gegen, bis, seit, als, sag mal, sagen, sag, entschuldige die störung, entschuldigung, entschuldige, übrigens, ich wollte fragen, liegt, liegen, gehen, geht, bekommt, bekommen, haben wir, haben, hat, hast, habe, hatte, unser, unsere, unserem, unseren, unserer, dein, deine, deiner, letzten, letzte, letzter, letztes, welche, wert, los, oh, ups, hm, hmm, ach, also, aber, weil, sind sich, lieber, liebe, herr, frau, vorstandssitzung, vor stand, sicht, gern, drei, nimm, ist es, diesem, dieser, diese, dieses, heraus, zeit, leute',
  before: 'bitte, hi, hey, hallo, ok, okay, so, und, also, oh, aber, hm, hmm, dann',
  beforeQuestion: 'tja',
  aroundPlace: 'der, die, das, den, nummer, nr, punkt, zusage',
  endings: 'es, en, er, em, s, e, n',
  links: 's, n, en, es, er',
  ordinary:
    'meine, deine, seine, feine, einstellung, einstellen, einstellt, lesen, lege, liegen, wissen, weisen, reisen, seiten, zeiten, zehn, sehne, sinn, sinne, wetter, weiter, witz, pizza, musik, hund, sofa, zug, regen, sagen, sage, fragt, tragen, plan b, planer, planet, puls ader, pulse, roller, rolle rückwärts, zielen auf, zieh, ziehe, stunden plan, endlich, sender, bestell, bestelle, stelle, stellen, stellt, teil, teile, teilen, heil, geil, keil, toll, voll, wolle, wollen, sollte, walter, wand, hand, land, sand, wandern, ändern, andere, anderen, anders wo, lachen, rache, sache, sachen, wache, wachen, wagen, gewonnen, gehen wir, geholt, erzähl, erzähle, übersetze, spielt, spiele, schlaf, schläft, englische, reden, aufgehört',
  dimensions: {
    vision: 'vision, leitbild',
    goals: 'ziele, zielen, ziel, zielsetzung',
    priorities: 'prioritäten, priorität, priorisierung',
    strategy: 'strategie, strategien',
    roles: 'rollen, rolle, rollenklarheit, rollenverteilung, rollenklärung',
    responsibilities: 'verantwortung, verantwortlichkeiten, zuständigkeiten, zuständigkeit',
    expectations: 'erwartungen, erwartung',
    'across-functions': 'bereichsübergreifend, silos, silo, funktionsübergreifend',
    collaboration: 'zusammenarbeit, kooperation, teamarbeit, zusammenarbeiten',
    communication: 'kommunikation, kommunizieren, zuhören',
    'problem-solving': 'problemlösung, probleme lösen, problemlösen',
    'decision-making': 'entscheidungen, entscheidung, entscheidungsfindung, entscheiden',
    dynamics: 'dynamik, teamdynamik, gruppendynamik',
    'purpose-and-potential': 'zweck, sinn und zweck, potenzial, daseinszweck',
    'trust-and-mutual-commitment':
      'vertrauen, gegenseitiges vertrauen, vertrauen und verbindlichkeit, vertrauens, vertrauen wir uns, vertrauen wir uns nicht',
    'learning-and-adaptability': 'lernen, anpassungsfähigkeit, lernfähigkeit',
    clarity: 'klarheit',
    speed: 'geschwindigkeit, tempo',
    consistency: 'einheitlichkeit, konsistenz',
    factions: 'lager, lagerbildung, grabenkämpfe',
    coordination: 'abstimmung, koordination',
    support: 'unterstützung',
    friction: 'reibung, konflikte, konflikt, spannungen',
    resilience: 'widerstandskraft, resilienz',
    readiness: 'bereitschaft',
  },
  frames: germanFrames,
  reports: germanReports,
  time: germanTime,
};
