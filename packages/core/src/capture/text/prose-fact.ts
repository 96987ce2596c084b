/**
 * Facts inside running text: the referrer, parents, handles, references, dates, and the law that it names. Each is
 * offered with the place it was read from, and starts as left.
 */
import type { FieldPath } from '../field/field-path.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { DATE, EMAIL, NAME, PHONE } from '../read/text-pattern.js';
import { type TextFact, withoutOverlap } from './text-fact.js';
import { handlesInText } from './text-handles.js';
import { everyMatch } from './text-match.js';
import { isPersonsName, peopleInText } from './text-people.js';

const DATES = new RegExp(`\\b${DATE}\\b`, 'gi');
const BIRTH = new RegExp(
  `(?:\\bdob|\\bd\\.o\\.b\\.?|\\bdate of birth|\\bborn|\\bb\\.)[\\s:(]*(?:on )?(${DATE})`,
  'gi',
);
/** Words just before a date that is not an incident's: that of the referral itself, or of birth. */
const NOT_INCIDENT =
  /(?:\b(?:referred|ref)\b[^.\n\d]{0,60}|\breceived|\bdob|\bborn)[\s:(]*(?:on )?$/i;

/** Words before a date of something done about the event, or before it. */
const OTHER_DAY =
  /\b(?:visit(?:ed)?|attended|appointment|meeting|met|booked|rang|spoke|phoned|interview(?:ed)?|signed|removed|closed|reviewed|told|informed|reported|complained|disclosed|created|amended|updated|opened|printed|modified|recorded|logged in|edited|see him|see her)\b[^.;\n]{0,70}$/i;

const SECTION = String.raw`\d{1,2}[A-Z]{0,2}(?:\s?(?:,|and|&|\/)\s?(?:ss?\.?\s?)?\d{1,2}[A-Z]{0,2}\b)*`;
const ACT = '(?:Computer Misuse Act(?: 1990)?|CMA(?: 1990)?)';
const ACT_NAME = /computer misuse act|cma/i;
const LAW = new RegExp(
  `\\b(?:(?:sections?|ss?\\.?)\\s?${SECTION}\\s(?:of\\s(?:the\\s)?)?${ACT}|${ACT},?\\s\\(?(?:sections?|ss?\\.?)\\s?${SECTION}\\)?)`,
  'gi',
);

const REFERENCE =
  /\b(?:ref|reference|(?:log|crime|incident|occurrence|case|report) (?:number|no\.?|ref|reference)|urn)(?: (?:number|no\.?))?(?: is)?\s*[:#]?\s+([A-Z0-9](?:[A-Z0-9]*[/-])*[A-Z0-9]*\d[A-Z0-9]*(?:[/-][A-Z0-9]+)*)\b/gi;
const NATIONAL = new RegExp(
  `\\b(?:${dictionary.nationalPrefixes.join('|')})[-/][A-Z0-9]+(?:[-/][A-Z0-9]+)*\\b`,
  'g',
);

/** The person that the text is about, if it says so outright. */
const SUBJECT = new RegExp(
  `\\b(?:refer|referring|referral (?:for|of)|concerns? (?:about|regarding|for)|worried about|regarding)\\s+(?:(?:our|a|one of our|the)\\s+)?(?:(?:pupil|student|young person|child|learner)s?,?\\s+)?(${NAME})`,
  'gu',
);
const BORN = new RegExp(
  `(${NAME}),?\\s*\\(?\\s*(?:born|DOB|dob|D\\.O\\.B|d\\.o\\.b|b\\.|aged)\\b`,
  'gu',
);
const BIRTH_WORD = /born|dob|b\.|aged/i;
const LIVES =
  /\b(?:lives?|living|resides?|residing|home address is|address is|address:)\s+(?:at\s+)?([^\n;]{4,120}?\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b)/g;
const ATTENDS =
  /\b(?:pupil|student|learner|attends|enrolled|Year \d{1,2}(?: here)?|studying)\b(?:\s+(?:here\s+)?(?:at|of))?\s+((?:[A-Z][\p{L}’'.-]*\s+){1,4}(?:School|Academy|College|University|Grammar|High|Sixth Form))\b/gu;

const OWN = new RegExp(
  `\\b(?:his|her|their|own|\\p{L}+['’]s) (?:own )?(?:mobile|phone|telephone|number|e-?mail)(?: (?:number|address))?(?: is)?[\\s:]+(?:(${PHONE})|(${EMAIL}))`,
  'giu',
);
/** Words in which a writer gives a number to call; in a message the writer is the referrer. */
const WRITERS = new RegExp(
  `\\b(?:(?:call|ring|phone|text|contact|reach|get|speak to|talk to) me(?: back| direct(?:ly)?)?|(?:happy|glad|free|available) to (?:talk|speak|discuss|chat|help)|I (?:can be (?:reached|contacted|found)|am available)|my (?:own |work |direct |mobile |office )?(?:number|phone|mobile|line|tel|telephone|extension))\\b[^.;\\n\\d]{0,40}?(?:\\b(?:on|at|is)\\b|:)\\s*(${PHONE})`,
  'gi',
);
const NUMBERS = new RegExp(PHONE, 'g');
const ADDRESSES = new RegExp(EMAIL, 'gi');
/** A network address, with the time and zone that give it meaning. */
const NETWORK =
  /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b(?:[^.\n\d]{0,12}\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[ T]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|UTC|GMT|BST|[+-]\d\d:?\d\d))?)?/g;
const WALLET =
  /\b(?:bc1[02-9ac-hj-np-z]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40})\b/g;

/** Most letters searched; the rest of a longer text is left. */
const MOST_LETTERS = 50_000;
const MOST_FACTS = 60;

/** Facts that a text mentions, in its order, none within another. */
export function factsInText(whole: string): readonly TextFact[] {
  const text = whole.slice(0, MOST_LETTERS);
  // Most texts lack a character that most patterns need: testing for that is fast, while a pattern looks everywhere.
  const hasFigure = /\d/.test(text);
  const numbers = hasFigure ? all(text, NUMBERS, undefined) : [];
  const addresses = text.includes('@') ? all(text, ADDRESSES, undefined) : [];
  const isReached = numbers.length > 0 || addresses.length > 0;
  const figures = (pattern: RegExp, path: PathOf): readonly TextFact[] =>
    hasFigure ? all(text, pattern, path) : [];
  return withoutOverlap([
    ...peopleInText(text),
    ...handlesInText(text),
    ...figures(BIRTH, 'subject.bornOn'),
    ...[...all(text, SUBJECT, 'subject.name'), ...born(text)]
      .filter(({ raw }) => isPersonsName(raw))
      .slice(0, 1),
    ...figures(LIVES, 'subject.address').slice(0, 1),
    ...all(text, ATTENDS, 'subject.school').slice(0, 1),
    ...(isReached ? all(text, OWN, pathOfContact) : []),
    ...(numbers.length > 0 ? all(text, WRITERS, 'referrer.phone').slice(0, 1) : []),
    ...lawsInText(text),
    ...all(text, NATIONAL, 'referral.reference'),
    ...figures(REFERENCE, 'referral.otherReferences[]').filter(({ raw }) => raw.length >= 5),
    ...figures(NETWORK, undefined),
    ...figures(WALLET, undefined),
    ...figures(DATES, 'referral.incidentDates[]').filter(({ at }) => {
      const before = text.slice(Math.max(0, at - 120), at);
      return !NOT_INCIDENT.test(before) && !OTHER_DAY.test(before);
    }),
    ...numbers,
    ...addresses,
  ]).slice(0, MOST_FACTS);
}

function pathOfContact(raw: string): FieldPath {
  return raw.includes('@') ? 'subject.emails[]' : 'subject.phones[]';
}

/**
 * The subject's name before a word of birth. The pattern begins with a name, so it tries each capitalised word; the
 * quick test comes first.
 */
function born(text: string): readonly TextFact[] {
  return BIRTH_WORD.test(text) ? all(text, BORN, 'subject.name') : [];
}

/** The laws that a text names; also used for a separate field such as the offence. */
export function lawsInText(text: string): readonly TextFact[] {
  return ACT_NAME.test(text) ? all(text, LAW, 'referral.lawMentioned[]') : [];
}

type PathOf = FieldPath | undefined | ((raw: string) => FieldPath);

/** Every match: its last group that took part, or the whole. */
function all(text: string, pattern: RegExp, path: PathOf): readonly TextFact[] {
  return everyMatch(text, pattern).map((found): TextFact => {
    const [whole, ...groups] = found;
    const raw = groups.findLast((group) => group !== undefined) ?? whole;
    return {
      path: typeof path === 'function' ? path(raw) : path,
      raw,
      at: found.index + whole.lastIndexOf(raw),
    };
  });
}
