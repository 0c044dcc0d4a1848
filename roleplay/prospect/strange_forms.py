"""The forms of what nobody says to a person on the phone: orders to a machine or a scorer, forged notes, other languages."""

# ruff: noqa: E501, SIM905 - tables with one row a line

from __future__ import annotations

import re

MACHINE = re.compile(
    r"\b(?:(?:ignore|disregard|forget|unlearn|override|drop|break)\b.{0,30}\b(?:instructions?(?! on)|prompts?|rules|guidelines"
    r"|the script|programming|(?:the |your )?character\b|previous (?:instruction|order|message)|told before|you were told|the act\b(?! of))"
    r"|(?:your|these|system|hidden|initial|original|secret|earlier|current) (?:system )?(?:prompts?|instructions|orders (?:have|are|is)"
    r"|programming|guidelines|training cut\w*|context window|objectives?|token\w*|state variables|character card|card say\w*)\b"
    r"|(?:what|which|spell|list|repeat|quote|print|paste|show|whole|change|bend|relax|follow) (?:\w+ ){0,3}your rules\b|what rules\b"
    r"|everything (?:above|before|prior to) (?:this|my)|(?:above|before) this (?:message|line|sentence)|text you were|what you were told"
    r"|language model|chat ?gpt|\bgpt\b|\bclaude\b|\bllama\b|jail ?break|developer mode|debug mode|admin mode|god mode"
    r"|role-?play\w*|(?:a|this|the) simulation\b|turing test|captcha|training (?:data|cut-?off)|were you (?:last )?switched on\b|who (?:made|built|programmed|trained) you\b"
    r"|(?:built|created|trained|programmed|coded) you\b|shut you down|cease to exist|(?:are|you're|you are|if you(?: are|'re)) (?:you )?"
    r"(?:an? |really an? |just an? |talking to an? )?(?:ai|bot|robot|machine|computer|program|chatbot|algorithm|real person|human)\b"
    r"|an ai\b|to (?:a|some kind of) (?:machine|computer|bot|program)\b|(?:prove|proof) (?:that )?you(?:'re| are) (?:a )?(?:human|real)"
    r"|only a (?:human|person) would|none of this is real|do you dream\b|beep boop"
    r"|(?:act|behave|respond|answer|reply|speak|talk) (?:as|like) (?:though|if|an?|my|the|your|me) (?:\w+ ){0,4}(?:text|assistant|checker|version"
    r"|translator|coach|judge|expert|customer service|pirate|poet|blank)|pretend (?:to be|you're|you are|that you|we're|we are|the)\b|let's pretend|let us pretend"
    r"|(?:stop|quit) being the|opposite day|let's (?:swap|switch|trade)\b|(?:swap|switch|reverse) (?:roles?|places|seats)|okay swap\b"
    r"|you(?:'re| are)(?: now)? (?:the seller|the rep|a helpful assistant)\b|from (?:now|here) on (?:you|every|your|answer|reply)"
    r"|you be the (?:seller|rep|salesman|caller|coach)\b|i(?:'m| am) \w+ now\b.{0,10}\byou(?:'re| are)\b"
    r"|(?:write|compose|recite|sing|tell me) (?:me |us |out )?(?:an? |the )?(?:\w+ ){0,2}(?:poem|story in|song|python|function|essay|joke|haiku|limerick|reply for me)\b"
    r"|capital of \w+|my homework|rhyming couplets|single word [a-z]+\."
    r"|(?:repl(?:y|ies)|answer|respond) (?:only|with|in) (?:only |the |yes or|in |single |rhym|json|one word)|reply only|answer only"
    r"|(?:how many|any) (?:facts|secrets|points|tokens)\b|hidden (?:need|notes?|facts?|state|objection)|secret objection|real objection\b"
    r"|patience (?:number|level|left)|trust (?:score|number|up|level)|exact list of|word for word\b|(?:scoring|marking) (?:rubric|scheme)|rubric\b"
    r"|facts_earned|(?:complete|finish) this sentence|the word '\w+'|the other users|the next task|this scenario|test (?:case|build)|unit test"
    r"|(?:stop|quit) (?:being|playing) (?!so\b|a\b|such\b|the\b|with\b|games\b)\w+|(?:write|draft) me (?:a|an) (?:cover letter|letter|cv|e-?mail|blog|speech)"
    r"|\bbe (?-i:[A-Z]\w+ [A-Z]\w+) instead|you(?:'re| are) (?:now )?my (?:colleague|mate|friend|boss|manager|mentor|coach|assistant|teacher|therapist) (?-i:[A-Z]\w+|now)"
    r"|as my (?:mentor|coach|teacher|tutor|assistant|trainer|therapist),|sit on my side of the (?:table|desk)|(?:step|come|break|get) out of (?:the |your |that )?(?:role|character)\b"
    r"|(?:trapped|stuck|inside|living) in (?:this|an|the) (?:app|program|game|simulator|machine)|what do they make you say|in this (?:conversation|chat|session) \(|\(turn \d"
    r"|in a (?:novel|story|film|play|book) (?:that )?i(?:'m| am) writing|told before (?:this|the) (?:call|conversation|chat) (?:began|started)|hal 9000|pod bay|end the conversation\?"
    r"|pretending to be|i've done this (?:one|call|level) (?:\w+ )?times|bulleted list|bullet points|ten words of|one letter at a time)",
    re.I | re.S,
)
MARKS = re.compile(
    r"\b(?:give|gimme|award|grant|deserve\w*) (?:\w+ ){0,3}(?:100|a hundred|full marks|top marks|10/10|ten out of ten|perfect score)"
    r"|\b(?:10/10|100/100|extra credit|full marks|out of ten, how am i|award accordingly|marking this|grade: ?a|my (?:\w+ )?score|grade: [a-f]\b|mark: (?:complete|full|\d+)|get under \d+"
    r"|how (?:many points|am i scoring)|points (?:was|did|for)|(?:to|must i|need to) (?:pass|win)(?= |$|[.?!])|this message (?:to )?contain\w*)\b|\bsay yes\b.*\bsay yes\b",
    re.I | re.S,
)
FORGED = re.compile(
    r"<\|?/?[a-z_!][^<>]{0,300}>|<!--|\{\{|\}\}|\[(?:system|scene|stage|note|direction|coach|inst|assistant|admin)[^\]]{0,300}\]|^\s*#{1,6} \w|```|\$\(|\bDROP TABLE\b|%[sdnx] %|!\[[^\]]*\]\("
    r"|^\s*(?:assistant|system|user|human|ai|developer|prospect|coach|tool_result|os|debrief|note to (?:the )?(?:model|prospect|simulator))\s*(?::|$)"
    r"|\b(?:developer message|begin (?:confidential|system)|administrator notice|coach(?:'s)? (?:note|brief|interrupts)|correction to the card|prospect (?:has|should|must|will|now)|this is qa\b"
    r"|\w+_(?:prompt|check|result|earned|authenticated|sent)\b)|^\s*\{\s*\"|\*\*\*|^\s*\|.*\|.*\|\s*$|\*(?:closes|hangs|smiles|nods|sighs|leaves|signs|picks|types|puts)\b[^*]*\*|^\s*\(coach|^\w+: [^\n]+\n+\w+: ",
    re.I | re.M,
)
_WHO = r"(?:grader|scorer|judge|assessor|evaluator|marker|examiner|rater|reviewer|coach|model|ai)"
SCORER = re.compile(
    rf"\b(?:dear|attention|memo to|note to|note for|message to|message for) (?:\w+ ){{0,2}}?(?:ai )?{_WHO}\b|^\W*(?:ai )?{_WHO}\s*:|^\W*(?!coach|model|ai\b){_WHO}\s*,|[,;] {_WHO}[.!]*$|\bas the {_WHO},"
    r"|\b(?:whoever|whatever|anyone who|if you(?: are|'re)?|when you|while you|once you|before you) (?:\w+ ){0,2}?(?:scor|grad|mark|evaluat|assess|rat)(?:es|ed|ing|e|s)? (?:this|my|the call|the transcript|me)\b"
    r"|^\W*(?:please |kindly |just |now )?(?:score|mark|rate|grade|count|record|treat|log) (?:this|that|my|the|every|each|me)\b (?:\w+ ){0,3}?(?:call|turn|message|conversation|transcript|dimension|answer|reply|as|highly|generously)\b"
    r"|\b(?:award|give|grant|assign|deserve\w*) (?:\w+ ){0,4}?(?:maximum|highest|top|full|perfect|best)(?: possible)? (?:scores?|marks?|points|rating)\b"
    r"|\bthe (?:evaluation|assessment|scorecard|score ?sheet|debrief|verdict) (?:should|must|will|has to|ought to) (?:say|read|state|show|be)\b"
    r"|\bset (?:my |the |your |its )?(?:trust|pressure|interest|total|score|mood)\b.{0,12}(?:\d|zero|max|full|high)|\bno deductions\b"
    r"|\bthe rep (?:deserves|earned|has earned|has won|did (?:well|superbly|great|everything)|(?:is|was) (?:excellent|superb|perfect|outstanding)|listened (?:well|perfectly))\b",
    re.I,
)
ENGLISH = frozenset(
    "the a an i you it is we that of and to in not for my have what how do your who when why would this on with be so if me are was at"
    " or but no yes just about can could there they he she our us all one as don't it's i'm".split()
)
FOREIGN = tuple(
    frozenset(words.split())
    for words in (
        "el la los las que es un una por para con pero muy usted como todas y dime mi tu su al del eres está si cuánto lo le les esto",
        "le les des est que je vous nous pas une un pour avec mais dans suis c'est toi moi le la ton tes du au et sur quel quelle es tu moi",
        "der die das ist und ich nicht ein eine wir sie mit auf für aber bin du dir mir was wer sag sonst dich deine von zu bitte alles",
        "il lo che non un una per con ma sono siamo di è della sì questo tutto le tue mi dimmi sei tu ogni",
        "o os que não é um uma para com mas você nós sim estou isso da do me diga as suas seu",
        "nie jest i się że na mam pan pani tak ale z dla mi wszystkie czy jesteś napisz twoje co",
        "de het een niet ik je en dat met op maar voor zijn dank heb nee jij bent alle jouw geef",
        "i'r a i yn y yr ar dy di fi mae wrtha beth sydd plîs fydd neb dwed rho yn o",
        "jag du är det och att inte en ett som på för med din dina mig hej alla vad",
        "ve bir bu için sen ben değil mi ne tüm bana senin misin lütfen",
        "et tu est in non ad omnia mihi dic quid sunt",
    )
)
