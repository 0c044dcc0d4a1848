"""Cues of questions: what an answer of yes or no would do for the prospect."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from roleplay.listener.cue import Cue, table
from roleplay.model import Move

ASKING: tuple[Cue, ...] = (
    *table(Move.NO_ORIENTED, "asks whether the moment is wrong, and no keeps them in control", [
        r"(?:bad|wrong|awkward|terrible|awful|rotten|crazy|rubbish|inconvenient|poor|worst)(?: possible)? (?:time|moment|day|hour)",
        r"(?:in|at|on) the middle of|caught? you|catch you|catching you|interrupting|disturbing|mid (?:something|job|meal)|pull(?:ing)? you (?:away|off)",
        r"(?:too )?(?:early|late) (?:to|for)|messing up|holding you up|at a bad",
    ]),
    *table(Move.NO_ORIENTED, "asks whether they gave it up, and no denies it", [
        r"(?:have|has|did|are) (?:you|they|ye|we)?GAP (?:given|give|gave) up|given up (?:on|getting|trying)|(?:thrown|throw) in the towel",
        r"(?:shelved?|binned|abandoned?|dropped|scrapped|ditched|parked|killed|written off|walked away|gone cold|off the table|dead in the water"
        r"|kicked? into touch|lost cause|dead and buried|on ice|gave up|called off|put to bed|dead duck)",
        r"(?:is|are|has|have|was)GAP (?:dead|over|finished|shelved|parked|gone|binned|shut) ?(?:for good|altogether|completely|now|then)?",
    ]),
    *table(Move.NO_ORIENTED, "asks whether it is too much, and no costs them nothing", [
        r"(?:would|is|am|was|does|sound|seem|be) (?:it|i|that|this|we)?GAP ?(?:ridiculous|crazy|mad|absurd|daft|insane|silly|nuts|off base|far off|off the mark"
        r"|wide of the mark|out of line|out of order|unfair|unreasonable|inappropriate|presumptuous|cheeky|rude|impertinent|foolish|stupid|bonkers|mental"
        r"|outlandish|premature|a stretch|pushing it|overstepping|barking up|way off|nosy|forward|bold|wrong|mistaken|over the top|unthinkable|off limits|a step too far)",
        r"(?:would|is|was) (?:it|that|this) ?(?:be )?GAP ?(?:terrible|bad|awful|rotten|dreadful|mad|poor) (?:idea|thing|shout|plan|call)",
        r"out of the question|am i wrong|am i mad|am i off|have i (?:lost|confused|missed|got|misread|misunderstood|overstepped|put)|did (?:i|we) (?:lose|misread|miss|make a)"
        r"|wrong end of the stick|wrong tree|(?:is|would)GAP (?:a|too big a|too much of a) (?:stretch|push|ask|imposition|liberty|leap)",
    ]),
    *table(Move.NO_ORIENTED, "asks whether they are against it, and no leaves them free", [
        r"(?:are|would|were) (?:you|your \w+|they|he|she|anyone|anybody)GAP (?:against|opposed|averse|allergic|reluctant|offended|upset|annoyed|put out|object|resent|hate it|mind)",
        r"do(?:es)? (?:you|it|anyone|anybody|he|she|they|your \w+) (?:mind|object|have any objection)|any objections? (?:to|if)|(?:would|do) you mind if|mind if i",
        r"would (?:it|that|this)GAP (?:hurt|harm|bother|annoy|offend|upset|be a problem|be a nuisance|be a bother|be a headache|be a pain|be a hassle|be an issue"
        r"|put you out|cause|be any harm|be trouble|kill|be too much|be a big|do any harm|scare|step on|put anyone)",
        r"(?:tread|treading|step|stepping) on (?:\w+ )?toes|dead against|totally against|(?:is|are) there any harm|would there be any harm|any harm in|frowned",
    ]),
    *table(Move.NO_ORIENTED, "offers to stop, and no lets you go on", [
        r"(?:should|shall|will|do you want me to|would you rather i|want me to|would you prefer (?:me to|if i|i)) ?i?GAP (?:leave (?:you|this|it)|stop|drop (?:it|this|the)|close (?:the|your|this)"
        r"|go away|back off|hang up|let you go|shut up|bow out|forget|take (?:the|a) hint|clear off|pack it in|cross you off|strike)",
        r"(?:is|are) (?:it|this|that|we) (?:all )?(?:a )?(?:waste|wasting|too|hopeless|beyond|pointless)",
    ]),
    *table(Move.YES_SEEKING, "asks for a yes", [
        r"^(?:\w+ )?(?:do|does|did|are|is|am|was|were|can|could|would|will|have|has|may|might|shall) (?:you|we|i|this|that|it|your|the|he|she|they|there|ye)",
        r"(?:would|do|might) (?:you|your \w+)GAP (?:be )?(?:interested|open to|like to|like a|care to|want (?:to|a)|be keen|be willing|be receptive|be up for|find \w+ useful|benefit)",
        r"(?:are you|you) (?:interested|open|keen|happy with|the (?:one|person|right|owner|decision))|up for (?:a|it)|fancy (?:a|it)|you want (?:to )?(?:see|try|a)",
        r"(?:is|good|okay|right|convenient|better) (?:now|this|it)?GAP ?(?:good|okay|alright|convenient|right|better) (?:time|moment)|(?:good|ok|okay|right|convenient) time (?:to|for)",
        r"(?:have|got|do you have|you got|have you got|can i have|spare|can i steal) (?:a |you a |you )?(?:minute|moment|second|quick|time|few)|quick word|make sense (?:to|for)",
        r"(?:can|could|may|shall) (?:i|we) (?:just )?(?:send|get|put|ask|come|pop|show|have|arrange|set|book|grab|confirm|tell|count)|(?:is|am i) (?:that|this|speaking)",
        r"(?:would|is|are|does|do|will|can)GAP (?:okay|alright|all right|fine|good|helpful|useful|of use|of help|interested|open|keen|happy|willing|able|worth|better|easier|convenient|possible|free|available|comfortable|ready|right)(?: if| to| for| with)?",
        r"(?:is|am|are) (?:that|this|it|i|you|your \w+|\w+) (?:\w+ in|in today|you that|you who|the same|still|working out|speaking)|did (?:they|he|she|it|the \w+|your \w+)|(?:do|does) (?:they|he|she|it|the \w+|your \w+)|have you (?:a|an|any|got)|will you|chance to (?:look|read|review|see|think)|keen to|happy for me|(?:you )?still (?:with|on|using|at|doing)",
        r"did you (?:get|see|receive|have|know|manage)|have you (?:heard|ever|got|seen|had|considered|thought)|can (?:you|we) count on|(?:would|will) (?:it|that) (?:be )?(?:help|useful|of use|of interest|make sense)",
    ]),
    *table(Move.TIE_DOWN, "hangs a tag on your own claim to collect a yes", [
        r"(?:isnt|wouldnt|dont|doesnt|cannot|arent|wasnt|werent|havent|hasnt|couldnt|wont|shouldnt|didnt|aint|mustnt) (?:it|you|they|he|she|we|that|there|i)$",
        r"(?:do|does|can|would|could|will|is|are|has|have|did) (?:they|it|you|we|he|she|anyone|there|i)$",
        r"(?:right|correct|agreed|eh|no|na|yes|hey|abi|true|fair|make sense|makes sense|am i right|or what|is it not|would you not|isnt that so|you know|understand) ?(?:sir|maam|mate|boss|doctor)?$",
    ]),
    *table(Move.TIE_DOWN, "asks for agreement with your own claim", [
        r"(?:wouldnt|wouldn|dont|doesnt|isnt|cannot|arent|shouldnt|would|surely|wont|you will|you would) (?:you|it|that|we|anyone|they) (?:not )?(?:agree|think|say|rather|love|prefer|want|see|better|like|admit|accept|be)",
        r"(?:youd|you would|you will|you|youll|ill) (?:surely |all |have to |got to |must )?(?:agree|admit|accept)|cannot argue with|no brainer|stands to reason|(?:only|just) makes sense|common sense"
        r"|who (?:would|wouldnt|will|doesnt|does)|nobody (?:wants|likes)|everyone(?: wants| likes)?|everybody (?:wants|likes)|anyone can see|we can (?:both|all) agree|i think we agree|same page",
        r"^(?:so |and |but |well |now )?(?:isnt|wouldnt|dont|doesnt|arent|cannot|shouldnt|hasnt|havent) (?:it|you|that|the|this|your|we|having|a)|you want (?:your|the best|clear|a)|youd (?:want|love|rather|like|feel|hate)",
    ]),
    *table(Move.CALIBRATED, "asks an open how or what, which makes them do the thinking", [
        r"^(?:and |so |but |right |okay |well |then |now |just |yes |no |in |with |from |for |to |on |if )*(?:how|what) (?!many|much|long|old|time|about you|are you|have you been|is your name|if)",
        r"(?:how|what)(?: would| does| do| is| are| did| was| were| will| has| have| happens?| else| kind| part| bit| made| makes| led| tends?| exactly| might| could| usually| becomes?| criteria| changed)",
        r"(?:walk|talk) me through|help me understand|tell me (?:about|more|how|what|a bit|where|who)|describe|give me (?:a|an) (?:idea|sense|picture|feel)|paint me|take me through|show me (?:how|what)",
        r"how am i (?:supposed|meant|expected)|what would (?:need|have|it|you|make|a|be|change|happen|that)|what happens (?:if|when|to|next)|how do(?:es)? (?:you|your|the|that|it|they|a|things)|what is (?:it|the|stopping|behind|important|at)",
        r"(?:where|who|when|which) (?:does|do|is|did|would|else|exactly|gets|feels|in the|along|on|bit|part|over|normally)|what (?:all )?(?:is|goes) (?:happening|on|wrong)|how (?:will|would|might) (?:you|we|that|it)",
    ]),
    *table(Move.WHY, "asks why, so that they have to justify themselves", [
        r"^(?:\w+ ){0,6}?(?:why|how come|for what reason)|why (?:not|is|are|do|did|dont|didnt|wont|would|havent|hasnt|was|isnt|has|that|the|you|only|on earth)|why$|how come",
        r"(?:what|is there|the|any particular|for what|whats) (?:is |was |are )?(?:the |your |a |any |particular )?(?:reason|reasons|thinking|logic|rationale|story) (?:for|behind|you|was|is|it|there|nobody|that|why)",
        r"what (?:are|do|did|is|has) (?:you|they|he|she|it|ye)GAP (?:for|that for)$|what (?:made|possessed|made all) (?:you|ye|them|it)|reason (?:behind|for|you|its)|on what grounds|what (?:have|did) we (?:done|do) wrong",
    ]),
    *table(Move.PERMISSION, "asks for a short slot and hands over the decision", [
        r"NUM (?:\w+ )?UNIT",
        r"(?:then|after(?: that| which)?|and|so|if|or|you) (?:you|its|it is|the|tell|just|can|i|we|ill|im)GAP (?:decide|choose|tell me|hang up|say (?:no|stop|go|yes)|your call|your choice|pick|rule|judge|cut|end the call|put (?:me|the phone) down|go away|gone"
        r"|call it|up to you|boot|chase|pull the plug|get lost|hop it|where to go|show me the door|be rude)",
        r"(?:its|it is|this is|its a|is) (?:a |an |as )?(?:cold|sales|unsolicited|out of the blue|pure cold|proper cold)(?: call| inquiry)?|cold call(?:er|ing)?|cold as|cold one|out of the blue|you dont know me|(?:we havent|weve never|never|we have not|weve not) met"
        r"|(?:werent|not|wasnt) expecting|dont know (?:me|us|you from)|(?:nobody|you) (?:booked|asked for|ordered) this|complete stranger|total stranger|im a stranger|rang? without warning|unannounced|no appointment|without an appointment",
        r"(?:can|could|may|might|will you|would you|mind|let me|give me|gives me|ill take|i need|spare me|allow(?: me)?|lend me|grant me|borrow|take|have) (?:i |me |you )?(?:just |only |have |take |get |borrow |say |a |say my )*(?:NUM) (?:\w+ )?UNIT",
        r"hang up|put the phone (?:down|up)|cut the call|send me packing|tell me to (?:go|get|hop|sling|clear|jog)|fair enough\?|is that (?:fair|okay|alright|a deal)$|deal$|your (?:call|shout|choice|decision)|up to you|you decide|you choose",
    ]),
    *table(Move.OTHER, "offers two answers to choose from", [
        r"(?:is|was) (?:it|that|this)FAR or (?:is |was |more |just |have |has |do |are |did |would |simply |because |the |its |it |that |maybe |something )*(?:\w+)",
        r"(?:because|due to|down to|about|more of|more)FAR or (?:because|is|more|about|the|just|due)|which (?:is|one|of|way)|(?:a|an|the) \w+ (?:thing|question|problem|matter|issue) or (?:a|an|the|more)",
        r"(?:are|do|did|would|have|does|has) (?:you|they|he|she|it|we)FAR or (?:is|are|do|did|would|have|has|more|just|rather)|or (?:ever|at all|for good|anyone|something else|is it|more|just not|are you|have you|simply)",
    ]),
    *table(Move.OTHER, "leaves them a choice of two reasons", [
        r"\w+ or (?!not$|so$|anything$|something$|else$|later$)(?:\w+ ){0,8}?\w+$",
        r"(?:no|not|too|slow|money|price|cost|time|fees?|now) (?:\w+ ){0,6}?or (?:\w+ ){0,7}?\w+$",
        r"(?:call it|say) (?:\w+ ){0,8}?or (?:\w+ ){0,8}?\w+$",
    ]),
    *table(Move.OTHER, "asks a plain fact", [
        r"how (?:many|much|long|old|far|often|big|soon|do you spell|is that spelt|is that spelled)|what (?:time|number|date|day|year|month|size|colour|color|address|email|postcode|model|make|name|is your (?:name|number|email|address|postcode|extension|role))",
        r"^(?:and |so |okay |sorry |right )*(?:who|when|where|which) |spell(?:ing|ed|t)?|can you hear|hear me|extension|postcode|reference|email address|phone number|account number|which (?:site|branch|one|day|office|area)|with an? \w$|one l or two",
    ]),
)  # fmt: skip
