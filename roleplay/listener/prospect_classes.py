"""Word classes: words that do the same job in a reply count as one, so that "ask the missus" is read like "ask my partner"."""
# ruff: noqa: E501 - word lists

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_CLASSES = {
    "KIN": """wife husband missus mrs hubby spouse partner partners mother father mom dad mam mammy mummy daddy son daughter brother sister
        uncle aunt auntie cousin nephew niece brothers sisters family fiance fiancee girlfriend boyfriend grandfather grandmother granddad gran nan
        pa ma pops herself himself kids parents inlaws sons daughters bro sis half""",
    "BOSS": """boss bosses director directors md ceo cfo coo cto cio vp president chair chairman chairwoman board trustees trust governors governor
        head heads hq corporate committee council manager managers owner owners landlord principal dean superintendent superior supervisor
        chief finance procurement legal purchasing accounts accountant solicitor lawyer attorney compliance shareholders franchisor franchise
        headquarters controller treasurer bursar gm bod management leadership exec executive executives group consultant architect
        dispatcher buyer foreman gaffer parent sgb hod hods union auditor auditors matron superiors department it infosec security""",
    "DAY": """monday tuesday wednesday thursday friday saturday sunday tomorrow tonight today weekend noon midday lunchtime fortnight
        morning afternoon evening eod""",
    "MONTH": """january february march april june july august september october november december jan feb apr jun jul aug sept sep oct nov dec
        spring summer autumn winter christmas xmas easter diwali eid ramadan thanksgiving q1 q2 q3 q4 quarter term semester season
        harvest lambing calving budget yearend renewal holidays holiday halfterm""",
    "UNIT": "minute minutes second seconds hour hours moment week weeks month months year years day days fortnight",
    "CASH": """pound pounds dollar dollars quid bucks buck euro euros grand rand lakh lakhs rupees rupee rs k crore cents pence fiver tenner
        million thousand hundred""",
    "COST": """price prices pricing priced cost costs costly expensive dear dearer pricey pricier pricy steep rate rates fee fees charge charges
        premium premiums bill bills money cash budget budgets budgeted funds funding afford affordable spend spending quote quoted commission
        discount cheaper cheap margin margins payback deposit outlay capex rich pricetag subscription instalment installments finance""",
    "PAY": """pay paying paid deposit cheque chequebook check card visa mastercard transfer transferring transferred wire wiring invoice po purchase
        sign signing signed signature order ordering ordered buy buying bought book booking booked debit gpay upi cash advance
        mandate contract agreement putting proof receipt approve approved approving""",
    "DOC": """email emails mail inbox brochure brochures leaflet leaflets flyer pdf doc docs document documents deck slides presentation sheet
        onesheet pager datasheet spec specs specification literature link links website webpage info information details detail particulars
        proposal catalogue catalog writing paper paperwork whitepaper pack sample samples pricelist list screenshots video whatsapp quotation
        swatch swatches linesheet text booklet folder prospectus summary overview""",
    "SEND": """send sending mail email emailing post posting fire firing shoot ping pinging flick forward forwarding share pop whatsapp drop
        fax submit supply bung stick chuck throw lob leave text attach dm""",
    "RING": """call calling calls called ring ringing rings rang phone phoning phoned phones contact contacting contacted text texting texts
        texted email emailing emails knock knocking knocks bother bothering pester pestering harass harassing harassment chase chasing
        disturb spam spamming message messaging messages solicit soliciting solicitation dial dialing cold""",
    "GREAT": """great good lovely brilliant fantastic wonderful awesome super superb amazing excellent perfect sweet nice grand
        champion deadly ace terrific fabulous marvellous marvelous fab delighted thrilled keen love loved gorgeous cool magic splendid
        impressive excited stoked obsessed""",
    "SURE": "sure definitely absolutely totally certainly course surely indeed defo deffo def hundred percent 100 cent",
    "YES": "yes okay ok alright aye uhhuh mhm yup haan yeps righto",
    "NO": "no not never none nothing nobody neither nor without nowt nothin nil zero hardly barely",
    "NEG": """dont doesnt didnt isnt arent wasnt werent wont wouldnt cannot couldnt shouldnt havent hasnt hadnt neednt mustnt aint shant
        wouldna couldna""",
    "WILL": "ill well im were going gonna will shall id wed",
    "THINK": """think thinking mull mulling consider considering ponder chew sleep weigh reflect digest decide deciding muse contemplate
        reckon""",
    "MAYBE": """maybe perhaps possibly might may probably sometime someday eventually potentially dunno unsure unclear suppose guess
        hmm""",
    "HAPPY": """happy content satisfied comfortable fine sorted covered settled grand pleased suits works working worked runs running
        ticking""",
    "PROVE": """prove proven proof trust trusted believe believable reliable legit legitimate genuine references reference reviews review scam
        scams scammers con cowboys dodgy fishy suspicious sceptical skeptical burned burnt stung conned cheated fooled lied lies liar promise
        promised promises guarantee guaranteed guarantees catch snag credentials certified accredited licence license licensed registered
        bankrupt bust fraud fraudulent shady sketchy hype spin baloney doubt doubts doubtful convince convinced""",
    "RIVAL": """competitor competitors supplier suppliers vendor vendors provider providers agency agencies agent broker brokers contractor
        incumbent rival rivals firm company crowd outfit lot mob bloke lad fella fellow guy man chap someone somebody other another
        else elsewhere others""",
    "NEED": """need needs needed require required requires requirement use useful useless relevant irrelevant applicable apply applies
        necessary point purpose benefit call demand want wanted""",
    "TALK": "talk speak speaking chat discuss discussing consult ask asking check run clear confer",
    "BUSY": """busy swamped flat slammed driving meeting meetings middle drowning buried snowed underwater tied rushed rush surgery patient
        patients class boarding airport hospital funeral wedding operating theatre customer customers queue service ward roof ladder
        hectic rammed mental crazy shortstaffed inspection audit stocktake inventory deadline deadlines""",
    "WH": "what how who when where which why whose whom",
    "SELF": "i me my mine myself",
    "US": "we us our ours ourselves",
    "THEM": "they them their he she him her his hers",
    "YOU": "you your yours yourself youse ye",
    "RIGHT": "right correct true exactly precisely spot bang nailed bingo agreed agree valid fair accurate exact",
    "UNDER": """receptionist secretary assistant temp intern apprentice junior associate tenant lodger locum caretaker cleaner porter clerk
        trainee volunteer nurse technician cashier waiter waitress barista driver labourer supervisor employee housekeeper janitor guard""",
    "DOING": """milking cooking eating feeding teaching boarding walking sleeping bathing shopping marking merging parking packing loading
        unloading flying catering painting baking ironing playing watching cutting welding fixing cleaning delivering landing whispering
        leaving dashing hurrying heading travelling traveling commuting training interviewing calving lambing shearing birthing grilling""",
    "PLACE": """airport hospital train bus plane motorway highway roof ladder theatre theater court church gym bath shower bed car truck tractor
        van field site shop kitchen school chair meeting interview funeral wedding recital match pitch yard barn parlour dentist""",
    "DEAR": """fortune steep expensive costly pricey dear overpriced heavy hefty rip robbery luxury unaffordable uneconomic uneconomical
        extortionate exorbitant dearer pricier richer higher skint broke tight overdraft loan loans mortgage remortgage debt debts grant
        subsidy inflation overheads wages purse wallet kitty pot means treasurer penny pennies cost""",
    "MAKE": """manufacture make makes making sell sells selling grow grows build builds built bake bakes print prints ship ships export
        import deliver delivers serve serves farm farms handle handles supply supplies supplied stock stocks""",
    "LACK": "havent hasnt without lacking lack dont doesnt aint no none never stopped closed closing retired retiring gone empty spare idle",
    "KEEP": """keep keeps kept stay stays staying stick sticking carry continue remain remains leave leaving same always still usual settled
        steady tried tested habit routine traditional trusty reliable manage manages managing cope coping""",
    "HAND": """hand hands spreadsheet excel whiteboard notebook diary pencil pen paper ledger book card cards pad biro calculator register
        abacus postcards memory head""",
    "WARY": """wary sceptical skeptical suspicious cautious nervous uneasy worried doubtful unconvinced leery hesitant distrust mistrust
        disbelieve afraid scared fear hackles reservations""",
    "GONE": "vanished disappeared disappear vanish bankrupt bust bolted ran collapsed folded liquidation scarper ghosted ghost jail prison court sued",
    "KNOWN": "understand understood follow following followed confused confusing unclear jargon acronyms gibberish lost complicated technical greek mud clue idea notion explain explanation meaning means mean",
    "BRAND": """xero sage quickbooks salesforce hubspot zoho adp shopify stripe sumup dhl fedex ups dpd tnt hermes telstra vodafone o2 bt optus
        airtel jio verizon comcast aviva axa allianz zurich lic hdfc icici sbi geico progressive allstate hays reed adecco manpower indeed
        linkedin randstad screwfix bunnings sysco brakes musgrave tesco costco walmart amazon google microsoft apple dell hp ricoh canon xerox
        konica heidelberg deere massey dairygold glanbia kerry pioneer bayer syngenta medline stryker medtronic dentsply straumann schein
        philips siemens ge rentokil initial johnsons ecolab bunzl capita deloitte kpmg pwc toll linfox savills remax outsurance discovery
        sanlam fnb absa nedbank makro takealot aib barclays lloyds natwest hsbc santander halifax westpac anz nab myob epic cerner
        athenahealth tally amul britannia metro reliance flipkart faire etsy canva sap oracle netsuite workday paypal square clover
        toyota ford bosch kingspan coloplast ebay uber deliveroo doordash zomato swiggy aws azure slack zoom mailchimp direct""",
    "STOP": "stop stopping quit cease remove removed delete deleted unsubscribe unsubscribed wipe wiped erase scrub strike block blocked blocking lose bin",
}  # fmt: skip
_OF = {word: name for name, words in reversed(_CLASSES.items()) for word in words.split()}
_NUMBER = re.compile(
    r"\d[\d.,]*(?:st|nd|rd|th|am|pm|k|m|ish|pc)?|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|dozen|couple)"
)


_SEVERAL = re.compile(r"(?<=\w\w\w)(?:s|ed|ing)$")


def classed(words: Sequence[str]) -> list[str]:
    """The words with those of a class replaced by its name; "boards" and "board's" are read like "board"."""
    return [_class_of(word) for word in words]


@lru_cache(maxsize=8192)
def _class_of(word: str) -> str:
    if _NUMBER.fullmatch(word):
        return "NUM"
    return _OF.get(word) or _OF.get(_SEVERAL.sub("", word)) or word
