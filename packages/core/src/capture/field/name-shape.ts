/** Pieces of the shape of a person's name, for patterns: *Khadija bin Yusuf*, *Ciarán al-Harbi*, *Zayn van der Pretend*. */

/** Words in small letters that stand before a surname. */
export const PARTICLES =
  '(?:(?:a[bflp]|bint?|d[aeiou]s?|de[lnr]|della|dal|el|ibn|l[aeo]s?|te[nr]|van|von|zu[rm]?) ){0,3}';

/** A word of a name with its capital, after an article joined to it where it has one. */
export const NAME_WORD = String.raw`(?:(?:a[ldrsz]|el|d|l)[-’'])?\p{Lu}[\p{L}’'.-]*`;
