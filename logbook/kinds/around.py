"""The words around a kind's name: those that take it back, those that say nothing, hills and strides."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words before a kind that set it aside ("after the race", "no tempo", "nach dem langen Lauf"), and those
# that set aside a race alone: "for a race" is training, "out for a long run" is the long run.
ASIDE = _words("""
    after before post pre from no not without skipped missed missing instead between till until forgot
    skip isn wasn didn don cancelled since yesterday yesterdays tomorrow tomorrows
    nach vor kein keine keinen statt ohne anstatt seit gestern gestrige gestrigen zwischen
    apres avant sans pas lieu veille lendemain
    sin antes despues tras vez ayer
    senza prima dopo invece ieri
    geen zonder na niet plaats gisteren
""")
ASIDE_FROM_RACE = _words("""
    for to towards toward watching spectating cheering fur zum zur pour para per voor naar verso
""")

# What may stand between the two.
FILLERS = _words("""
    the a an my our this that s t of last big in day days
    der die das dem den des ein eine einen einem mein meinem
    le la les l un une du de d au aux mon ma
    el lo los las una mi del al il i gli dello della dell alla
    het een mijn van
""")

# Words that say neither kind nor place.
NEUTRAL = FILLERS | _words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    weekend week
    morning lunch lunchtime afternoon evening night midday am pm early late today
    montag dienstag mittwoch donnerstag freitag samstag sonntag morgen mittag nachmittag abend heute
    lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir
    lunes martes miercoles jueves viernes sabado domingo manana tarde noche
    lunedi martedi mercoledi giovedi venerdi sabato domenica mattina pomeriggio sera
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ochtend middag avond
    run runs running session sessions workout training repeat lauf laufen einheit course sortie seance
    entrainement
    carrera entreno entrenamiento sesion corsa allenamento loop loopje looptraining
    k km kms m mi mile miles milers min mins minutes h hour hours meter metres x
    and with w at on und mit im am auf et avec en y con e ed met op
    treadmill trail outdoor indoor road solo club group
""")

# What stands beside repetitions and says what they are: "8 x 60 s hill".
HILL_WORDS = _words("""
    hill hills uphill hugel berg bergauf cote cotes montee cuesta cuestas salita salite heuvel
""")
STRIDE_WORDS = _words("""
    stride strides steigerungen steigerungslaufe lignes rectas allunghi versnellingen
""")
