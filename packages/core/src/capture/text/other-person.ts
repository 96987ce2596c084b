/** Words next to a name that say that the text is not about this person, whatever else they say of them. */
import { DATE } from '../read/text-pattern.js';
import { OTHER, PUPIL } from './person-word.js';

const BORN = `(?:date\\s+of\\s+birth|dob|d\\.o\\.b\\.?|born)[\\s:]*(?:on )?${DATE}`;
/** `A girl in his class, …`, `other pupils, among them …`. */
const AROUND_BEFORE = new RegExp(
  `(?:\\b(?:other|fellow)\\s+(?:[\\w’'-]+\\s+){0,2}${PUPIL}(?:,? (?:among them|including|such as|namely|like)|[,:])\\s*|${PUPIL} (?:in|from) (?:his|her|their|the same) (?:class|form|year|group|tutor group|school)[\\s,(–—-]*(?:called\\s+|named\\s+)?)$`,
  'iu',
);
/** `(DOB …, our office manager)`. */
const OTHER_INSIDE = new RegExp(`^\\s*\\([^()]{0,60},\\s*[^(),]{0,30}\\b${OTHER}\\)`, 'i');
const PARTED = String.raw`(?:who|has|had|have|also|then|since|later)\s+`;
const TELLS = '(?:told|reported|complained|said|says|disclosed|noticed|found)';
const PASSIVE = '(?:(?:had|has|have) been|was|were|got|is|are)';
/** `, born 2 May 2012, reported that her account was taken over`, `was one of the victims`. */
const HARMED_AFTER = new RegExp(
  `^(?:[\\s,(]*${BORN}\\)?)?(?:\\s*\\([^()]{0,40}\\))?\\s*,?\\s*(?:${PARTED}){0,3}(?:${TELLS}\\b[^.;\\n]{0,40}?\\b(?:his|her|their) (?:[\\w-]+ ){1,3}(?:\\([^()]{0,40}\\) )?${PASSIVE} (?:taken over|hacked|stolen|compromised|accessed|broken into|locked|changed)\\b|${PASSIVE} (?:the |a |one of the )?(?:victims?|targets?|targeted|affected|hacked|threatened|blackmailed|harassed|impersonated|locked out)\\b)`,
  'i',
);

/** True if the words before or after a name say that it is somebody to whom the matter happened, or a bystander. */
export function isApart(before: string, after: string): boolean {
  return AROUND_BEFORE.test(before) || OTHER_INSIDE.test(after) || HARMED_AFTER.test(after);
}

/** `Witnesses: `, before the first of a list. */
const LIST_OF_OTHERS = new RegExp(
  `(?:^|\\n|[.;]\\s)\\s*(?:the |other )?${OTHER}(?:es)?\\s*(?::|–|—|-)\\s*$`,
  'i',
);
/** Nothing between two names but a bracket and a comma or *and*. */
const NEXT_IN_LIST = /^\s*(?:\([^()]{0,60}\)\s*)?(?:[,;]|[,;]?\s*(?:and|&))\s*$/;

/** Which of the names in a text are in a list of other people. */
export function listedApart(
  text: string,
  people: readonly { readonly from: number; readonly to: number }[],
): readonly boolean[] {
  const apart: boolean[] = [];
  people.forEach(({ from }, nth) => {
    const before = people[nth - 1];
    const isNext =
      apart[nth - 1] === true &&
      before !== undefined &&
      NEXT_IN_LIST.test(text.slice(before.to, from));
    apart.push(isNext || LIST_OF_OTHERS.test(text.slice(Math.max(0, from - 60), from)));
  });
  return apart;
}
