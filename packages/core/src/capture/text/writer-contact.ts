/** Telephones and addresses that a writer gives for an answer: `please ring me on …`, `my email is …`. */
import { EMAIL, PHONE } from '../read/text-pattern.js';
import { OTHER, PUPIL } from './person-word.js';
import { sentenceBefore } from './subject-name.js';
import type { TextFact } from './text-fact.js';
import { everyMatch } from './text-match.js';

const REACH =
  '(?:call|ring|phone|text|contact|reach|get|e-?mail|write to|speak to|talk to|speak with) me(?: back| direct(?:ly)?)?';
const FREE =
  '(?:happy|glad|free|available) to (?:talk|speak|discuss|chat|help)|I (?:can be (?:reached|contacted|found)|am available)';
const MINE =
  'my (?:(?:own|work|school|direct|mobile|office|desk|best|contact) ){0,2}(?:number|phone|mobile|line|dial|tel|telephone|extension|e-?mail(?: address)?)';
const GIVEN =
  '(?:\\b(?:on|at|is|or|via|number|phone|mobile|line|tel|telephone|e-?mail)\\b\\.?|[:,(–-])';
const WRITERS = new RegExp(
  `\\b(?:${REACH}|${FREE}|${MINE})\\b([^.;\\n\\d@]{0,40}?)${GIVEN}\\s*(${PHONE}|${EMAIL})(?: or (?:(?:on|at|by|via|e-?mail) ){0,2}(${PHONE}|${EMAIL}))?`,
  'gi',
);
/** Anybody else between the words and the number. */
const SOMEBODY_ELSE = new RegExp(
  `(?<!\\p{L})(?:${OTHER}|${PUPIL}|he|him|his|she|her|they|them|their)(?!\\p{L})`,
  'iu',
);
/** Words of somebody who is quoted: *me* is then not the writer. */
const SPEECH =
  /(?:\b(?:said|says|saying|wrote|writes|texted|messaged|posted|replied|told|offered)\b|["“])[^"”]*$/i;

/** @returns the first number and the first address */
export function writersContacts(text: string): readonly TextFact[] {
  const facts: TextFact[] = [];
  for (const found of everyMatch(text, WRITERS)) {
    const [whole, between = '', ...given] = found;
    if (SOMEBODY_ELSE.test(between) || SPEECH.test(sentenceBefore(text, found.index))) continue;
    for (const raw of given) {
      if (raw === undefined) continue;
      const path = raw.includes('@') ? 'referrer.email' : 'referrer.phone';
      if (facts.some((fact) => fact.path === path)) continue;
      facts.push({ path, raw, at: found.index + whole.indexOf(raw), isWriters: true });
    }
  }
  return facts;
}
