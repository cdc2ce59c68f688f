"""The made-up world: what happens in it, and three wordings of each fact, one for each independent reporter."""

PLACES = [
    "Harwick",
    "Ostrava Bay",
    "Lindholm",
    "Carrow",
    "Penmarch",
    "Velden",
    "Tarsk",
    "Morrowby",
    "Eastmere",
    "Dunford",
]
PEOPLE = [
    "Anna Kerr",
    "Tomas Weil",
    "Ruth Okafor",
    "Elio Marsh",
    "Ingrid Solberg",
    "Peter Naylor",
    "Mara Quist",
    "Hugh Dale",
]
PUBLISHERS = [f"{place} {name}" for name in ("Courier", "Echo", "Ledger", "Observer") for place in PLACES]
WIRES = ["Northline", "Corvus", "Belltower"]

# Facts: {n} is the figure. Every other fact is put in the official's mouth, {p}; the rest are the reporter's own.
EVENTS: dict[str, list[tuple[str, str, str]]] = {
    "storm": [
        (
            "A storm that crossed {x} overnight killed {n} people.",
            "At least one district lay dark after winds battered {x} and left {n} people dead.",
            "The death toll in {x} reached {n} once the gale had blown itself out.",
        ),
        (
            "{p} said {n} houses had lost their roofs along the shore.",
            "Roofs were torn from {n} houses, {p} said after a tour of the coast.",
            "According to {p}, the wind unroofed {n} houses near the water.",
        ),
        (
            "Rescue boats brought {n} residents to the school gymnasium.",
            "By noon {n} residents had been carried to safety in open boats.",
            "Crews pulled {n} residents out of flooded streets before daybreak.",
        ),
        (
            "{p} said repairs to the sea wall would cost {n} euros.",
            "Mending the breached wall will take {n} euros, {p} said.",
            "According to {p}, the bill for the broken wall stands at {n} euros.",
        ),
        (
            "The river rose over two bridges, and {n} households were without power.",
            "Electricity had failed in {n} households when the bridges went under.",
            "Linemen were still working to reconnect {n} households in the valley.",
        ),
    ],
    "strike": [
        (
            "Bus and tram drivers in {x} walked out at dawn, and {n} workers joined them.",
            "A stoppage by {n} workers emptied the depots of {x} this morning.",
            "Public transport came to a halt in {x} as {n} workers stayed at home.",
        ),
        (
            "{p} said the union had asked for {n} new posts.",
            "The dispute turns on {n} new posts, {p} said.",
            "According to {p}, negotiators want {n} new posts before they sign.",
        ),
        (
            "Commuters waited in the rain while {n} services were struck from the timetable.",
            "The operator took {n} services off its boards before the rush hour.",
            "Only school routes ran; {n} services never left the garage.",
        ),
        (
            "{p} said each day of the walkout cost the city {n} euros.",
            "The city loses {n} euros every day, {p} said.",
            "According to {p}, the daily damage to the treasury amounts to {n} euros.",
        ),
        (
            "Police counted {n} protesters in front of the town hall.",
            "A march of {n} protesters filled the square after lunch.",
            "Outside the mayor's office, {n} protesters sang and beat drums.",
        ),
    ],
    "fire": [
        (
            "Fire swept through a furniture warehouse in {x} and injured {n} people.",
            "Flames that broke out among stored timber left {n} people injured in {x}.",
            "Doctors in {x} treated {n} people injured in the blaze at a depot.",
        ),
        (
            "{p} said {n} firefighters had been sent to the scene.",
            "The brigade put {n} firefighters on the streets, {p} said.",
            "According to {p}, a force of {n} firefighters fought the blaze.",
        ),
        (
            "Neighbours were woken by sirens, and {n} residents were evacuated.",
            "Officers knocked on doors and evacuated {n} residents in the smoke.",
            "The hostel next door took in {n} residents evacuated from their flats.",
        ),
        (
            "{p} said the loss came to {n} euros.",
            "Goods worth {n} euros were destroyed, {p} said.",
            "According to {p}, insurers will have to meet a claim of {n} euros.",
        ),
        (
            "The roof fell in shortly after midnight, crushing {n} vehicles parked below.",
            "Falling beams wrecked {n} vehicles in the yard.",
            "In the courtyard stood {n} vehicles burnt to their frames.",
        ),
    ],
    "court": [
        (
            "A judge in {x} sent a former harbour clerk to prison for {n} months.",
            "The one-time clerk of the port must serve {n} months, a court in {x} ruled.",
            "Guilty on every count, the ex-official from {x} faces {n} months behind bars.",
        ),
        (
            "{p} said investigators had read {n} documents.",
            "The case rests on {n} documents, {p} said.",
            "According to {p}, the file runs to {n} documents seized at the office.",
        ),
        (
            "The jury heard from {n} witnesses in five weeks.",
            "Since the trial opened, {n} witnesses have taken the stand.",
            "Testimony from {n} witnesses took up most of the spring.",
        ),
        (
            "{p} said the clerk had taken {n} euros from the fund.",
            "A sum of {n} euros disappeared from the accounts, {p} said.",
            "According to {p}, the missing money adds up to {n} euros.",
        ),
        (
            "Outside, {n} supporters waited behind a rope.",
            "Some wept among the {n} supporters who had come by coach.",
            "The verdict was met with silence by {n} supporters on the steps.",
        ),
    ],
    "company": [
        (
            "A maker of turbines in {x} will cut {n} jobs by the end of the year.",
            "The largest employer of {x} is to shed {n} jobs, staff learned at a meeting.",
            "Turbine builders in {x} fear for their future as {n} jobs disappear.",
        ),
        (
            "{p} said orders had fallen to {n} machines.",
            "The books hold {n} machines, {p} said.",
            "According to {p}, customers have signed for {n} machines and no more.",
        ),
        (
            "A plant in the north keeps its {n} employees.",
            "Nothing changes for {n} employees at the northern site.",
            "Up the coast, {n} employees carry on as before.",
        ),
        (
            "{p} said the overhaul would save {n} euros.",
            "Savings of {n} euros are expected, {p} said.",
            "According to {p}, the plan frees {n} euros for research.",
        ),
        (
            "The works council gathered {n} signatures against the plan.",
            "A petition with {n} signatures lay on the director's desk.",
            "Within hours {n} signatures had been put under a protest letter.",
        ),
    ],
}

