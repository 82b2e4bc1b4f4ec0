"""Titles that runners give their runs, kept apart: written before the vocabulary and never tuned on."""

from collections.abc import Mapping

from workouts.vocabulary import RunKind

# Kind, language, titles; each title stands between bars.
TELLING: Mapping[RunKind, Mapping[str, str]] = {
    RunKind.RECOVERY: {
        "en": "Recovery 5 miles | Recovery jog after yesterday's race | Recovery run, legs like wood",
        "de": "Regenerationslauf | Regenerativ nach dem Wettkampf",
        "fr": "Récup tranquille | Footing de récupération",
        "es": "Trote regenerativo | Recuperación del domingo",
        "it": "Rigenerante | Scarico dopo la gara",
        "nl": "Herstelloop | Herstelrondje na de wedstrijd",
    },
    RunKind.EASY: {
        "en": "Easy 10k round the lake | Super easy with Tom | Easy does it | "
        "Shakeout before race day | Z2 base",
        "de": "Locker mit Anna | Ruhiger Dauerlauf | GA1 am Kanal",
        "fr": "Footing cool avec Léa | Endurance fondamentale",
        "es": "Rodaje suave por el río | Rodaje 8 km",
        "it": "Corsa lenta con Marco | Fondo lento 10 km",
        "nl": "Rustige duurloop | Lekker rustig met Joost",
    },
    RunKind.STRIDES: {
        "en": "Easy + 6 strides | 8k w/ strides | Strides on the grass",
        "de": "DL mit Steigerungen | Locker + 5 Steigerungsläufe",
        "fr": "Footing + lignes droites",
        "es": "Rodaje + rectas",
        "it": "Lento con allunghi",
        "nl": "Duurloop met versnellingen",
    },
    RunKind.STEADY: {
        "en": "Steady 8 | Steady state by the canal | Progression run",
        "de": "Zügiger Dauerlauf | GA2",
        "fr": "Endurance active",
        "es": "Rodaje progresivo",
        "it": "Corsa media | Fondo medio 12 km",
        "nl": "Stevige duurloop",
    },
    RunKind.LONG: {
        "en": "Sunday long run | Long run w/ the club | Easy long run, rain all the way | "
        "Last long one before taper",
        "de": "Langer Lauf durch den Wald | Langer Dauerlauf 28 km",
        "fr": "Sortie longue du dimanche | SL 22 km",
        "es": "Tirada larga | Rodaje largo con el club",
        "it": "Lungo domenicale | Lunghissimo 32 km",
        "nl": "Lange duurloop | Zondagse lange duurloop langs de Maas",
    },
    RunKind.TEMPO: {
        "en": "Tempo Tuesday | 20 min threshold | Tempo in the wind, never again | LT run",
        "de": "Tempodauerlauf | Schwellenlauf 6 km",
        "fr": "Séance seuil | Seuil 2 x 15 min",
        "es": "Umbral | Ritmo umbral 30 min",
        "it": "Soglia | Corto veloce 6 km",
        "nl": "Tempoduurloop | Drempeltraining",
    },
    RunKind.INTERVALS: {
        "en": "6x800 | 5 x 1k @ 5k pace | Track night: 12 x 400m (200 recovery) | Mile repeats | "
        "Fartlek in the park",
        "de": "8x1000 | Intervalle auf der Bahn | Intervalltraining",
        "fr": "Fractionné 30/30 | VMA 10x300",
        "es": "Series de 1000 | 10x400 en pista",
        "it": "Ripetute 6x1000 | Fartlek al parco",
        "nl": "Intervaltraining op de baan | 10 x 400",
    },
    RunKind.HILLS: {
        "en": "Hill repeats | 8 x hill on Box Hill | Hill sprints and a jog home",
        "de": "Bergsprints | Hügelläufe 8x60 s",
        "fr": "Séance de côtes | 10x30s côte",
        "es": "Cuestas | 8 x 200 en cuesta",
        "it": "Ripetute in salita",
        "nl": "Heuveltraining",
    },
    RunKind.RACE_PACE: {
        "en": "12k at marathon pace | MP miles | Race pace 3 x 3k",
        "de": "Marathontempo 15 km | HM-Tempo",
        "fr": "Allure marathon | AS42 12 km",
        "es": "Ritmo maratón",
        "it": "Ritmo gara 10 km",
        "nl": "Marathontempo",
    },
    RunKind.TIME_TRIAL: {
        "en": "5k time trial | Mile TT | parkrun #132 | 3k TT on the track",
        "de": "Cooper-Test | Parkrun Leipzig",
        "fr": "Test VMA | Demi-Cooper",
        "es": "Test de Cooper",
        "it": "Test di Cooper",
        "nl": "Coopertest",
    },
    RunKind.RACE: {
        "en": "Reading half marathon - new PB! | County 10k race | Race day!! | Boston Marathon | "
        "City 10K Race, 41:12",
        "de": "Wettkampf 10 km | Volkslauf Neustadt | Berlin-Marathon",
        "fr": "Compétition 10 km | Semi-marathon de Lyon",
        "es": "Media maratón de Valencia | Competición 10K",
        "it": "Gara 10 km | Mezza maratona di Torino",
        "nl": "Wedstrijd 10 km | Halve marathon Egmond",
    },
}  # fmt: skip

# What says nothing, or sounds like another kind and is none: it fits a calm run.
UNTELLING = (
    "Morning Run | Lunch Run | Evening Run | Lauf am Abend | Course à pied le matin | Carrera de tarde | "
    "Corsa mattutina | Middagloop | Leeds Running | Wien Laufen | With the dog | Podcast time | Hot! | "
    "🌧️ | Run"
)
MISLEADING = (
    "Tired after yesterday's tempo | Legs still heavy from the long run | Race week | "
    "Marathon training week 7 | "
    "Primrose Hill loop | Long Beach sunset | No intervals today | Collecting my race number | "
    "The Bracelet 5 | "
    "Brutto tempo | Carrera continua | Lauf vor dem Wettkampf"
)
