/** Places at which a running text says that somebody lives, with a postcode or without. */
import { sentenceBefore } from './subject-name.js';
import { everyMatch } from './text-match.js';

/** A place, and the words that say what it is. */
export interface PlaceFound {
  readonly raw: string;
  readonly at: number;
  /** Offset of those words. */
  readonly from: number;
}

const LEAD =
  /\b(?:lives?|living|resides?|residing|home address is|address is|home address:|(?<=\S )address:)\s+(?:with\s[^.;\n]{1,60}?\sat\s+|at\s+)?/gi;
const WITH_POSTCODE =
  /(?:[^.\n;]|\.(?!\s[A-Z])|(?<=\bSt)\.){4,120}?\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/y;
/** Words with a capital after a comma that begin something else. */
const NO_PLACE =
  '(?!(?:He|She|They|His|Her|Their|I|We|Our|My|This|Please|Mum|Mother|Dad|Father|Nan|Gran|Parents?|Carer|Guardian|Contact|Tel|Telephone|Phone|Mobile|Email|DOB|Dob|Born|Year|Yr|Aged?|And|With)(?![\\p{L}]))';
/** Words without a capital that a name of a place may have in it. */
const LITTLE = ['on', 'upon', 'under', 'le', 'the', 'by'].join('|');
const CAPITAL = String.raw`(?:St\.? )?\p{Lu}[\p{L}\p{M}’'-]*`;
const PLACE = `${NO_PLACE}${CAPITAL}(?:(?: (?:${LITTLE}))? ${NO_PLACE}${CAPITAL}){0,3}`;
const FLAT = String.raw`(?:(?:[Ff]lat|[Aa]partment|[Uu]nit|[Rr]oom) \w{1,4},? )?`;
/** `4 Quarry Lane, Brackwater`: a number, and words with capitals up to the first that has none. */
const WITHOUT = new RegExp(`${FLAT}\\d{1,4}[A-Za-z]?,? (?:The )?${PLACE}(?:, ${PLACE}){0,4}`, 'uy');

/** Words before a place of work, or before one where somebody lived once. */
const NOT_NOW =
  /\b(?:used to|previously|formerly|no longer|not|until|before|did|once|was|were|our|my|school|school['’]s|academy|college|office|postal|work|business|e-?mail|ip|web|delivery)\s+(?:\w+ )?$/i;

export function addressesIn(text: string): readonly PlaceFound[] {
  return everyMatch(text, LEAD).flatMap(({ 0: lead, index: from }): readonly PlaceFound[] => {
    const at = from + lead.length;
    const raw = placeAt(text, at, WITH_POSTCODE) ?? placeAt(text, at, WITHOUT);
    return raw === undefined || NOT_NOW.test(sentenceBefore(text, from)) ? [] : [{ raw, at, from }];
  });
}

function placeAt(text: string, at: number, pattern: RegExp): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
