"""Closed lists of words that tell what a name is, and what a sentence begins with."""

from __future__ import annotations

OPENERS = frozenset(
    """
    a about above according across after again against ago all almost along already also although always am among
    amid an and another any anyone are around as at away because been before behind being below beneath beside besides
    between beyond both but by can could despite did do does during each earlier either else even ever every everyone
    except few first finally following for former formerly from further furthermore get given had has have having he
    hence her here hers his how however i if in indeed initially inside instead into is it its itself just last late
    later latter least less let like likewise many may meanwhile might more moreover most much must my near nearly
    neither never nevertheless next no nobody none nonetheless nor not nothing now of off often on once one only onto
    or other others otherwise our out outside over overall part per perhaps previously quite rather recently regarding
    reportedly second several shall she should similarly since so some someone sometimes soon still such than that the
    their them then there thereby therefore these they third this those though three through throughout thus to today
    together too toward towards two typically ultimately under unless unlike until up upon usually very was we were
    what whatever when whenever where whereas whether which while who whoever whom whose why will with within without
    would yes yesterday yet you your four five six seven eight nine ten
    monday tuesday wednesday thursday friday saturday sunday currently generally eventually originally traditionally
    historically specifically additionally consequently accordingly unfortunately notably nationally legally
    """.split()
)
"""Words that begin a sentence with a capital and are no name."""

COURTS = frozenset({"court", "courts", "tribunal"})

LEGISLATURES = frozenset(
    "congress senate house legislature parliament assembly knesset duma bundestag diet cortes".split()
)

AGENCIES = frozenset(
    """department agency bureau administration commission ministry service office authority corps guard
    police directorate secretariat center centers board""".split()
)

COMMITTEES = frozenset({"committee", "subcommittee", "caucus", "conference", "council"})

ORGANIZATIONS = frozenset(
    """association union institute institution university college foundation fund group league society
    coalition network organization federation corporation company bank church tribe nation tribes nations times post
    news journal tribune press magazine broadcasting cabinet staff campaign club initiative project alliance
    trust center school inc ltd llc communities community international watch brothers media""".split()
)

PARTIES = frozenset({"party"})

STATUTES = frozenset({"act", "acts", "resolution", "code", "bill", "statute", "law", "ordinance"})

DOCUMENTS = frozenset(
    """constitution declaration articles treaty convention compact charter report papers proclamation
    covenant protocol agreement plan address magna manifesto accord accords order""".split()
)

PLACES = frozenset(
    """county city island islands river street avenue square valley beach park airport fort mount lake bay
    district territory kingdom republic emirates""".split()
)

EVENTS = frozenset(
    """war revolution election elections crisis depression movement day era conference summit olympics
    rebellion march massacre riots debate games scandal deal society plan""".split()
)

TITLES = frozenset(
    """president presidents senator senators sen. rep. reps. representative representatives congressman
    congresswoman governor gov. justice justices judge judges secretary general speaker mayor minister chancellor
    king queen pope professor prof. dr. mr. mrs. ms. director commissioner chairman chairwoman chair chairperson
    ambassador attorney counsel spokesman spokeswoman spokesperson sheriff chief officer captain colonel lt. advisor
    adviser envoy delegate administrator democrat republican superintendent treasurer comptroller prince princess
    sir lord lady reverend rev. bishop archbishop rabbi sergeant premier prosecutor leader whip clerk solicitor
    lieutenant admiral gen. col. councilman councilwoman assemblyman assemblywoman co-chair deputy emperor sheikh
    ayatollah first-lady""".split()
)
"""Words that stand before a person's name; the last of a run of capitals is where the name begins."""

PERSON_NOUNS = frozenset(
    """professor attorney lawyer spokesman spokeswoman spokesperson director president senator judge justice
    activist author historian economist executive prosecutor candidate leader chairman chairwoman chair analyst
    scientist researcher scholar journalist reporter editor writer governor mayor representative congressman
    congresswoman minister secretary ambassador adviser advisor strategist aide lobbyist officer official
    fellow expert founder philosopher jurist advocate plaintiff defendant member counsel nominee commissioner
    billionaire businessman businesswoman entrepreneur teacher student veteran soldier general commander
    diplomat envoy chief clerk administrator speaker politician critic columnist pollster jurist preacher
    democrat republican libertarian independent immigrant man woman resident farmer pastor envoy""".split()
)
"""Common nouns for a person, that stand before a name or beside it."""

SPEECH = frozenset(
    """said says told wrote writes stated states added argued argues explained explains noted notes claimed claims
    announced declared tweeted replied responded commented remarked asked insisted warned warns testified
    observed observes concluded concludes acknowledged stressed emphasized asserted contended believed
    predicted suggested recalled reiterated continued""".split()
)
"""Verbs by which somebody is quoted."""

SUFFIXES = frozenset({"jr.", "sr.", "ii", "iii", "iv"})

MONTHS = (
    "january february march april may june july august september october november december".split()
)

DEMONYMS = frozenset(
    """american americans british english french german russian chinese ukrainian mexican canadian iranian iraqi
    indian japanese israeli european african asian latino hispanic black white christian muslim jewish catholic
    protestant democratic republican democrats republicans federal salvadoran cuban spanish argentine
    turkish syrian afghan korean southern northern western eastern native indigenous tribal native-american
    texan californian federalist federalists anti-federalist anti-federalists libertarian green tory whig
    democrat republican senators representatives members bill medicare medicaid internet covid-19""".split()
)
"""Capitalised words that name no single thing, or that describe."""
