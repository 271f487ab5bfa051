"""Words for varied nominations: titles in other forms, names in English, summaries; written by hand, all invented."""

from typing import Final

OTHER_TITLES: Final = (
    "Vejen hjem i trygge skridt",
    "Hånd i hånd fra første dag",
    "Når hverdagen banker på",
    "Fra venteliste til vinduesplads",
    "Sammen om næste kapitel",
    "Et lys i korridoren",
    "Kaffe, tid og nærvær",
    "Livet efter klokken fire",
    "Den gode overgang",
    "Nye vaner på gamle gange",
)
"""Titles that say nothing of what any round's nomination is called."""

INFLECTED: Final = {
    "Patientpanel for kvinder og par, der vil bevare muligheden for børn": "Patientpaneler for kvinder og par, som vil bevare muligheden for børn",
    "Ungementorer på børneafdelingen": "Ungementorerne på børneafdelingen",
    "Socialrådgiveren rykker ind hos jordemoderen": "Socialrådgivere rykker ind hos jordemoderen",
    "APP-guider i Sønderborg": "APP-guiderne i Sønderborg",
    "Tilkaldekorps af tryghedspersoner": "Tilkaldekorpset af tryghedspersoner",
    "Klædeskabet": "Klædeskab",
    "Ungecaféer på syddanske sengeafsnit": "Ungecafé på syddansk sengeafsnit",
    "ViRSA – en vidensenhed for tilværelsen efter amputation": "ViRSA – vidensenheden for tilværelsen efter en amputation",
    "Det fælles team for hjemløse": "Fælles teams for hjemløse",
    "Pust på gadeplan": "Pusten på gadeplan",
    "Sportscar Bornholm – en dag med drømmebiler": "Sportscar Bornholm – dage med drømmebilen",
    "Køkkenhaven bag Bispebjerg": "Køkkenhave bag Bispebjerg",
    "Patientpanel for kvinder & par i fertilitetsbevarende behandling": "Patientpaneler for kvinder & par i fertilitetsbevarende behandlinger",
    "Ungementorer på Herlev og Hvidovre Hospital": "Ungementor på Herlev og Hvidovre Hospital",
    "Tilkaldekorps af frivillige tryghedspersoner til utrygge patienter": "Tilkaldekorpset af frivillige tryghedspersoner til den utrygge patient",
    "Det Tværsektorielle Fællesteam": "Tværsektorielle fællesteams",
    "KOL på gadeplan": "KOL på gadeplanet",
}
"""Titles in another number or form, by the title."""

ENGLISH_TITLES: Final = {
    "Ungementorer på børneafdelingen": "Young mentors on the children's ward",
    "Socialrådgiveren rykker ind hos jordemoderen": "The social worker moves in with the midwife",
    "Tilkaldekorps af tryghedspersoner": "An on-call corps of reassuring persons",
    "Klædeskabet": "The Wardrobe",
    "Tæt og tør – også i skolen": "Dry all day – at school too",
    "Det fælles team for hjemløse": "The joint team for homeless people",
    "Pust på gadeplan": "Breath at street level",
    "Sportscar Bornholm – en dag med drømmebiler": "Sportscar Bornholm – a day with dream cars",
    "Køkkenhaven bag Bispebjerg": "The kitchen garden behind Bispebjerg",
    "Social Sundhed": "Social Health",
    "Mennesker har brug for mennesker": "People need people",
    "Ungementorer på Herlev og Hvidovre Hospital": "Young mentors at Herlev and Hvidovre Hospital",
    "Tæt og tør": "Dry",
    "KOL på gadeplan": "COPD at street level",
    "Det Tværsektorielle Fællesteam": "The cross-sector team",
    "Sportscar Bornholm": "Sports cars of Bornholm",
}
"""Titles in English, by the Danish title."""

