"""The words by which runners name a kind of run, in six languages, and the names of races."""

from collections.abc import Mapping

from workouts.vocabulary import RunKind

# Each kind's words in English, German, French, Spanish, Italian and Dutch, split by commas; accents and
# capitals do not count.  Where a title holds words of several kinds, the kind that stands first here is
# meant: a long run with intervals is the long run, "easy + strides" is the strides, and "6 x 800 with
# 200 recovery" is the intervals.  "Rennen" is left out: German for race, Dutch for any run at all.
WORDS: Mapping[RunKind, str] = {
    RunKind.LONG: """
        long run, longrun, long runs, long jog, long slow run, long slow distance, lsd, long easy, easy
        long, long easy run, long steady run, long trail run, long training run, long progression run,
        easy long run, long one, longest run,
        langer lauf, langen lauf, lange lauf, langer dauerlauf, langer dl, longjog, lalauf, langer
        lockerer lauf, langer trailrun,
        sortie longue, longue sortie, footing long, endurance longue,
        tirada larga, rodaje largo, carrera larga, tirada,
        lungo lento, fondo lungo, lunghissimo, corsa lunga,
        lange duurloop, lange loop, lange duur
    """,
    RunKind.HILLS: """
        hill repeats, hill reps, hill sprints, hill session, hill training, hill workout, hill intervals,
        hill work, hills session, hill strides, kenyan hills, uphill repeats, uphill intervals,
        bergsprints, berglaufe, bergintervalle, bergtraining, hugellaufe, hugeltraining, hugelsprints,
        hugelintervalle, steigungslaufe,
        seance de cotes, seance cotes, cotes courtes, cotes longues, fractionne en cote, repetitions en
        cote,
        cuestas, series en cuesta, repeticiones en cuesta, entrenamiento de cuestas,
        ripetute in salita, salite brevi, sprint in salita, ripetute salita,
        heuveltraining, heuvelsprints, heuvelintervallen, heuvelherhalingen
    """,
    RunKind.RACE_PACE: """
        race pace, marathon pace, half marathon pace, hm pace, m pace, mp, hmp, goal pace, race effort,
        marathontempo, renntempo, marathonrenntempo, wettkampftempo, halbmarathontempo, hm tempo, mrt,
        hmrt,
        allure marathon, allure semi, allure course, allure specifique, as42, as21,
        ritmo maraton, ritmo de maraton, ritmo de carrera, ritmo competicion, ritmo media maraton,
        ritmo gara, ritmo maratona, ritmo mezza,
        wedstrijdtempo, halve marathontempo
    """,
    RunKind.INTERVALS: """
        interval, intervals, repeats, reps, fartlek, speedwork, speed work, speed session, track session,
        track workout, long intervals, threshold intervals, tempo intervals, threshold repeats, threshold
        reps, cruise intervals, mile repeats, yasso, over unders, pyramid, billats, 5k pace, 3k pace, 10k
        pace, 200s, 300s, 400s, 600s, 800s, 1000s, 1200s, 1600s, 30/30, 15/15, 40/20, 45/15, 60/60,
        intervall, intervalle, intervalltraining, intervallauf, intervalllauf, tempointervalle,
        bahntraining, fahrtspiel, wiederholungslaufe, pyramide, tempowechsel, tempowechsellauf,
        fractionne, vma, seance vma, intervalles, fractionnes, seance piste,
        intervalos, fraccionado, series de, series largas, series cortas,
        ripetute, ripetute brevi, ripetute medie, ripetute lunghe, variazioni,
        intervaltraining, intervallen, intervalloop, baantraining, vaartspel, tempowisselloop
    """,
    RunKind.TEMPO: """
        tempo, threshold, lactate threshold, cruise run, comfortably hard, lt run,
        tempolauf, tempodauerlauf, tdl, schwelle, schwellenlauf, schwellentraining, schneller dauerlauf,
        seuil, allure seuil, seance seuil,
        umbral, ritmo umbral, ritmo controlado, rodaje rapido,
        soglia, corto veloce, fondo veloce,
        tempoloop, tempoduurloop, drempel, drempeltraining, drempelloop, tempotraining
    """,
    RunKind.TIME_TRIAL: """
        time trial, timetrial, 5k test, 3k test, mile test, fitness test, cooper test, all out,
        threshold test, lactate test,
        leistungstest, testlauf, zeitlauf, laktattest,
        test vma, demi cooper, contre la montre, test 5 km,
        test de cooper, contrarreloj, test 5k,
        test di cooper, prova cronometrata,
        coopertest, tijdrit, testloop
    """,
    RunKind.STRIDES: """
        strides, striders, pickups, easy strides,
        steigerungen, steigerungslaufe, steigerer,
        lignes droites, accelerations progressives,
        rectas, rectas progresivas, progresivos,
        allunghi,
        versnellingen, steigerungen, stijgingslopen, steigerlopen
    """,
    RunKind.RECOVERY: """
        recovery, recovery run, recovery jog, race recovery, regen, active recovery,
        regeneration, regenerationslauf, regenerativ, regenerativer, erholungslauf, rekom, reko,
        recup, recuperation, footing de recuperation, decrassage,
        recuperacion, regenerativo, regenerativa, descarga, trote regenerativo,
        recupero, rigenerante, scarico, defaticamento,
        herstel, herstelloop, hersteltraining, herstelrun, herstelrondje, loslopen
    """,
    RunKind.RACE: """
        race, races, raced, race day, raceday, turkey trot, relay leg,
        wettkampf, volkslauf, stadtlauf, firmenlauf, silvesterlauf, wettkampftag,
        competition, compet, jour de course, course officielle,
        competicion, carrera popular, san silvestre, dia de carrera,
        gara, garetta, giorno di gara, competitiva,
        wedstrijd, prestatieloop, wedstrijddag
    """,
    RunKind.STEADY: """
        steady, steady state, moderate, progression, progression run, progressive run, aerobic threshold,
        uptempo,
        zugig, zugiger, zugiger dauerlauf, ga2, ga 1/2, ga1/2, crescendolauf, crescendo,
        steigerungslauf, steigerungsdauerlauf, mittlerer dauerlauf,
        endurance active, allure moderee, footing progressif, sortie progressive,
        rodaje progresivo, rodaje medio, ritmo medio, progresivo,
        corsa media, fondo medio, progressivo, corsa progressiva,
        stevig, stevige, stevige duurloop, vlotte duurloop, climaxloop, climaxduurloop
    """,
    RunKind.EASY: """
        easy, easy run, easy jog, jog, jogging, jogged, shakeout, shake out, base run, zone 2, z2,
        conversational, relaxed, gentle, warm up, warmup, cool down, cooldown, wu, cd, run walk, walk run,
        couch to 5k, c25k,
        locker, lockerer, lockeres, lockere, ruhig, ruhiger, ruhiges, dauerlauf, ga1, einlaufen,
        auslaufen, warmlaufen, gemutlich, gemutlicher, lockeres tempo, ruhiges tempo, langsames tempo,
        wohlfuhltempo, laufen gehen,
        footing, endurance fondamentale, echauffement, retour au calme, footing lent, tranquille, allure
        facile,
        rodaje, rodaje suave, trote, trote suave, suave, calentamiento, enfriamiento, carrera suave,
        corsa lenta, fondo lento, riscaldamento, corsetta, corsa facile, tranquilla,
        duurloop, rustig, rustige, rustige duurloop, inlopen, uitlopen, losloopje, dribbelen
    """,
}

