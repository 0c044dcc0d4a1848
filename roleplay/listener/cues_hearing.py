"""Cues of listening: naming, restating, owning up, and letting go."""
# ruff: noqa: E501 - a table with one row a line

from __future__ import annotations

from roleplay.listener.cue import Cue, table
from roleplay.model import Move

HEARING: tuple[Cue, ...] = (
    *table(Move.LABEL, "names what lies behind their words, and stops", [
        r"(?:it |that |this |there )?(?:sounds?|seems?|looks?|feels?|appears?)(?: to me| very much| almost| a bit| kind of)* (?:like|as if|as though|that|to be|theres|there is|youre|you|very|pretty|hard)",
        r"(?:i get the|im getting the|get a) (?:sense|feeling|impression)|comes across (?:as|like)|you (?:sound|seem|look|come across|feel|appear)|youre (?:sounding|feeling)|from what you say|reads like|strikes me",
        r"(?:there is|theres|there) (?:\w+ )?(?:a |an |some |bit |lot |sort |kind |of |real |clear |certain |evidently |clearly |obviously )*(?:concern|worry|fear|doubt|hesitation|reluctance|history|loyalty|pride|frustration|tension|pressure|dread|nervousness|embarrassment|unease|caution|mistrust|trust|resentment|fatigue|guilt|relief|anger|hurt|sadness|tiredness|wariness|ground|sting)",
        r"(?:sounds?|seems?|looks?|feels?) (?:like|as if|as though|that)?GAP (?:you|youre|youve|your|they|there|someone|somebody|nobody|he|she|the last|its|it)",
    ]),
    *table(Move.LABEL, "says what they feel, as a statement about them", [
        r"(?:youre|you are|youve been|you feel|you felt|you sound|you|youd) (?:\w+ )?(?:torn|frustrated|worried|nervous|scared|tired|fed up|annoyed|angry|stuck|burned|burnt|wary|cautious|skeptical|sceptical|unsure|proud|protective|embarrassed|let down|caught|stretched|on the fence|overwhelmed|disappointed|reluctant|convinced|under pressure|anxious|attached|exhausted|afraid|uneasy|hesitant|lonely|sore)",
        r"hard to (?:trust|believe|see|let|say|imagine)|(?:someone|somebody|they|people|nobody|too many people)GAP (?:let you down|promised you|forgot|listened|asked|burned you|burnt you)|got (?:forgotten|burned|burnt|left)|you(?:d| would)? (?:rather not|dont want to be the|dont trust|want to be sure|need to be sure|feel)|something (?:is not|isnt|about this|else)|left a scar|mean(?:s)? a lot|matters? (?:more|a lot)",
    ]),
    *table(Move.SUMMARY, "gives their own story back to be checked", [
        r"(?:so |okay |right |and )*(?:let me|can i|ill|i want to|may i|just to) (?:just )?(?:make sure|check|see if|get this|play (?:that|it|this) back|say (?:it|that) back|recap|summarize|run (?:it|that|this) back|repeat|sum|be sure|read|put it|get it|understand|make certain)",
        r"(?:what im|what i am|what i|im|if i) (?:hearing|hear|heard|followed|understand|understood|have|gather|picked up)|you(?:re| are)? (?:said|saying|told me|mentioned|have told)|so what (?:you|youve|you have|youre) |to (?:summarize|recap|sum up|sum)|in (?:brief|short|a nutshell|other words)|so basically|from what (?:youve|you have)",
        r"(?:have i|did i|do i|is that|am i|that|anything|tell me|correct me|please correct)GAP (?:got (?:it|that|this|all)|get (?:it|that|this)|have it|right|missed|it|close|tracking|far off|fair|size of it|the size|wrong|the position|the gist|about right|the shape|straight|misstated|left out)$",
        r"(?:youve|you have|youre|you are|you|your|its|it is|theyve|they|hes|shes|he|she|the)FAR (?:and|but|so|while|because|then)FAR (?:and|but|so|which means|while|because|then) (?:you|youre|youve|your|its|it|nobody|now|that|the|they|he|she)",
    ]),
    *table(Move.AUDIT, "says the bad thing they may think of you before they do", [
        r"you (?:\w+ )?(?:probably|likely|may|might|must|could|will|would|surely|prob|well|going to|are going to|maybe) (?:well |even |also |be |have |already |be going to |just |also )*(?:think|thinking|feel|feeling|say|saying|hate|figure|wonder|wondering|believe|see|regard|suspect|assume|call|groan|expect|consider|feels|roll|rolling|sick|tempted|wishing|of the opinion|forgiven|angry|annoyed|cross|hang)",
        r"(?:you|youre|youll|youd|youve|you will|you are)GAP (?:think|thinking|say|thought|figure|reckon|groan|hate me|hate us|suspect|be thinking|be wondering|be angry|roll(?:ing)? your eyes|be forgiven|be sick|be within your rights|entitled to|lump me|be tempted)",
        r"(?:this|it|that|im about to|what im|to you itll|itll|it will|its|i)GAP (?:going to|will|may|might|must|is going to|must) (?:sound|seem|feel|look|come across|come off|appear|strike)|(?:sound|sounds|come across|come off|seem|looks?|feels?) (?:like )?(?:as )?(?:greedy|cheeky|pushy|ironic|mad|a bit|another|just another|presumptuous|odd|rude|every other|begging|too good|the same)",
        r"(?:no doubt|i suspect|i expect|i imagine|id imagine|id guess|id say|im guessing|i bet|bet|pretty sure|there is a fair chance|in your (?:mind|shoes)|to you|in your eyes|i can (?:guess|imagine)) (?:\w+ ){0,3}?(?:you|youre|youve|i|im|i am|we|ill|what|this|itll|it)",
        r"every (?:right|reason) (?:to|not to)|who could blame you|another one (?:of|taking|with)|not (?:this one|him|her|them|the \w+ man) again|how (?:this|it|that) looks|im aware of|ill admit|i admit|ive a cheek|neck|(?:this|it|that) (?:may|might|must|has to|will) (?:have )?(?:felt|feel|look|sound|seem|come across)|you may (?:well )?(?:feel|regard|think|see|be)|let me say it before|ive said it|possible you see",
        r"last thing (?:you|anyone|anybody|you want|on)|(?:i know|i realize|im aware|i appreciate|i do realize) (?:im|i am|this|that|it|youre|you|how|were|we)|pushy|another (?:sales|vendor|rep)|got some nerve|some nerve|have a (?:cheek|nerve)|(?:im|i am|were|we) (?:just |only )?(?:here|calling|ringing|after|only) (?:to|for|because) (?:your|you|the|sell)|wouldnt blame you|i dont blame you|dont trust (?:me|us)|who (?:do|does) (?:i|he|she|this)",
    ]),
    *table(Move.EMPATHY, "acknowledges how it is for them, and adds nothing", [
        r"(?:so |very |really |truly |heart |awfully )*sorry (?:to hear|for your|about|that|you|for you|its|it)|sorry for|im so sorry|im sorry",
        r"(?:thats|that is|that|what a|how|must be|must have been|sounds|oh|its|it is) (?:\w+ )?(?:rotten|awful|rough|tough|brutal|hard|horrible|terrible|cruel|heartbreaking|exhausting|frustrating|a lot|maddening|grim|miserable|unfair|infuriating|sad|dreadful|hell|nightmare|shame|stressful|a sin|annoying|scary|painful|not easy|a blow|the worst)",
        r"(?:fair enough|makes sense|totally understand|i get it|i get that|i hear you|i understand|completely fine|completely understand|thats fair|fair play|cannot blame|dont blame|no wonder|quite right|perfectly reasonable|understandable|i can imagine|i can only imagine|i can see why|i feel for you|i respect that|can respect|no need to apologize|none taken|of course you|any(?:one|body) would|so would i|id be|id have|i would be|i would have|same here|me too|been there|im with you|cannot have been easy|cannot be easy|that makes two)",
        r"take (?:your time|whatever time|all the time|care)|mind yourself|hang in there|thinking of you|poor (?:you|thing|man|woman|devil)|god love|bless you|gutted for|praying|hope (?:everyone|you|he|she|it|they|your)|good on you|fair dues|you(?:ve| have) every right|wouldnt wish|every right to|no shame|nobody should|id want to|drive (?:me|anyone) (?:mad|up)|what a (?:thing|day|week|mess|year)",
    ]),
    *table(Move.EXIT, "lets them go and closes the call", [
        r"(?:ill|i will|let me|i shall|im going to|were|we will|well|ill just) (?:\w+ )?(?:leave (?:you|it|ye|them)|let you (?:go|get)|get off|be off|be going|go now|hang up|ring off|say (?:goodbye|cheerio)|bow out|stop (?:calling|ringing|emailing|there)|get out of|take you off|remove|cross you|not (?:call|ring|bother|keep|trouble|disturb)|wont|get out|put the phone down|close (?:my|your|the) file|strike|scratch|step (?:back|away|aside)|make myself scarce)",
        r"(?:bye|goodbye|cheerio|ta ta|all the best|good luck|best of luck|take care|mind yourself|have a (?:good|great|lovely|nice|grand)|enjoy (?:the|your|it)|safe home|cheers for|slan|so long|good day|wish you (?:well|all|the best|every)|god bless|over and out|no hard feelings)",
        r"(?:wont|will not|shall not|shant|not going to|never|no longer|dont) (?:be )?(?:\w+ )?(?:bother|bothering|trouble|call|calling|ring|ringing|pester|disturb|hear from|waste|keep|chase|contact|hold you)|off (?:my|our|the) (?:list|sheet)|removed?|removing you|taking you off|you(?:ll| will) (?:not|no|wont) hear|no more (?:calls|emails)|number (?:is )?coming off|do not call list",
        r"thank(?:s| you)(?: very much| so much| a mill| a million| kindly)? for (?:your time|picking up|hearing|letting|being|telling|the|taking|having|listening|your|updating|straight)|(?:if|should|when|until|unless)FAR (?:change|changes|changed|comes? up|ever|you know where|give (?:me|us) a|im (?:here|an|one)|shout|think of (?:me|us)|door)|you know where (?:i|to|we)|no (?:worries|bother|problem|problem at all|bother at all|stress|harm done)|then (?:you dont|thats that|that is that|im)|right call|dont need me|ill stop",
    ]),
)  # fmt: skip
