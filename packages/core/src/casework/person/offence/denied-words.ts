/**
 * Parts of a text that deny something, or say that it was done to the person: “did not hack”, “her account was hacked”.
 * No suggestion comes from them. In doubt a part counts as a denial, since an officer can still choose.
 */

/** A statement ends here; what is denied in one may be admitted in the next. */
const BOUNDARY = /[;!\n]|\.(?=\s+\p{Lu})|\b(?:but|however|although|though|whereas)\b/giu;

/** Negatives that deny no act: what was done without permission was done. */
const NO_DENIAL =
  /\b(?:without|no|not|lack of|(?:did|does)(?:n't|\s+not)\s+have)\s+(?:(?:any|the|her|his|their|its|proper|being|having|been|school's|owner's)\s+)*(?:permission|permitted|authority|authori[sz]ation|authori[sz]ed|consent|allowed|knowledge|asking)\b|\bno\s+further\s+action\b|\bnot\s+(?:only|just)\b|\b(?:not|no)\s+(?:yet\s+)?(?:known|stated|recorded)\b(?!\s+(?:to|for)\b)|\bno\.?\s*\d/giu;

/** Denies what comes after it in the same statement. */
const DENIES =
  /\b(?:not|never|no|none|nothing|nobody|neither|nor|without|cannot|den(?:y|ying|ie[sd])|denials?(?![\s-]+of[\s-]+service)|refut(?:es?|ed)|ruled\s+out|rul(?:es?|ing)\s+out|innocent|(?:false|wrong)(?:ly)?\s+accus\w+|refus(?:es?|ed|ing)\s+to|victims?\s+of)\b|n't\b/iu;

/** Denies what comes before it in the same statement. */
const DENIED =
  /\b(?:den(?:y|ies|ied)|ruled\s+out|refuted|disproved|unfounded|unsubstantiated|untrue|no\s+evidence|(?:is|was|are|were)\s+false|not\s+(?:proved|proven|true|him|her|them|involved|found|take\s+place|happen)|never\s+happened)\b|(?:did|does)n't\s+happen\b|[:?(–—-]\s*(?:no|none|never|not|n\/a)\b/iu;

/** Something done to the person: `he was`, `her account was`, before `hacked`. */
const DONE_TO =
  /(?:\b(?:he|she|they|i)\s+(?:was|were|got|(?:has|have|had)\s+been)|\b(?:his|her|their|my|own)\s+(?:[\p{L}']+\s+){1,2}(?:was|were|got|(?:has|have|had)\s+been))\s+(?:\p{L}+\s+)?$/iu;

/** True if the words at this place of the text are denied there, or were done to the person. */
export function isDenied(text: string, from: number, to: number): boolean {
  const plain = text.replaceAll('’', "'").replace(NO_DENIAL, (found) => ' '.repeat(found.length));
  const ends = [...plain.matchAll(BOUNDARY)].map(({ index }) => index);
  const start = Math.max(0, ...ends.filter((end) => end < from));
  const end = Math.min(plain.length, ...ends.filter((each) => each >= to));
  const before = plain.slice(start, from);
  const isDone = /^(?:\p{L}|')*(?:ed|'d)\b/iu.test(plain.slice(from, end).split(/\s/u)[0] ?? '');
  return (
    DENIES.test(before) ||
    DENIED.test(plain.slice(to, end)) ||
    (isDone && DONE_TO.test(before)) ||
    /^\S*\s+by\s+(?:an?other|an\s+unknown|others?|some(?:one|body))\b/iu.test(plain.slice(to, end))
  );
}
