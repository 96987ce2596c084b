/** Known words in names, as dated data: they only ever make two names more alike, never less. */
import shipped from './data/name-words.json' with { type: 'json' };

export interface NameWords {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly source: string;
  /** The day on which somebody last checked the list. */
  readonly checkedOn: string;
  readonly titles: readonly string[];
  readonly particles: readonly string[];
  /** A name made only of these words belongs to nobody. */
  readonly nobody: readonly string[];
  /** Forenames that one person may use; a word may be in several rows. */
  readonly shortForms: readonly (readonly string[])[];
}

export const NAME_WORDS: NameWords = shipped;

const TITLES = new Set(NAME_WORDS.titles);
const PARTICLES = new Set(NAME_WORDS.particles);
const NOBODY = new Set(NAME_WORDS.nobody);
const FORMS = new Map<string, Set<string>>();
for (const row of NAME_WORDS.shortForms)
  for (const word of row) {
    const known = FORMS.get(word) ?? new Set();
    for (const other of row) known.add(other);
    FORMS.set(word, known);
  }

export function isTitle(word: string): boolean {
  return TITLES.has(word);
}

/** “van”, “de”: they belong to the surname that follows, and some systems leave them out. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** “Unknown male”, “N/K”: the writer did not know the name. */
export function isNobody(words: readonly string[]): boolean {
  return words.every((word) => NOBODY.has(word));
}

/** Other forms of a forename; empty if the list does not know it. */
export function formsOf(forename: string): ReadonlySet<string> {
  return FORMS.get(forename) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