ENGLISH: Final = {
    "Aalborg Universitetshospital": "Aalborg University Hospital",
    "Odense Universitetshospital": "Odense University Hospital",
    "Amager og Hvidovre Hospital": "Amager and Hvidovre Hospital",
    "Herlev og Hvidovre Hospital": "Herlev and Hvidovre Hospital",
    "Regionshospitalet Horsens": "Horsens Regional Hospital",
    "Regionshospitalet Hammel Neurocenter": "Hammel Neurorehabilitation Centre",
    "Hammel Neurocenter": "Hammel Neurorehabilitation Centre",
    "Sygehus Lillebælt": "Lillebaelt Hospital",
    "Sygehus Sønderjylland": "Hospital of Southern Jutland",
    "Svendborg Sygehus": "Svendborg Hospital",
    "Esbjerg Sygehus": "Esbjerg Hospital",
    "Holbæk Sygehus": "Holbæk Hospital",
    "Bornholms Hospital": "Bornholm Hospital",
    "Psykiatrisk Center Amager": "Mental Health Centre Amager",
    "Ungdommens Røde Kors": "Red Cross Youth",
    "Røde Kors": "Red Cross",
    "Kirkens Korshær": "DanChurchSocial",
    "Mødrehjælpen": "Danish Mothers' Aid",
    "Brugernes Akademi": "The Users' Academy",
    "Københavns Kommune": "City of Copenhagen",
    "Region Hovedstaden": "Capital Region of Denmark",
    "Region Syddanmark": "Region of Southern Denmark",
    "Region Sjælland": "Region Zealand",
    "Region Midtjylland": "Central Denmark Region",
    "Psykiatrien": "Mental Health Services",
    "Børneafsnittet": "Children's Ward",
    "Lungemedicinsk afdeling": "Department of Respiratory Medicine",
    "Fertilitetsklinikken": "The Fertility Clinic",
    "Fertilitetsenheden": "The Fertility Unit",
    "Børn og Unge": "Children and Young People",
    "Afdeling for": "Department of",
    "i samarbejde med": "in cooperation with",
    "sammen med": "together with",
    " og ": " and ",
    " på ": " at ",
    " ved ": " at ",
    " i ": " in ",
}
"""Names of organisations, and the little words between them, in English."""

SUMMARIES: Final = {
    "1": "Ni kvinder, som selv har stået med en kræftdiagnose, giver klinikken råd om samtalen før fertiliteten går "
    "tabt. De har lavet et ark med spørgsmål, og det bruges allerede. Møderne ligger om aftenen.",
    "4": "Seks unge med egen kronisk sygdom ansættes til at tale med teenagere i ambulatoriet. Der er løn, kursus og "
    "en kontaktsygeplejerske, og de fleste patienter vil gerne møde deres mentor en gang til.",
    "5": "En gratis app til kvinder efter endt strålebehandling: viden om knogler, en dagbog og hjælp til at "
    "forberede lægesamtalen. Appen er lavet sammen med brugerne selv.",
    "6": "Personer med psykisk sygdom underviser akutpersonale, så fysiske symptomer ikke overses, blot fordi der "
    "står en diagnose i journalen. Undervisningen varer en time og gentages på hver vagt.",
    "9": "En socialrådgiver sidder fast i svangreambulatoriet og hjælper gravide med bolig, gæld og ensomhed, mens de "
    "alligevel er til kontrol. Foreningen betaler stillingen i forsøgsperioden.",
    "12": "Frivillige hjælper patienter i forhallen med telefoner, så indkaldelser og prøvesvar kan læses. Ordningen "
    "koster næsten intet, og ingen skal bestille tid.",
    "14": "Vågne hjælpere kan kaldes til en urolig, dement patient inden for en halv time. Scanningen bliver til "
    "noget, og pårørende får luft.",
    "16": "Skolebørn med inkontinens får ét forløb på tværs af hospital, læge og kommune. Sundhedsplejersken starter, "
    "og kun de svære tilfælde kommer ind på sygehuset.",
    "19": "Enheden samler alt, hvad man ved om livet med et tabt ben: hjemmeside, ophold, og rådgivere der selv er "
    "amputerede. Kommunerne kan ringe og spørge.",
    "21": "Tre medarbejdere fra psykiatri, misbrugscenter og kommune går gaden rundt i fællesskab og kan afgøre sager "
    "på stedet. De følger godt tredive borgere, som ingen andre når.",
    "23": "En bil med måleudstyr undersøger stofbrugeres lunger, hvor de opholder sig. Hver anden måling er dårlig, "
    "og ligestillede følger dem videre til lungeambulatoriet.",
    "24": "En gang om året kommer sportsvogne til øen, og alvorligt syge børn får lov at køre med. Indtægten går til "
    "familier og børnehospice.",
    "25": "Borgere med lungesygdom måler ilt og temperatur hjemme og ringes op af en sygeplejerske, når tallene er "
    "gale. Der er bemanding alle årets dage.",
    "26": "Bag hospitalet dyrker socialt udsatte grøntsager, som køkkenet serverer for patienterne. Alle er velkomne, "
    "ingen skal visiteres, og haven har åbent fem dage hver uge.",
}
"""What nominations of the sample round are about, told by somebody else; by id."""

NEAR_MISSES: Final = (
    ("Frivillige på sengeafsnittet", "Forskning på sengeafsnittet"),
    ("Bedre søvn på afsnit B3", "Bedre mad på afsnit B3"),
    ("Kræftens bedsteforældre", "Kræftens biokemi"),
    ("Mad med en ven", "Musik med en ven"),
    ("Et godt farvel", "Et godt måltid"),
    ("Sundhed på hjul", "Bibliotek på hjul"),
    ("Projekt Lyspunkt", "Projekt Kompas"),
    ("Digital hjælp til ældre", "Juridisk hjælp til ældre"),
    ("Den sidste rejse", "Den første rejse"),
    ("Tolk i modtagelsen", "Hunde i modtagelsen"),
)
"""Titles of one pattern that are two initiatives."""

