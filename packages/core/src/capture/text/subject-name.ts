/**
 * The people that a text is about, by the words next to their names: `our pupil Tobias Wren`, `Tobias Wren (DOB …)`,
 * `re: Tobias WREN`. A relative, a member of staff or a victim is never one of them.
 */
import { wordsOfName } from '../name/named-part.js';
import { DATE, NAME } from '../read/text-pattern.js';
import { isApart, listedApart } from './other-person.js';
import { OTHER, PUPIL } from './person-word.js';
import { everyMatch } from './text-match.js';
import { isPersonsName } from './text-people.js';

/** A name in a text, as it stands in the text in one line. */
export interface NamedPerson {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** True if the words next to the name say that the text is about this person. */
  readonly isSubject: boolean;
  /** Set for a mention by the given name alone. */
  readonly isShort?: true;
}

const CAPITALS = String.raw`\p{Lu}[\p{Lu}\p{M}’'-]{1,40}`;
/** `WREN, Tobias`: only capitals show that the family name comes first. */
const NAMES = new RegExp(
  `(?<![\\p{L}\\p{M}])${CAPITALS}(?: ${CAPITALS}){0,2}, \\p{Lu}\\p{Ll}[\\p{L}\\p{M}’'-]{0,40}(?: \\p{Lu}[\\p{L}\\p{M}’'-]{1,40})?(?![\\p{L}\\p{M}])|${NAME}`,
  'gu',
);

/** Words with a capital that come after a name and are no part of it. */
const AFTER = new Set(
  'dob date birth born year yr y form class age aged is was has had will who and in at of the a told'.split(
    ' ',
  ),
);
/** Those that come before it. */
const BEFORE_NAME = new Set(
  'a an the our one my his her their your this that and both with for from to about on in at by re regarding concerning subject referral ref pupil pupils student students learner child children young person boy girl lad son daughter mother mum mam father dad parent carer guardian brother sister friend form tutor teacher head headteacher year yr dear hi hello hey good morning afternoon name named called victim witness concern concerns fw fwd urgent confidential private update query today yesterday when while if after before since as i we he she they it is was has also please thanks thank you who dob date birth born age aged class y cyber choices prevent safeguarding nominal suspect'.split(
    ' ',
  ),
);
const RANKED =
  /^(?:PCSO|PC|T?DC|DS|PS|D?Sgt|Sergeant|D?CI|DI|D?Insp|Inspector|Supt|(?:Detective |Police )?Constable|Detective)\b/;
const STYLED = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Rev|Sir)\b/;

const BIRTH = String.raw`(?:date\s+of\s+birth|dob|d\.o\.b|born|b\.)`;
const GAP = String.raw`[\s,;:(\[–—-]`;
const SMALL = String.raw`(?:(?:who|whose|is|was|has|a|an|the|our|my|his|her|their|one of|currently|now|also|and|in|from|of)\s+){0,4}`;
const BORN_AFTER = new RegExp(
  `^(?:['’]s)?${GAP}*${SMALL}(?:${BIRTH}(?![a-z])|\\(?${DATE}\\))`,
  'i',
);
const AGE_AFTER = new RegExp(
  `^${GAP}*${SMALL}(?:aged?:? \\d{1,2}\\b|\\d{1,2}[- ]years?[- ]old|(?<=[(])(?:[5-9]|1\\d|2[0-5])\\))`,
  'i',
);
/** `Tobias Wren, 13, has …`, and not the number of a house. */
const NUMBER_AFTER = /^, (?:[5-9]|1\d|2[0-5]),? (?=\p{Ll})/u;
const YEAR_AFTER = new RegExp(
  `^${GAP}*${SMALL}(?:(?:year|yr|form)\\s?\\d{1,2}\\w?|y\\d{1,2}|(?<=\\(|\\bin )\\d{1,2}[a-z])\\b`,
  'i',
);
/** Words that make an office of a word for a pupil: `student support lead`. */
const OFFICE =
  '(?:support|services?|welfare|well-?being|council|voice|liaison|experience|premium|progress|records?)';