QUOTES = [
    "We have never seen a week like this one and we will not hide how hard it has been",
    "Nobody in this town is going to be left to deal with the consequences alone",
    "There are questions that we cannot answer tonight and I will not pretend otherwise",
]
QUOTED = ['"{q}," {p} told reporters.', 'At a news conference {p} added: "{q}."', '"{q}," said {p}.']
BACKGROUND = [
    (
        "{x} has grown quickly since the railway was extended to the docks.",
        "Few towns of its size have changed as much as {x}, where the line to the port was opened.",
        "Once a fishing village, {x} owes its wealth to the track that links the quays.",
    ),
    (
        "A council meeting has been called for the end of the week.",
        "Members of the assembly are due to convene before Sunday.",
        "The elected chamber plans to discuss the matter within days.",
    ),
    (
        "Similar events have troubled the region before, most recently three winters ago.",
        "People here still remember what they went through three years back.",
        "It is the second time in four years that the area makes headlines this way.",
    ),
]
# What a newsroom adds of its own; a story has each of them once, for no two newsrooms write the same.
LOCAL = [
    "Readers who want to help can bring blankets to the parish hall on Saturday.",
    "Our photographer spent the afternoon on the spot and met families by the roadside.",
    "The museum stays closed until further notice, its keeper told this newspaper.",
    "Lessons at the music academy have been moved to a chapel across the street.",
    "A baker in Mill Lane gave away his morning's bread because no customer could reach him.",
    "Chess players who meet in the library on Tuesdays sat on the steps and played there.",
    "We will keep this page open through the night and answer letters after breakfast.",
    "The ferryman, seventy-four, remembers a spring when his father rowed the postman to work.",
    "Tickets for the puppet theatre remain valid, and its director hopes to open next month.",
    "One of our apprentices cycled along the canal and found every lock gate shut.",
    "Bees from three hives settled under the station clock, to the delight of schoolchildren.",
    "A jeweller on the market place had nailed planks across his window by eight.",
    "The rowing club has lent its boathouse to whoever needs a dry floor.",
    "Dogs barked behind the brewery, neighbours say, long before anybody looked out.",
    "Choir practice went ahead in candlelight with half of the sopranos missing.",
    "Anyone who took pictures is invited to leave them at our counter in Bridge Street.",
    "A taxi driver told us that he had not turned off his meter since the day before.",
    "The florist opposite our office sold no roses and gave her tulips to the hospital.",
]
FURNITURE = [
    "Sign up for the {h} morning letter and never miss a story.",
    "Copyright {h}. All rights reserved by the owners of {h}.",
]

# Several to a word: two who rewrite one text without knowing of each other seldom choose the same ones throughout.
SYNONYMS: list[tuple[str, tuple[str, ...]]] = [
    ("killed", ("claimed the lives of", "took the lives of", "cost the lives of", "proved fatal for")),
    ("overnight", ("during the night", "in the dark hours", "after nightfall", "while most slept")),
    ("brought", ("took", "carried", "ferried", "delivered")),
    ("along the shore", ("on the seafront", "by the water", "at the coast", "near the beach")),
    ("reached", ("climbed to", "rose to", "stood at", "hit")),
    ("walked out", ("downed tools", "stopped work", "went on strike", "laid down work")),
    ("at dawn", ("at first light", "at sunrise", "early in the day", "at daybreak")),
    ("joined", ("went with", "followed", "stood by", "supported")),
    ("swept through", ("tore through", "raced through", "gutted", "ran through")),
    ("people", ("persons", "men and women", "residents", "local people")),
    ("houses", ("homes", "dwellings", "buildings", "properties")),
    ("before", ("ahead of", "prior to", "in advance of")),
    ("shortly after", ("soon after", "just after", "not long after", "minutes after")),
    ("sent", ("dispatched", "despatched", "ordered", "called")),
    ("quickly", ("fast", "rapidly", "at speed", "at a pace")),
    ("called for", ("scheduled for", "set for", "fixed for", "announced for")),
    ("most recently", ("the last time", "latterly", "and last", "not least")),
    ("waited", ("stood", "lingered", "held out", "stayed")),
    ("said", ("stated", "declared", "explained", "noted")),
    ("will cut", ("is cutting", "is to cut", "plans to cut", "means to cut")),
    ("since", ("from the day", "ever since", "from when")),
    ("town", ("place", "community", "borough", "municipality")),
    ("plan", ("scheme", "programme", "proposal", "project")),
]
