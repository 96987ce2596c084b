/**
 * Letters that look like others: a name in two scripts, or made only of letters with a twin in ours, may be somebody
 * else's. The officer is warned, but nothing is decided by it: people have names in every script.
 */

const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
] as const;
export type LookAlikeScript = (typeof SCRIPTS)[number][0] | 'other';

/** Letters of other scripts that look like Latin ones in print: a word made only of these passes for ours. */
const TWINS = new Set(
  'АВЕЅІЈКМНОРСТХУаеѕіјорсхуһԁԛԝӏ' + 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ' + 'ՕՍօոսց' + 'ᎠᎡᎢᎪᎫᎳᎷᎻᏀᏃᏚᏞᏟᏢ',
);
/** Full-width and mathematical letters: Unicode calls them Latin, but a keyboard does not produce them. */
const DRESSED = /[\u{FF21}-\u{FF3A}\u{FF41}-\u{FF5A}\u{1D400}-\u{1D7FF}]/u;

export interface LookAlike {
  readonly letter: string;
  readonly script: LookAlikeScript;
}

/**
 * Each letter of the text, once, that may be taken for another: letters of a script other than most of the word, all
 * letters of a word made only of twins, and full-width or mathematical ones. None in a word that is all of one script.
 */
export function lookAlikeLetters(text: string): readonly LookAlike[] {
  const found = new Map<string, LookAlike>();
  for (const word of text.split(/[^\p{L}\p{M}]+/u)) {
    const letters = [...word].filter((letter) => /\p{L}/u.test(letter));
    for (const letter of letters.filter((each) => DRESSED.test(each)))
      found.set(letter, { letter, script: 'other' });
    const scripts = letters.map(scriptOf);
    const isMixed = scripts.includes('Latin') && scripts.some((script) => isTwinScript(script));
    const isTwinned = letters.length > 1 && letters.every((letter) => TWINS.has(letter));
    if (!isMixed && !isTwinned) continue;
    for (const [index, letter] of letters.entries()) {
      const script = scripts[index] ?? 'other';
      if (script !== 'Latin') found.set(letter, { letter, script });
    }
  }
  return [...found.values()];
}

function scriptOf(letter: string): LookAlikeScript {
  return SCRIPTS.find(([, pattern]) => pattern.test(letter))?.[0] ?? 'other';
}

function isTwinScript(script: LookAlikeScript): boolean {
  return script !== 'Latin' && script !== 'other';
}
