"""Words by which a line is more than the article's own plain telling: it passes on, doubts, judges, or
leans on what stood before."""

from __future__ import annotations

import re

from civicsquiz.draft.language.anycase import AnyCase

SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|stat(?:e[ds]|ing)|t(?:old|ells?|elling)|according|claim\w*|argu\w*|assert\w*|insist\w*|contend(?:s|ed|ing)?"
    r"|alleg\w*|announc\w*|confirm\w*|declar\w*|note[ds]?|noting|add(?:ed|s|ing)|wr(?:ote|ites?|iting|itten)|tweet\w*|report\w*|explain\w*"
    r"|testif\w*|testimony|remark\w*|comment\w*|describ\w*|call(?:ed|s|ing)?|criticis\w*|criticiz\w*|accus\w*|den(?:y|ies|ied|ying)|warn\w*"
    r"|predict\w*|complain\w*|maintain\w*|acknowledg\w*|admit\w*|conced\w*|repl(?:y|ied|ies)|respon(?:d\w*|ses?)|quot\w*|cit(?:e[ds]?|ing)|suggest\w*"
    r"|indicat\w*|reveal\w*|(?:show(?:s|ed|n)?|found|finds?|held|hold)(?= that)|rul(?:ed?|es|ing)|conclud\w*|statements?|promis\w*|vow\w*|pledg\w*"
    r"|prais\w*|condemn\w*|denounc\w*|blam\w*|label\w*|speak\w*|spoke|speech|urg\w*|ask\w*|demand\w*|request\w*|agree\w*|propos\w*"
    r"|recommend\w*|estimat\w*|project(?:s|ed)|project(?:ion)?s?\b(?= that)|expect\w*|plan(?:s|ned|ning)?|intend\w*|inten[dt]\w*|hop(?:es?|ed|ing)"
    r"|want\w*|wish\w*|fear\w*|believ\w*|th(?:ink|inks|ought)|feel\w*|felt|consider\w*|regard\w*|doubt\w*|question\w*|suspect\w*"
    r"|seem\w*|appear\w*|reportedly|apparent\w*|suppos\w*|presum\w*|likely|unlikely|possib\w*|perhaps|probabl\w*|potential\w*"
    r"|unclear|uncertain|clear(?:ly)?|might|may|will|shall|could(?! not)|would|should|ought|whether|view\w*|opinion\w*|opponents?|critic\w*|supporters?"
    r"|advocat\w*|so-called|rumou?r\w*|sources?|unconfirmed|believed|polls?|survey\w*|vowed|threat\w*|emphas\w*|stress\w*"
    r"|justif\w*|defend\w*|object\w*|oppos\w*|support\w*|favou?r\w*|endors\w*|accord(?:s|ing)|ostensibl\w*|famous\w*|best|worst"
    r"|point(?:s|ed|ing)? (?:to|out)|refer(?:s|red|ring)? to|column|op-ed|essay|interview\w*|book)\b"
)
"""Any word by which a line might be more than the article's own plain telling."""
PASSES_ON = AnyCase(
    r"\b(?:sa(?:id|ys?|ying)|stat(?:ed|ing that)|t(?:old|ells)|according to|claim(?:s|ed|ing)|argu(?:es|ed|ing)|assert\w*|insist\w*|contend(?:s|ed|ing)?|alleg\w+"
    r"|announc\w+|declared|not(?:ed|ing) that|wr(?:ote|ites)|reported(?:ly)?|reports? that|testified|den(?:ies|ied)|warn\w*|predict\w*|believ\w+"
    r"|complain\w*|maintain(?:s|ed)|quot\w+|citing|indicat\w+|suggest\w*|accus\w+|asked|whether|explained|acknowledged|remarked|mentioned|confirmed|questioned|motion|lawsuits? (?:sa|cl|ar))\b"
)
"""Words of saying: a line with one of them passes something on, one with two is not told apart."""
GOES_ON = re.compile(
    r", (?:and|but|while|whereas|although|though|yet|so|which)\b(?! (?:that|others)\b)"
)
"""Where what is told besides may begin."""
LOOKS_BACK = re.compile(r"(?:(?:That|This|So|These|Those|It|Such)\b|(?:\S+ ){1,6}\S+$)")
"""A sentence that may say of the one before it whose claim it is."""
COLOURED = AnyCase(
    r"^(?:an?|as|when) |\b(?:most|one of|unlike|drastic\w*|trusted|major|crucial|success\w*|historic\w*|rare(?:ly)?|powerful|strong\w*|weak\w*|close(?:ly|st)?"
    r"|import\w+|significan\w+|key|sweeping|massive|huge|dramatic\w*|sharp\w*|bitter\w*|fierce\w*|notabl\w+|instrumental|energetic|modern-day|occasionally"
    r"|long-\w+|hard-\w+|cautious\w*|simply|just|even|almost|nearly|certain|somehow|mysterious\w*|secret|secrets|secretly|thanks|heartbreak\w*|provocative|fraught|novel|complex|challeng\w+|typical\w*|serious\w*|while|although|though|despite|far)\b"
)
"""Words by which a line judges, though nobody is heard in it."""
TIMES = re.compile(
    r" ?\b(?:(?:[Oo]n |last |next )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last week|(?:this|last) year)\b"
)
"""When something was: a line is shown as one of a piece of news."""
LEANING = AnyCase(
    r"(?:he|she|it|they|we|i|you|his|her|its|their|our|my|this|that|these|those|such|there|here|one|some|another|both|but|and|so|or|yet|also|then"
    r"|however|meanwhile|instead|still|later|earlier|moreover|furthermore|secondly|in addition|in fact|for example|for instance|nevertheless|thus|therefore"
    r"|as a result|the (?:other|latter|former|second|first|third|same))\b"
)
"""What a line begins with that leans on the one before it."""
POINTING = AnyCase(
    r"\b(?:that (?:date|day|time|year|decision|case|law|bill|vote)|this|these|those|we|our|us|i|my|you|your|the (?:latter|former))\b"
)
"""What means something only where it stands."""