TURNED: Final = (
    ("Mad uden affald", "Mad og affald"),
    ("Skole med mobil", "Skole uden mobil"),
    ("Sammen om unge", "Sammen mod unge"),
    ("Hjem fra hospitalet", "Hjem til hospitalet"),
    ("Liv over 80", "Liv under 80"),
    ("Til mænd", "Fra mænd"),
    ("Life with dogs", "Life without dogs"),
    ("Rolige nætter for børn", "Urolige nætter for børn"),
    ("Sund mad til alle", "Usund mad til alle"),
    ("Visible patients at night", "Invisible patients at night"),
    ("Forældregruppe for tvillinger", "Forældregruppe for trillinger"),
    ("Mandagsklubben", "Onsdagsklubben"),
    ("Østerbro læser højt", "Vesterbro læser højt"),
)
"""Titles of nearly the same letters that words of opposite or of other meaning tell apart."""

SIBLINGS: Final = (
    ("Bydelsmødre i Vollsmose", "Bydelsfædre i Vollsmose"),
    ("Hjerteskolen", "Hjerneskolen"),
    ("Skolens kræftpiger", "Skolens kræftdrenge"),
    ("Intern simulation af hjertestop", "Ekstern simulation af hjertestop"),
    ("Primær forebyggelse af fald", "Sekundær forebyggelse af fald"),
    ("Akut smerteteam", "Kronisk smerteteam"),
    ("Tidlig opsporing af kræft", "Sen opsporing af kræft"),
)
"""Titles of siblings, which words of one small class tell apart, at the end of a compound too."""

NO_NAMES: Final = (
    "Børneafdelingen",
    "Kategori: Patientinddragelse",
    "Se vedhæftede",
    "Indstilling til Initiativprisen 2026",
    "Ansøgning om Sundhedsprisen",
)
"""Titles that name nothing: of units, of forms, of prizes."""

LETTERS: Final = (
    ("Maria Nielsen", "Marie Nielsen"),
    ("Jens Hansen", "Hans Jensen"),
    ("Stjernestunden", "Stjernestuen"),
    ("Sansehaven", "Dansehaven"),
    ("Rejseholdet", "Rejseheltene"),
    ("Skolemad", "Skolebad"),
    ("Kræftcaféen", "Kraftcaféen"),
    ("Hudscreening", "Hundscreening"),
    ("Mentorer", "Mentaltræning"),
)
"""Titles that are only alike in their letters."""

KINDS_OF_THINGS: Final = (
    ("Podcast: Livet med KOL", "Podcast: Livet med kræft"),
    ("App: Ro i kroppen", "App: Tal med lægen"),
    ("Årets frivillige: Anna", "Årets frivillige: Thorvald"),
    ("Lysglimt: Sang om natten", "Lysglimt: Besøg af hunde"),
)
"""Titles that begin with a kind of thing, or a series, and go on differently."""

TOWNS: Final = (
    "Thisted",
    "Ringkøbing",
    "Hjørring",
    "Grenaa",
    "Skive",
    "Nakskov",
    "Tønder",
    "Rønne",
    "Struer",
    "Morsø",
)
"""Towns of which no nomination comes."""

GUIDANCE: Final = (
    "Beskriv kort og i et sprog, som juryen uden særlig faglig baggrund kan forstå, hvad der kendetegner initiativet, "
    "hvem det er rettet mod, og hvilke tal eller udsagn der underbygger det (højst tolv linjer, gerne i punktform). "
    "Felter, der ikke er relevante for jeres initiativ, kan stå tomme."
)
"""What a form says above its boxes, 50 words."""

STOCK: Final = (
    "Afdelingen har knap tre hundrede ansatte og modtager hvert år omkring 9.400 patienter fra hele regionen"
)
"""How an office tells who it is, 16 words."""

MOTTO: Final = "ingen skal gå alene hjem gennem regnen om natten"
"""A saying of nine words."""

PARAGRAPH: Final = (
    f"{STOCK}, og vi arbejder tæt sammen med kommunerne, de praktiserende læger og en række frivillige foreninger om "
    "sammenhængende forløb, hvor den enkeltes egne ønsker kommer først"
)
"""How an office tells who it is and what it stands for, 40 words."""

PLACES: Final = (
    ("Ikast Bibliotek", "Nyborg Bibliotek"),
    ("Vejle Sygehus", "Horsens Sygehus"),
    ("Thisted Kommune", "Skive Kommune"),
    ("Fødegangen Holbæk", "Fødegangen Herlev"),
    ("Lungeafdelingen, OUH", "Lungeafdelingen, AUH"),
    ("Region Nord", "Region Syd"),
)
"""Two of one kind, each at its own place."""
