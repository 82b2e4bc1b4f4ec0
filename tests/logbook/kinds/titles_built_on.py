"""Titles that runners give their runs, looked at while the vocabulary was written."""

from collections.abc import Mapping

from workouts.vocabulary import RunKind

# Kind, language, titles; each title stands between bars.
TELLING: Mapping[RunKind, Mapping[str, str]] = {
    RunKind.RECOVERY: {
        "en": "Recovery | Recovery run | Recovery from race | Slow recovery miles with Sam",
        "de": "Regeneration | Lockere Regeneration",
        "fr": "Récup | Décrassage",
        "es": "Regenerativo | Recuperación",
        "it": "Corsa rigenerante | Recupero",
        "nl": "Herstel | Loslopen",
    },
    RunKind.EASY: {
        "en": "Easy run | Easy 5 | Morning jog | Shakeout | Zone 2 | Warm up | Easy, no tempo today",
        "de": "Lockerer Dauerlauf | Locker 8 km | Einlaufen",
        "fr": "Footing | EF 45'",
        "es": "Rodaje | Trote suave",
        "it": "Fondo lento | Lento",
        "nl": "Duurloop 1 | Rustig rondje",
    },
    RunKind.STRIDES: {
        "en": "Easy with strides | 6x20s strides | Strides",
        "de": "Steigerungen | DL + 6 Steigerungen",
        "fr": "Lignes droites",
        "es": "Rodaje con rectas",
        "it": "Allunghi",
        "nl": "Steigerungen",
    },
    RunKind.STEADY: {
        "en": "Steady run | Steady state | Progressive run",
        "de": "Zügiger DL | Crescendolauf",
        "fr": "Footing progressif",
        "es": "Rodaje medio",
        "it": "Medio 10 km | Progressivo",
        "nl": "Vlotte duurloop",
    },
    RunKind.LONG: {
        "en": "Long run | Easy long run | Sunday long run with the group | LSD | "
        "Long run with 3x10 min tempo",
        "de": "Langer Lauf | Lange Einheit: langer DL",
        "fr": "Sortie longue | SL",
        "es": "Rodaje largo | Tirada larga 24 km",
        "it": "Lungo | Fondo lungo",
        "nl": "Lange duurloop 20 km | Lange loop",
    },
    RunKind.TEMPO: {
        "en": "Tempo | Tempo run | Threshold run | 2x15 min threshold | Tempo before work",
        "de": "TDL | Schwelle",
        "fr": "Seuil | Tempo 30 min",
        "es": "Ritmo umbral | Ritmo controlado",
        "it": "Corsa in soglia | Fondo veloce",
        "nl": "Tempoloop | Drempel",
    },
    RunKind.INTERVALS: {
        "en": "Intervals | 8x400 | 5x1000m | Track session | Fartlek | 6 x 3 min off 90s",
        "de": "Intervalle | 6 x 1000 m | Fahrtspiel",
        "fr": "Fractionné | VMA",
        "es": "Series | Fartlek 8x2 min",
        "it": "Ripetute | 8 x 400",
        "nl": "Intervallen | Intervaltraining",
    },
    RunKind.HILLS: {
        "en": "Hills | Hill reps | 10 x 60s hill | Tuesday hills",
        "de": "Bergläufe | Bergintervalle",
        "fr": "Côtes | Séance côtes",
        "es": "Series en cuesta",
        "it": "Salite",
        "nl": "Heuvels",
    },
    RunKind.RACE_PACE: {
        "en": "Marathon pace | 10 @ MP | Half marathon pace",
        "de": "Marathonrenntempo | Wettkampftempo",
        "fr": "Allure semi",
        "es": "Ritmo de carrera",
        "it": "Ritmo maratona",
        "nl": "Wedstrijdtempo",
    },
    RunKind.TIME_TRIAL: {
        "en": "Time trial | 5k TT | parkrun | Mile time trial",
        "de": "Testlauf | Leistungstest",
        "fr": "Contre-la-montre",
        "es": "Contrarreloj",
        "it": "Test 5 km a tutta: time trial",
        "nl": "Testloop | parkrun",
    },
    RunKind.RACE: {
        "en": "5k race | Race | 10k Race - 2nd place | Half Marathon | London Marathon",
        "de": "Wettkampf | Hamburg Marathon | Halbmarathon Köln",
        "fr": "Compétition | Marathon de Paris | Semi de Boulogne",
        "es": "Carrera popular | Maratón de Sevilla | Media maratón",
        "it": "Gara | Maratona di Roma | Mezza di Napoli",
        "nl": "Wedstrijd | Marathon Rotterdam | Halve marathon",
    },
}  # fmt: skip

# What says nothing, or sounds like another kind and is none: it fits a calm run.
UNTELLING = (
    "Morning Run | Afternoon Run | Lauf am Morgen | Course à pied le soir | Carrera de mañana | "
    "Corsa serale | "
    "Avondloop | Bristol Running | Köln Laufen | With Jo | Rain | River loop | Commute | Run 12 | Activity"
)
MISLEADING = (
    "Recovering from a cold | Bracelet lost on the way | Marathon training day 3 | Beverly Hills | "
    "Long Island | "
    "After the race | Race week nerves | Nach dem langen Lauf | Before parkrun | Skipped the intervals"
)
