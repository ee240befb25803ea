"""What apps call sports, in the languages their exports come in → Sport and SubSport."""

import unicodedata
from functools import lru_cache
from typing import Final

from lib.importers.activities import more_sports
from lib.model.vocabulary import Sport, SubSport

Kind = tuple[Sport, SubSport]

# Strava and Garmin Connect, in English, German, French, Dutch, Spanish, Italian, Portuguese, Danish and Polish,
# Garmin in Swedish and Hungarian; the other apps in English. Further languages stand in `more_sports`.
# Compared without case, accents, blanks and signs, so "Trail-Running", "TrailRun" and "trail running" need one entry.
_RUNS: Final[dict[SubSport, str]] = {
    SubSport.NONE: """
        run, running, street running, road running, ultra running, ultra run, obstacle run, obstacle racing
        outdoor run, outdoor running, jog, jogging, interval run, tempo run, long run, ultrarunning running
        lauf, laufen, joggen, straßenlauf, straßenlaufen, ultralauf, ultra-lauf, ultralaufen, hindernislauf
        course à pied, course, course sur route, jogging, ultra course, ultra running
        hardloopsessie, hardlopen, hardloop, straatlopen, op straat hardlopen, straathardlopen, ultrahardlopen, ultralopen
        carrera, correr, carrera a pie, running, carrera urbana, carrera en calle, carrera por la calle, ultracarrera
        corsa, corsa su strada, ultra corsa, ultracorsa, corsa di ultra endurance
        corrida, corrida de rua, ultracorrida, ultramaratona, corrida ultra
        løb, løbetur, gadeløb, ultraløb, landevejsløb
        bieganie, bieg, bieg uliczny, bieganie uliczne, bieganie ultra, ultrabieg, bieg ultra
        löpning, gatulöpning, ultralöpning, futás, utcai futás, ultrafutás
    """,
    SubSport.TRAIL: """
        trail run, trail running, trailrun, trail, traillauf, trail-lauf, trail-running, geländelauf
        course de trail, course à pied trail, trailrunning, trailrunnen, trailhardlopen, traillopen
        carrera de montaña, carrera por montaña, carrera de trail, trail running, corsa trail, trail running
        corrida em trilha, corrida de trilha, corrida em trilhos, trail, trailløb, terrænløb
        bieg terenowy, bieganie terenowe, bieganie przełajowe, bieg przełajowy, bieg w terenie, trail running
        traillöpning, terränglöpning, terepfutás
    """,
    SubSport.TREADMILL: """
        treadmill running, treadmill, treadmill run, indoor running, indoor run
        laufbandtraining, laufband, laufen auf dem laufband, hallenlauf, indoor-laufen, laufen indoor
        tapis de course, course sur tapis, course à pied sur tapis, course sur tapis roulant, course en salle
        course à pied en salle, course en intérieur, loopband, lopen op loopband, loopbandtraining, hardlopen op loopband
        hardlopen op de loopband, indoor hardlopen, binnen hardlopen
        entrenamiento en cinta, carrera en cinta, cinta de correr, cinta, carrera en interior, carrera en pista cubierta
        tapis roulant, corsa su tapis roulant, corsa indoor, corsa al coperto
        esteira, corrida em esteira, corrida na esteira, passadeira, corrida em passadeira, corrida na passadeira
        corrida em ambiente fechado, corrida interior, corrida indoor
        løbebånd, løb på løbebånd, løbebåndsløb, indendørs løb, indendørsløb
        bieżnia, bieganie na bieżni, bieg na bieżni, bieganie w pomieszczeniu, bieganie halowe, bieg w pomieszczeniu
        löpband, löpning på löpband, löpning inomhus, inomhuslöpning, beltéri futás, futópad, futópados futás
    """,
    SubSport.TRACK: """
        track running, track run, track and field, track and field running, track&field running
        laufen auf der bahn, bahnlauf, bahnlaufen, course sur piste, course à pied sur piste
        hardlopen op baan, hardlopen op de baan, baanlopen, baanhardlopen, carrera en pista, corsa su pista, corsa in pista
        corrida em pista, corrida de pista, corrida na pista, baneløb, løb på bane
        bieganie na stadionie, bieg na bieżni lekkoatletycznej, bieganie po bieżni, bieg na stadionie
        banlöpning, pályafutás, futás pályán
    """,
    SubSport.VIRTUAL: """
        virtual run, virtual running, virtueller lauf, virtuelles laufen, virtuell laufen, course virtuelle
        course à pied virtuelle, virtuele hardloopsessie, virtueel hardlopen, virtuele run, carrera virtual, corsa virtuale
        corrida virtual, virtuelt løb, virtuel løbetur, bieg wirtualny, wirtualny bieg, wirtualne bieganie
        virtuell löpning, virtuális futás
    """,
}
_OTHERS: Final[dict[Sport, str]] = {
    Sport.WALK: """
        walk, walking, casual walking, speed walking, indoor walking, treadmill walking, wheelchair, snowshoe, snowshoeing
        outdoor walk, indoor walk, dog walk, power walk, nordic walking, wheelchair walk pace, wheelchair run pace
        spaziergang, gehen, walken, gehen indoor, marche, marche à pied, promenade, wandeling, wandelen, lopen
        caminata, caminar, caminata casual, paseo, camminata, passeggiata, caminhada, andar, gåtur, gang, gå
        chodzenie, spacer, marsz
        gång, promenad, gyaloglás, séta
    """,
    Sport.HIKE: """
        hike, hiking, rucking, mountaineering, wanderung, wandern, bergsteigen, randonnée, randonnée pédestre
        hike wandeltocht, hiken, trektocht, senderismo, excursión, escursione, escursionismo, trilha, caminhada em trilha
        vandring, vandretur, vandreture, wędrówka, wędrówki, turystyka piesza, turystyka górska
        túrázás
    """,
    Sport.RIDE: """
        ride, cycling, road cycling, indoor cycling, virtual ride, virtual cycling, mountain bike ride, mountain biking
        gravel ride, gravel cycling, gravel/unpaved cycling, e-bike ride, ebiking, e-biking, e-bike, ebike mountain
        e-mountain bike ride, emountain biking, handcycle, hand cycling, velomobile, cyclocross, track cycling, bmx
        downhill biking, bike commuting, road biking, spin, spinning, recumbent cycling, bike, biking, bike ride
        outdoor cycling, outdoor cycle, indoor cycle, indoor bike ride, road bike, stationary bike, e-bike fitness
        radfahrt, radfahren, radsport, rennradfahren, indoor cycling, indoor-radfahren, mountainbiken, mountainbike-fahrt
        gravel-fahrt, virtuelle radfahrt, virtuelles radfahren, e-bike-fahrt, gravel/offroad-radfahren
        sortie à vélo, vélo, cyclisme, cyclisme sur route, vélo d'intérieur, cyclisme en salle, vtt, sortie vtt
        sortie vélo virtuelle, vélo virtuel, vae, rit, fietsrit, fietsen, wielrennen, indoor fietsen, virtuele rit
        gravelrit, ciclismo, bicicleta, vuelta en bicicleta, ciclismo en carretera, ciclismo en sala, ciclismo indoor
        ciclismo virtual, ciclismo de montaña, giro in bici, ciclismo indoor, ciclismo su strada, mtb, pedalada
        ciclismo de estrada, bicicleta indoor, cykling, cykeltur, indendørs cykling, landevejscykling, jazda na rowerze
        kolarstwo, kolarstwo szosowe, kolarstwo górskie, rower, rower stacjonarny, jazda na rowerze w pomieszczeniu
        cykling, landsvägscykling, inomhuscykling, kerékpározás, országúti kerékpározás, beltéri kerékpározás
    """,
    Sport.SWIM: """
        swim, swimming, pool swim, pool swimming, lap swimming, open water swimming, open water swim, open water
        indoor swim, indoor swimming, outdoor swim
        schwimmen, schwimmbadschwimmen, schwimmbad, bahnenschwimmen, freiwasser, freiwasserschwimmen, natation
        natation en piscine, nage en piscine, piscine, nage en eau libre, natation en eau libre, eau libre, zwemmen
        zwemsessie, baanzwemmen, zwembadzwemmen, zwemmen in zwembad, openwater zwemmen, openwaterzwemmen, natación
        natación en piscina, natación en aguas abiertas, aguas abiertas, nuoto, nuoto in piscina, nuoto in vasca
        nuoto in acque libere, natação, natação em piscina, natação em águas abertas, svømning, svømmetur
        svømning i svømmebassin, svømning i bassin, svømning i åbent vand, pływanie, pływanie w basenie
        pływanie na basenie, pływanie na wodach otwartych, pływanie w wodach otwartych
        simning, simbassäng, simning i öppet vatten, úszás, medencés úszás, nyíltvízi úszás
    """,
    Sport.ROW: """
        row, rowing, indoor rowing, rower, rowing machine, virtual rowing, virtual row, rudern, indoor-rudern, rudern indoor, aviron
        rameur, aviron en salle, aviron d'intérieur, roeien, indoor roeien, remo, remo en interior, remo indoor
        canottaggio, canottaggio indoor, vogatore, roning, indendørs roning, wioślarstwo, wioślarstwo w pomieszczeniu
    """,
    Sport.SKI: """
        alpine ski, backcountry ski, nordic ski, roller ski, snowboard, skiing, resort skiing, resort snowboarding
        resort skiing/snowboarding, cross country skiing, cross country classic skiing, cross country skate skiing
        backcountry skiing, backcountry snowboarding, backcountry skiing/snowboarding, skate skiing, virtual ski
        resort skiing snowboarding ws, cross country skiing ws, skate skiing ws, backcountry skiing snowboarding ws
        downhill skiing, snowboarding, snow sports, downhill snow sports, xc ski, classic xc skiing, freestyle xc skiing
        ski alpin, ski de fond, ski de randonnée, skifahren, skilanglauf, langlauf, alpineskiën, langlaufen, skiën
        esquí alpino, esquí de fondo, sci alpino, sci di fondo, esqui alpino, langrend, alpint skiløb
        narciarstwo, narciarstwo zjazdowe, narciarstwo biegowe
        utförsåkning i pist, längdskidåkning, längdskidåkning klassisk stil, längdskidåkning fristil
    """,
    Sport.SKATE: """
        ice skate, inline skate, skating, skating sports, roller skating, ice skating, inline skating, skateboard, skateboarding, eislaufen
        inlineskaten, inlineskating, patinage, roller, roller en ligne, schaatsen, skeeleren, patinaje, patinaje en línea
        pattinaggio, patinação, skøjteløb, rulleskøjteløb, łyżwiarstwo, jazda na rolkach
    """,
    Sport.ELLIPTICAL: """
        elliptical, elliptical trainer, cross-trainer, cross trainer, arc trainer, ellipsentrainer, crosstrainer, elliptique, vélo elliptique, elliptische trainer
        elíptica, ellittica, elíptico, crosstræner, crosstrainer, trener eliptyczny, orbitrek
    """,
    Sport.STAIRS: """
        stair-stepper, stair stepper, stair climbing, stair climber, stair-climbing, floor climbing, floor climb, stepper
        stairs, step training, stairmaster, stairmaster / stepwell
        treppensteigen, treppenstufen, escaliers, montée d'escaliers, simulateur d'escalier, trappenlopen, traplopen
        escaladora, subir escaleras, salire le scale, stepper, subir escadas, trappegang, wchodzenie po schodach
    """,
    Sport.STRENGTH: """
        weight training, strength training, strength, weightlifting, crossfit, cross fit, powerlifting, weights, weight
        traditional strength training, functional strength training, core training, core, core strengthening
        core stability, weight workout
        krafttraining, gewichtstraining, musculation, entraînement musculaire, entraînement aux poids, renforcement
        renforcement musculaire, krachttraining, entrenamiento con pesas, entrenamiento de fuerza, pesas, musculación
        allenamento con i pesi, allenamento della forza, allenamento di forza, pesi, potenziamento
        treino com pesos, treinamento de força, treino de força, musculação, styrketræning, vægttræning
        trening siłowy, ćwiczenia siłowe, siłownia, podnoszenie ciężarów, trening z ciężarami
        styrketräning, erősítő edzés
    """,
    Sport.MOBILITY: """
        yoga, pilates, mobility, stretching, flexibility, breathwork, meditation, physical therapy, barre
        mind and body, cooldown, preparation and recovery, mobility dynamic, mobility static, recovery, tai chi
        atemübungen, atemarbeit, beweglichkeit, mobilität, dehnen, respiration, exercices de respiration, mobilité
        étirements, ademhaling, ademhalingsoefeningen, mobiliteit, respiración, ejercicios de respiración, movilidad
        estiramientos, respirazione, mobilità, respiração, mobilidade, åndedrætsøvelser, mobilitet, joga, oddychanie
        ćwiczenia oddechowe, mobilność, rozciąganie
    """,
    Sport.TEAM: """
        football (soccer), soccer, soccer/football, football, american football, basketball, volleyball, cricket, hockey
        ice hockey, field hockey, rugby, handball, lacrosse, softball, baseball, ultimate disc, badminton, tennis
        football american, table tennis, squash, racquetball, pickleball, padel, platform tennis, team sports, racket sports, fußball
        tischtennis, voetbal, tennissen, fútbol, baloncesto, calcio, pallavolo, pallacanestro, futebol, vôlei, basquete
        fodbold, håndbold, piłka nożna, siatkówka, koszykówka, tenis
    """,
    Sport.OTHER: """
        workout, other, cardio, hiit, high intensity interval training, multisport, multi-sport, triathlon, duathlon
        day off, custom, brick, x-train, crosstrain, cross training, mixed cardio, mixed metabolic cardio training
        indoor cardio, cardio training, cardio dance, social dance, dancing, circuit training, bootcamp, group exercise
        group workout, gym workout, general workout, other outdoor, other indoor, swim bike run, martial arts, kickboxing
        fitness gaming, play, water fitness, water sports, underwater diving, sports, zumba
        boxing / mma, transition v2, swim to bike transition v2, bike to run transition v2, run to bike transition v2
        stand up paddleboarding v2
        transition, golf, rock climb, rock climbing, indoor climbing, bouldering, climbing, sail, sailing, surf, surfing
        windsurf, windsurfing, kitesurf, kiteboarding, kayaking, canoeing, stand up paddling, stand up paddleboarding
        paddling, boxing, mixed martial arts, dance, jump rope, floor, gym & fitness equipment, fitness equipment, e-sports
        horseback riding, disc golf, hunting, fishing, boating, driving, motorcycling, diving, snowmobiling
        sonstige, sonstiges, andere, training, ausdauertraining, klettern, golfen, segeln, triathlon, tanzen, entraînement
        autre, escalade, exercice, anders, overig, overige, klimmen, workout-training, otros, otro, entrenamiento, escalada
        altro, allenamento, arrampicata, outro, outros, treino, andet, anden, træning, klatring, inne, inny, trening
        wspinaczka, kardio, entrenamiento cardiovascular, hiit
        konditionspass, annan, annat, discgolf, egyéb
    """,
}


def _key(word: str) -> str:
    """Letters and digits alone, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in decomposed if sign.isalnum())


def _words(text: str) -> set[str]:
    return {_key(word) for line in text.splitlines() for word in line.split(",")} - {""}


def _table() -> dict[str, Kind]:
    """The words here go before those of `more_sports`, and runs before what is none."""
    kinds: dict[str, Kind] = {}
    for others, runs in ((more_sports.OTHERS, more_sports.RUNS), (_OTHERS, _RUNS)):
        for sport, text in others.items():
            kinds |= dict.fromkeys(_words(text), (sport, SubSport.NONE))
        for sub_sport, text in runs.items():
            kinds |= dict.fromkeys(_words(text), (Sport.RUN, sub_sport))
    return kinds


_KINDS: Final = _table()


@lru_cache(maxsize=1024)
def sport_of(word: str) -> Kind | None:
    """The sport an app's word means; None where the word is not known."""
    return _KINDS.get(_key(word))