const PUPIL_AFTER = new RegExp(
  `^${GAP}+(?:(?:who|is|was|a|an|the|our|my|one of|currently|now|also)\\s+){1,4}(?:(?:year|yr) \\d{1,2} |y\\d{1,2} |[\\w-]+ )?${PUPIL}\\b(?!\\s+${OFFICE})`,
  'i',
);
const OTHER_AFTER = new RegExp(
  `^${GAP}*(?:(?:who|is|was|a|an|the|our|my|his|her|their|also|of|deputy|form|class|school|assistant|senior|(?:year|yr|key stage|ks) ?\\d{1,2}|pastoral|safeguarding|designated|network|computing|it|ict|sixth|head of|${PUPIL}|${OFFICE})\\s+){0,6}${OTHER}\\b`,
  'i',
);
/** `Dev Wren (DOB …), father of Tobias Wren`. */
const PARENT_AFTER = new RegExp(
  `^\\s*\\([^()]{0,60}\\),?\\s*(?:(?:a|the)\\s+)?${OTHER}\\s+(?:of|to)\\b`,
  'i',
);
const THINGS_AFTER =
  /^['’]s? (?:[\w-]+ ){0,2}(?:accounts?|phone|mobile|laptop|device|computer|profile|e-?mails?|passwords?|log-?in|photos?|pictures?|marks|grades|work)\b/i;
const SUFFERS_AFTER =
  /^(?:,[^,.\n]{0,60},)?\s*,?\s*(?:(?:who|has|had|have|also|then|since|later|says|said|that)\s+){0,4}(?:complained|reported|was (?:the )?(?:victim|target|targeted|hacked|bullied|threatened|blackmailed|harassed|upset)|is (?:the |a )?victim|(?:was|been) (?:hacked|bullied|threatened|blackmailed|harassed|targeted)|had (?:her|his|their)\b)/i;

const PLACED = String.raw`(?:\s(?:(?:at|of|from)(?:\s[\p{L}\p{M}’'.-]+){1,4}?\s(?:school|academy|college|university|grammar|high)|in|at|of|from|here|on|ours|our|this|the|my|mine|year|yr|form|class|group|set|school|college|academy|aged|\d{1,2}\w{0,2}))*`;
const BEFORE = new RegExp(
  `(?<![\\p{L}])(?:${[
    `${PUPIL}(?:['’]s (?:full )?name(?: is)?)?${PLACED}[\\s,:;(–—-]*`,
    `${PUPIL}(?![\\p{L}])[^.;:\\n]{0,60}?\\b(?:called|named|by the name of|namely)\\s+`,
    `(?:refer|referring|referred|referral (?:of|for|regarding|about|re|concerning)|referral|concern(?:s|ed)? (?:about|for|regarding|over|re)|worried about|regarding|concerning|in (?:relation|respect) (?:to|of)|re|advice (?:about|on|regarding)|(?:writ(?:e|ing)|e-?mail(?:ing)?|contact(?:ing)?|(?:get|getting) in touch|speak|talk|spoke)[^.;\\n]{0,40}?\\b(?:about|regarding|concerning))\\s*[:,–—-]?\\s*(?:(?:our|a|an|the|one of our|my|two|year \\d{1,2})\\s+){0,2}(?:${PUPIL}[,:]?\\s+)?`,
  ].join('|')})["“‘']?$`,
  'iu',
);
/** Quick test for `BEFORE`, which looks from every letter. */
const MAY_COME_BEFORE = new RegExp(
  `${PUPIL}|refer|concern|worried|regard|relation|respect|advice|about|\\bre\\b`,
  'i',
);
const NOT_BEFORE = new RegExp(
  `(?:(?<![\\p{L}])${OTHER}(?:['’]s(?: name)?)?(?:\\s*[,:;(–—-]\\s*|\\s+(?:is|was|called|named|from)\\b)*\\s*|\\bmy name is\\s+|\\b(?:hacked|targeted|attacked|threatened|bullied|harassed|blackmailed|impersonated|against|belong(?:s|ing|ed) to|accounts? of|laptop of|details of|password of|on behalf of|told|informed|said|(?<!\\b(?:done|out|committed|caused|launched|made|run|written|bought|sent|perpetrated) )by|from)\\s+(?:(?:a|an|another|the|our|fellow|year \\d{1,2}|${PUPIL})\\s+){0,4})$`,
  'iu',
);
const ANOTHER_BEFORE = new RegExp(
  `\\b(?:another|other|fellow|different|unrelated|former|second)\\s+(?:[\\w’'-]+\\s+){0,3}${PUPIL}[^.;\\n]{0,40}$`,
  'iu',
);

/** Letters looked at before a name and after it. */
const NEAR = 120;

/** Quick test for a text that may say of a name that it is a subject's. */
export function tellsOfSomebody(text: string): boolean {
  return MAY_COME_BEFORE.test(text) || MAY_COME_AFTER.test(text);
}

const MAY_COME_AFTER = /birth|dob|d\.o\.b|born|\bb\.|\d/i;

/** Every name of a person in a text in one line, with what the words next to it say. */
export function peopleNamed(text: string): readonly NamedPerson[] {
  const people = everyMatch(text, NAMES).flatMap((found): readonly NamedPerson[] => {
    const bare = bareName(found[0], found.index, text);
    if (bare === undefined || !isPersonsName(bare.name) || isStreet(bare, text)) return [];
    return [{ ...bare, isSubject: isSubject(text, bare) }];
  });
  // "Tobias Wren and Kit Marlow": what is said of one of several is said of all.
  const told = people.map((each, nth): NamedPerson => {
    const before = people[nth - 1];
    const isListed =
      before?.isSubject === true &&
      LISTED.test(text.slice(before.to, each.from)) &&
      !isSomebodyElse(text, each);
    return isListed ? Object.assign(each, { isSubject: true }) : each;
  });
  const isListedApart = listedApart(text, told);
  const apart = new Set(
    told.flatMap((each, nth) =>
      isListedApart[nth] === true || isOfOthers(text, each) ? [keyOf(each.name)] : [],
    ),
  );
  // Once a text has said so of somebody, it need not say it again.
  const known = new Map(
    told.flatMap((each) => {
      const key = keyOf(each.name);
      return each.isSubject && !apart.has(key) ? [[key, each.name] as const] : [];
    }),
  );
  const whole = told.map((each) => ({ ...each, isSubject: known.has(keyOf(each.name)) }));
  const others = whole.flatMap(({ isSubject, name }) => (isSubject ? [] : [name]));
  return [
    ...whole,
    ...calledByGivenName(text, [...known.values()], whole),
    ...calledByGivenName(text, others, whole).flatMap((each): readonly NamedPerson[] =>
      SPOKEN_OF.test(text.slice(each.to, each.to + NEAR)) && !isWordOf(each, text, known)
        ? [{ ...each, isSubject: false }]
        : [],
    ),
  ].sort((a, b) => a.from - b.from);
}

const STREET =
  /(?:^|\s)(?:Road|Rd|Street|St|Lane|Avenue|Ave|Drive|Close|Way|Row|Terrace|Court|Crescent|Gardens|Grove|Place|Mews|Square|Walk|Rise|Hill|View|Green|Park)\.?$/;

/** True for `27 Mossgate Road`: only the number before it shows that it is not a name. */
function isStreet({ name, from }: Place, text: string): boolean {
  return STREET.test(name) && /\d[A-Za-z]?,? $/.test(text.slice(Math.max(0, from - 4), from));
}

/** Words after the first word of another person's name: without them it may be a place's. */
const SPOKEN_OF = /^(?:['’]s\b|,? (?:born|is|was|has|had|uses|lives|goes|can|says|said|told)\b)/;

/** True if a mention by one word may be a subject's. */
function isWordOf(
  { from, to }: NamedPerson,
  text: string,
  known: ReadonlyMap<string, string>,
): boolean {
  const word = wordsOfName(text.slice(from, to)).join(' ');
  return [...known.values()].some((name) => wordsOfName(name).includes(word));
}

function isOfOthers(text: string, { from, to }: Place): boolean {
  return isApart(sentenceBefore(text, from), wordsAfter(text, to));
}

/** Nothing between two names but their dates of birth and a comma or *and*. */
const LISTED = new RegExp(
  `^[\\s,;(]*(?:(?:${BIRTH}|aged?|in|year|yr|y\\d|${DATE}|\\d{1,2})[\\s:,;()]*){0,4}(?:(?<=[,;]\\s*)|&\\s*|and\\s+)$`,
  'i',
);

/** Mentions of a subject by the first word of the name, where no two of them share it. */
function calledByGivenName(
  text: string,
  names: readonly string[],
  whole: readonly NamedPerson[],
): readonly NamedPerson[] {
  const given = new Map<string, string>();
  for (const name of names) {
    const word = /^\p{Lu}[\p{Ll}\p{M}’'-]{2,40}/u.exec(name)?.[0] ?? '';
    given.set(word, given.has(word) ? '' : name);
  }
  return [...given].flatMap(([word, name]): readonly NamedPerson[] => {
    if (word === '' || name === '') return [];
    const found: NamedPerson[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const to = at + word.length;
      const isWord =
        !/[\p{L}\p{M}’'-]$/u.test(text.slice(0, at).slice(-1)) &&
        !/^[\p{L}\p{M}-]/u.test(text.slice(to, to + 1));
      if (isWord && !whole.some((each) => each.from < to && each.to > at))
        found.push({ name, from: at, to, isSubject: true, isShort: true });
    }
    return found;
  });
}

function keyOf(name: string): string {
  return wordsOfName(name).toSorted().join(' ');
}

/** A full stop after a whole word; that of an initial or a title is part of the name. */
const SENTENCE_END = /(?<!(?:^|\s)(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|St))\.(?=\s)/u;

/** The name without the words with a capital before and after it; undefined if a single word is left. */
function bareName(
  found: string,
  at: number,
  text: string,
): Pick<NamedPerson, 'name' | 'from' | 'to'> | undefined {
  const sentence = found.slice(0, SENTENCE_END.exec(found)?.index);
  const words = [...sentence.replace(/\.$/, '').matchAll(/\S+/g)];
  const isOf = (words: ReadonlySet<string>, word = ''): boolean =>
    words.has(word.toLowerCase().replace(/['’].*$|[^\p{L}]/gu, ''));
  let first = 0;
  let last = words.length - 1;
  while (first < last && isOf(BEFORE_NAME, words[first]?.[0])) first += 1;
  while (last > first && isOf(AFTER, words[last]?.[0])) last -= 1;
  const head = words[first];
  const end = words[last];
  if (!head || !end || first === last) return undefined;
  const from = at + head.index;
  const to = at + end.index + end[0].replace(/['’]s$/, '').length;
  return { name: text.slice(from, to), from, to };
}

type Place = Pick<NamedPerson, 'name' | 'from' | 'to'>;

/** True if the words next to a name say that it is somebody around the subject. */
function isSomebodyElse(text: string, { name, from, to }: Place): boolean {
  const after = wordsAfter(text, to);
  return (
    RANKED.test(name) ||
    NOT_BEFORE.test(sentenceBefore(text, from)) ||
    isRoleAfter(after) ||
    (!BORN_AFTER.test(after) &&
      (STYLED.test(name) || THINGS_AFTER.test(after) || SUFFERS_AFTER.test(after)))
  );
}

/** True for `, his mother` and `(form tutor)`, but not for `, his mother Tessa came`, which is about both. */
function isRoleAfter(after: string): boolean {
  if (PARENT_AFTER.test(after)) return true;
  const [said] = OTHER_AFTER.exec(after) ?? [];
  if (said === undefined) return false;
  return !(/\b(?:his|her|their)\s/i.test(said) && /^ \p{Lu}/u.test(after.slice(said.length)));
}

function isSubject(text: string, place: Place): boolean {
  const after = wordsAfter(text, place.to);
  const isBorn = BORN_AFTER.test(after);
  const isToldAfter =
    isBorn || [AGE_AFTER, NUMBER_AFTER, YEAR_AFTER, PUPIL_AFTER].some((cue) => cue.test(after));
  const before = sentenceBefore(text, place.from);
  const isToldBefore =
    (MAY_COME_BEFORE.test(before) && BEFORE.test(before)) ||
    (NAME_IS.test(before) && isOfPupil(text.slice(0, place.from)));
  if (!isToldAfter && !isToldBefore) return false;
  if (isSomebodyElse(text, place)) return false;
  return isBorn || !ANOTHER_BEFORE.test(before);
}

const NAME_IS = /\b(?:his|her|their) (?:full |legal )?name(?:['’]s| is) $/i;
const NOUN = new RegExp(`(?<![\\p{L}])(?:(${OTHER})|${PUPIL})(?![\\p{L}])`, 'giu');

/** True if *her* in "her name is" is a pupil's: the last person of whom the text has spoken. */
function isOfPupil(before: string): boolean {
  const said = everyMatch(before.slice(-NEAR * 2), NOUN).at(-1);
  return said !== undefined && said[1] === undefined;
}

const PRONOUNS = /^ ?\((?:he|she|they)\/[\w/]{2,10}\)/i;

function wordsAfter(text: string, at: number): string {
  return text.slice(at, at + NEAR).replace(PRONOUNS, '');
}

/** The words of the same sentence before a place in the text. */
export function sentenceBefore(text: string, at: number): string {
  const near = text.slice(Math.max(0, at - NEAR), at);
  const ends = [...near.matchAll(/\n|[.!?]["”’)]?\s(?=["“‘(]?\p{Lu}|$)/gu)];
  const last = ends.findLast(
    ({ index }) => !/\b(?:d\.o\.b|mr|mrs|ms|dr|st|b)$/i.test(near.slice(0, index)),
  );
  return last ? near.slice(last.index + last[0].length) : near;
}