# Words that name a kind only where nothing but `NEUTRAL` stands beside them: "Sunday hills" are hills,
# "Beverly Hills" is a place.
BARE: Mapping[RunKind, str] = {
    RunKind.LONG: "long, lr, ll, sl, lungo, lang, largo, larga, langer",
    RunKind.HILLS: "hills, hill, cotes, cote, salite, salita, heuvels, hugel, berge, cuesta",
    RunKind.INTERVALS: "speed, series, serie, efforts, bahn, piste, pista, baan",
    RunKind.TEMPO: "lt, cv, sub t",
    RunKind.TIME_TRIAL: "tt, test",
    RunKind.STEADY: "medio, ea",
    RunKind.EASY: "dl, ef, lento, lenta, ez, slow",
}

# parkrun: a timed 5 km every Saturday that ranks nobody.
PARKRUN_M = 5_000.0

# The races that are called by their length, in metres.  "10k" is none: many name any run by its length.
NAMED_RACES: Mapping[float, str] = {
    PARKRUN_M: "parkrun, park run",
    21_097.5: "half marathon, halfmarathon, half, hm, halbmarathon, semi marathon, semi, media maraton, "
    "medio maraton, mezza maratona, mezza, maratonina, halve marathon",
    42_195.0: "marathon, maraton, maratona",
}

# Phrases that hold one of the words above and yet say nothing of the run, split by commas.
SAYS_NOTHING = """
    race week, race point, race hill, race street, race road, race track, race course, race shoes, race
    kit, race number, race bib, race expo, race director, race report, race tomorrow, race training, race
    prep, race plan, rat race, human race, mill race, marathon training, marathon prep, marathon plan,
    marathon week, marathon block, marathon build, ultra marathon, mini marathon, recovery week, big easy,
    easy street, bel tempo, brutto tempo, mal tempo, cattivo tempo, tempo libero, poco tempo, tanto tempo,
    carrera continua, test run
"""
SAYS_EASY = "race shakeout, race day shakeout, race warm up, race warmup, race cool down, race cooldown"
