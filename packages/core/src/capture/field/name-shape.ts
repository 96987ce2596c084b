/** Pieces of the shape of a person's name, for patterns: *Khadija bin Yusuf*, *Ciarán al-Harbi*, *Zayn van der Pretend*. */

/** Words in small letters that stand before a surname. */
export const PARTICLES =
  '(?:(?:a[bflp]|bint?|d[aeiou]s?|de[lnr]|della|dal|el|ferch|ibn|l[aeo]s?|mac|nic|te[nr]|und|van|verch|von|y|zu[rm]?) ){0,3}';

/** True for a small word of a name, whatever its capitals are. */
export function isParticle(word: string): boolean {
  return PARTICLE.test(`${word.toLowerCase()} `);
}
const PARTICLE = new RegExp(`^${PARTICLES.replace('{0,3}', '')}$`);

/** A word of a name with its capital, after an article joined to it where it has one. */
export const NAME_WORD = String.raw`(?:(?:a[ldrsz]|el|d|l)[-’'])?\p{Lu}[\p{L}’'.-]*`;

const BETWEEN_NAMES = new RegExp(
  `^${NAME_WORD}(?: ${NAME_WORD}){0,2} ${PARTICLES.replace('{0,3}', '{1,3}')}${NAME_WORD}$`,
  'u',
);
const JOINED =
  /^\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*){0,2} (?:O[’']|Mc|Fitz|a[ldrsz]-|el-)\p{Lu}[\p{L}-]*$/u;

/** True for a name that its small words alone show to be one: *Anneke van der Feint*, *Aoife O’Sham*. */
export function hasSmallWords(text: string): boolean {
  return text.length <= 80 && (BETWEEN_NAMES.test(text) || JOINED.test(text));
}
