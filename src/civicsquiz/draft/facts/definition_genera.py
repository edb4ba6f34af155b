"""The words that a definition may turn on, and those that go on behind them."""

from __future__ import annotations

GENERA = frozenset(
    """law rule regulation process procedure system form type kind right power authority ability practice policy
    principle doctrine theory belief concept philosophy ideology ideal view approach method means act action
    agreement treaty pact compact document order command directive tax fee payment duty vote ballot election contest
    government regime monarchy body group organization association person people citizen official officer member leader
    representative voter candidate party court judge amount sum share measure statement test guarantee protection freedom
    liberty requirement crime offense charge accusation program grant fund money aid region area district territory meeting
    gathering assembly session provision clause section structure tactic strategy technique responsibility obligation
    good service testimony evidence writ set series collection network coalition alliance division distribution separation
    limit limitation restriction constraint standard model economy state nation country community society situation
    condition period phase time refusal transfer poll survey proposal bill resolution motion petition lawsuit suit warrant hearing
    trial jury plan dispute disagreement conflict speech writing institution branch agency unit entity jurisdiction gap difference
    decision ruling opinion judgment arrangement relationship privilege immunity exemption benefit interest
    legislature chamber committee legislation funding spending expenditure revenue participation involvement attempt effort
    creation formation removal approval rejection tendency feeling attitude trust loyalty attachment power-sharing combination
    balance budget debt loan bond penalty punishment sanction power framework mechanism device tool boundary line list record
    idea notion presumption status position explanation permission declaration expression ban prohibition deal pledge oath
    notice contribution donation study figure movement campaign forgiveness reduction delay exchange use misuse loss citizenship
    drawing redrawing counting sharing trading granting taking shifting splitting custom lawyer attorney prosecutor clerk
    employee professional objection manipulation politician lawmaker legislator diplomat justice
    withdrawal admission selection appointment nomination confirmation release detention confinement custody brief permit license
    establishment maintenance level strategy communication cooperation list chart shortcut barrier change belief conviction
    preference implementation provision culture dynamic increase decrease rise drop spike benefit belief information news coverage
    reporting content message attention expansion extension revocation manipulation acceptance adoption abolition recognition
    supply flow trade spread shift transition degree extent rate worker individual employer soldier settler farmer laborer
    merchant immigrant journalist scholar scientist mixture union federation premise matrix demand certificate currency brief
    redistribution reallocation competition support influence segregation discrimination merger company
    corporation firm business industry enterprise weapon tribunal chamber assistance help relief welfare insurance pension
    wage salary income product material resource property land estate farm plantation school church religion faith creed
    doctrine hostility opposition resistance abstinence refusal rebellion revolt uprising riot protest boycott strike walkout
    request platform segment ideal generalization regime asset venue raid attack invasion occupation annexation purchase acquisition alliance truce armistice ceasefire rivalry race
    language category class order majority minority plurality proportion percentage number count census population
    """.split()
)
"""Nouns that a definition may turn on."""
OF = frozenset("form type kind sort set series body group number class part branch".split())
"""Before “of” these leave the genus to what follows."""
RELATING = frozenset(
    """that which who whose whom in by of to between among from with for under where when whereby through on at over against
    without within based held used given made shared consisting composed made designed intended requiring allowing giving
    granted issued created passed imposed levied set owned paid provided elected chosen appointed run controlled
    ruled exercised protected guaranteed necessary needed available eligible concerning containing involving""".split()
)
"""Words by which the second half of a definition begins."""
