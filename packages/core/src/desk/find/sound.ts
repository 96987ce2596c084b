/** The sound of a name, as far as English spelling gives it: “Kayleigh” and “Kaylee”, “Shaun” and “Sean” share one. */

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^x/, 's'],
  [/^(?:sh|se(?=an$)|si(?=an$|ob))/, 'S'],
  [/sch|tch|sh|ch|ti(?=o)/g, 'S'],
  [/bh(?=a)|ph|v/g, 'f'],
  [/th/g, 't'],
  [/gh/g, ''],
  [/ck|q|c(?![eiy])/g, 'k'],
  [/[cz]/g, 's'],
  [/x/g, 'ks'],
  [/dg|j/g, 'g'],
  [/w|h/g, ''],
  [/y/g, 'i'],
];
const LATIN = /^[a-z]{3,}$/;

/** @returns undefined for a word that is too short, or not in Latin letters */
export function soundOf(word: string): string | undefined {
  if (!LATIN.test(word)) return undefined;
  let sound = word;
  for (const [spelling, letters] of SPELLINGS) sound = sound.replace(spelling, letters);
  const first = /^[aeiou]/.test(sound) ? 'a' : '';
  const rest = sound.replace(/[aeiou]+/g, '').replace(/(.)\1+/g, '$1');
  return first + rest === '' ? undefined : first + rest;
}
