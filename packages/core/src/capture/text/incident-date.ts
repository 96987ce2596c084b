/** Dates in a text on which something happened: not of a birth, a letter, a meeting or an end that is still to come. */
import { sentenceBefore } from './subject-name.js';

/** Words just before a date that is not an incident's: that of the referral itself, or of birth. */
const NOT_INCIDENT =
  /(?:\b(?:referred|ref)\b[^.\n\d]{0,60}|\breceived|\bdob|\bborn)[\s:(]*(?:on )?$/i;
/** Words before a date of something done about the event, or before it. */
const OTHER_DAY =
  /\b(?:visit(?:ed)?|attended|appointment|meeting|met|booked|rang|spoke|phoned|interview(?:ed)?|signed|removed|closed|reviewed|told|informed|reported|complained|disclosed|created|amended|updated|opened|printed|modified|recorded|logged in|edited|see him|see her|licence|license|panel|hearing|court|released|bail(?:ed)?|sentenced?|known (?:him|her|them)|since|completed by|statement of|statement by|action|due|deadline|review|until|till|birthday|term|expires?|ends?|started|joined|enrolled|admitted)\b[^.;\n]{0,70}$/i;
/** A word of birth anywhere in the sentence, with no event in it. */
const BIRTH = /\b(?:born|birth|birthday|dob|d\.o\.b)\b/i;
/** The name, the age or the year of somebody before a date in brackets. */
const OF_PERSON =
  /(?:\p{Lu}[\p{L}\p{M}’'-]+|\b\d{1,2}|\b(?:year|yr|aged?)\s?\d{1,2}\w?)\s*\((?:[^()\n]{0,30}[,;]\s*)?(?:[a-z.]{1,6}[:.\s]+)?$/u;
const IN_BRACKETS = /^[\s?]*[),;]/;
/** The first letters of who wrote a note, before its date: `AB 22/10/2026`. */
const INITIALS = /(?:^|[-–—,(\s])\p{Lu}\.?\p{Lu}\.?[,\s]\s*$/u;
/** Words that tell what happened: those of an event, and of what somebody did. */
const HAPPENED =
  /\b(?:incident|attack|offen[cs]e|took place|event|breach|hack|ddos|theft|hoax)|\b(?:sale|purchase|payment|log-?in|attempt|upload|download)s?\b|\b(?:[a-z]{2,}ed|using|sent|got|found|caught|took|taken|stole|stolen|bought|sold|broke|broken|wrote|gave|hit|put|set|left|lost|made|ran|spread|shut|seen|saw|came|went|was|were|had|has|have|did|began|between)\b|\bafter\s+$|\b(?:video|footage|recording|screenshot|clip|post|chat)s?\s+(?:of|from|on|dated)\s+$/i;

/** True unless the words around a date say that nothing happened then. */
export function isIncident(text: string, at: number, length: number): boolean {
  const near = text.slice(Math.max(0, at - 120), at);
  if (NOT_INCIDENT.test(near) || OTHER_DAY.test(near)) return false;
  const before = sentenceBefore(text, at);
  const after = text.slice(at + length, at + length + 160).split(/\n|[.!?]\s/, 1)[0] ?? '';
  if (OF_PERSON.test(before) && IN_BRACKETS.test(after)) return false;
  if (BIRTH.test(before) && !EVENT.test(before)) return false;
  if (BIRTH.test(after.slice(0, 40)) && !EVENT.test(before)) return false;
  if (INITIALS.test(before) && after.trim() === '') return false;
  return HAPPENED.test(before) || HAPPENED.test(after);
}

/** A word for the event itself: a sentence may tell of it and of a birth. */
const EVENT = /\b(?:incident|attack|offen[cs]e|happened|occurred|took place|breach)/i;
