"""Words of which a definition of a civics term must have one: without them it is not whole, or of something else.

What a text says of a term is often true of it and no definition: that impeachment is a process for
removing officials (it is the charge), that a deficit is a gap between spending and revenue (a surplus is
one too). Each line is a term of the table and the beginnings of words, reviewed once.
"""

from __future__ import annotations

import re

_LINES = """
impeachment: charg accus indict alleg
censure: disapprov condemn reprimand rebuk denounc criti
budget deficit: exceed more above outspend outpac shortfall greater less short over
budget surplus: exceed more above greater excess left less over
national debt: total accumulat owe sum borrow
spoils system: support loyal party reward friend ally allies campaign politic backer favor
merit system: merit exam qualif abilit skill test competen
bureaucracy: official agenc employee department unit organization rule hierarch staff nonelected civil administrat
civil servant: employ work appoint nonelect unelect hired carry implement administ agenc department bureau
glass ceiling: wom gender female minorit sex
soft power: persua attract cultur value ideas example
hard power: milit force coerc threat
bail: trial accused court defendant pending charg await appear
legitimacy: accept belie right.to recogni consent lawful legal perce support
suffrage: vot
voter turnout: cast ballot particip actual
disenfranchisement: vot franchise
gerrymandering: favor advantage benefit partisan party group dilut outcome
redistricting: draw redraw boundar line
reapportionment: seat house represent
caucus: candidate delegate nomin prefer vot party
primary election: nomin candidate party
ballot initiative: petition citizen voter people signature public
referendum: vot ballot approv
recall election: remov before
judicial review: constitution
original jurisdiction: first initial origin trial
appellate jurisdiction: appeal review lower
writ of habeas corpus: detain detention prison custod jail held hold imprison arrest
bill of attainder: trial
ex post facto law: before retro after past time
indictment: charg accus
grand jury: charg indict evidence
plea bargain: plead guilt plea
plaintiff: bring su fil complain
defendant: accus charg sued against
libel: fals defam untru lie
slander: fals defam untru lie
perjury: oath sworn fals lie lying
treason: war enem betray overthrow
prior restraint: before prior prevent advance publication publish
precedent: earlier previous prior past future later guide
stare decisis: precedent previous prior earlier past stand
concurring opinion: agree concur
dissenting opinion: disagree against oppos minority differ dissent
filibuster: delay block talk speech speak debate prolong prevent
cloture: end limit clos cut stop
veto: reject refus block overturn disapprov cancel stop nullif
pocket veto: sign adjourn session
line-item veto: part item line portion specific provision
pardon: forgiv excus releas clemen absol
commutation: sentence reduc shorten
reprieve: delay postpon suspen tempor
executive order: direct order command instruct binding force
executive agreement: countr nation foreign senat international
treaty: countr nation states govern power parties between
federalism: divi shar distribut between level state
unitary system: central national
dual federalism: separat distinct exclusive own divi
cooperative federalism: cooper together shar joint both
enumerated powers: list enumerat express explicit specif stated named written
implied powers: impl not follow infer suggest necessary beyond
concurrent powers: both shar concurr same
reserved powers: state people left keep retain
separation of powers: branch separat divi
checks and balances: check limit restrain balanc control counter
rule of law: law
natural rights: birth born nature inherent god creator human inalien unalien endow
categorical grant: purpose specific narrow strict condition limit particular
block grant: broad flexib discretion few general less
unfunded mandate: fund money pay cost compens
democracy: people citizen vot elect popular majority
direct democracy: direct themselves people citizen voter
representative democracy: elect represent
monarchy: king queen monarch hered one single crown royal
oligarchy: few small elite
autocracy: one single absolut unlimited
theocracy: relig god priest cleric church divin
totalitarianism: control total all every
civil liberties: libert interfer intru protect
civil rights: equal discriminat
naturalization: citizen
asylum: protect persecut refug
deportation: remov expel expuls send return
tariff: import foreign
inflation: price purchasing value
recession: shrink declin contract slow negative growth downturn fall drop reduc
deflation: price value
fiscal policy: tax spend budget
monetary policy: money interest currency bank
poll tax: vot poll elect
literacy test: read writ test understand interpret educat
grandfather clause: vot grandf ancest exempt
interest group: influenc lobby polic politic govern legislat promot advanc
lobbyist: influenc persuad lobby
political action committee: money fund contribut donat rais
super PAC: unlimited spend money independent
quorum: number minimum present
logrolling: vot trad exchang
pork-barrel spending: local district project constituen
conference committee: both two senat differ version reconcil chamber
standing committee: permanent ongoing continu regular
incumbent: hold current already sitting
lame duck: success end leav last replac
whistleblower: misdeed wrong expos report illegal fraud abuse publiciz reveal misconduct disclos
plurality: most largest more
supermajority: two-thirds three-fifths more larger above
simple majority: half
martial law: milit
impressment: forc seiz taken kidnap compel captur coer
coverture: wife wives married husband marriage
containment: spread expan commun stop
deterrence: prevent deter discourag retaliat threat
embargo: ban trade prohib suspen stop export import
capitalism: private market profit propert
socialism: public state govern social collect own worker equal
communism: common class own propert collect worker
fascism: nation leader state dictat authorit
sovereignty: author power independ supreme control interfer rule govern
affirmative action: discrimin disadvant minorit wom underrep divers exclud opportun
nullification: void invalid ignore refus null disobey reject
secession: leav withdraw separat break depart exit
parole: releas
probation: superv instead condition monitor
executive privilege: withhold secret confiden refus private disclos
divided government: differ party parties opposi
proportional representation: proportion share percent
selective incorporation: state
plurality voting: most
abolitionism: effort movement belie campaign cause demand idea view advoca
nativism: immigr foreign
encomienda: spain spanish crown coloni grant
""".strip()

_NEEDED = {
    name: re.compile(rf"\b(?:{'|'.join(words.split())})", re.IGNORECASE)
    for name, _, words in (line.partition(": ") for line in _LINES.splitlines())
}
TERMS = frozenset(_NEEDED)


def lacking(term: str, definition: str) -> bool:
    """Whether a definition of a term, as the table names it, has none of the words that it needs."""
    needed = _NEEDED.get(term)
    return needed is not None and not needed.search(definition)
