/** The parts of a page that name somebody, and the person of a part without a name. */
import type { LabelledValue } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import type { PersonOnPage } from './person-on-page.js';

/** A name that opens a person, with its position in its part of the page. */
export interface Opening {
  readonly at: number;
  readonly labels: Map<string, string>;
  person: PersonOnPage;
}

export interface Part {
  readonly values: readonly LabelledValue[];
  readonly owner: readonly string[];
  /** Key of its frame and its visibility. */
  readonly page: string;
  readonly isRow: boolean;
  readonly openings: readonly Opening[];
}

/** Most people looked for in headings: more are a list. */
const MOST_IN_HEADINGS = 50;

/** `WREN^TOBIAS^KIT`: only systems write names so. */
const CARETS = /^\p{Lu}[\p{L}’' -]{0,40}(?:\^\p{Lu}[\p{L}’' -]{0,40}){1,2}\^*$/u;

export function isCaretName(text: string): boolean {
  return CARETS.test(text);
}

export function wordsOfName(name: string): readonly string[] {
  return labelWords(name.replace(/\(\w\)$/, '').replace(/^(?:mr|mrs|ms|miss|mx|dr)\.? /i, ''))
    .split(' ')
    .filter((word) => word !== '');
}

/** Finds the person named in a heading, alone or among other words: *Ewan Vale’s last known address*. */
export class NamesInHeadings {
  readonly #people: readonly PersonOnPage[];
  readonly #known = new Map<string, PersonOnPage | undefined>();

  constructor(people: readonly PersonOnPage[]) {
    this.#people = people.filter(({ words }) => words.size > 1).slice(0, MOST_IN_HEADINGS);
  }

  personIn(heading: string): PersonOnPage | undefined {
    if (!this.#known.has(heading)) this.#known.set(heading, this.#find(heading));
    return this.#known.get(heading);
  }

  #find(heading: string): PersonOnPage | undefined {
    const said = new Set(wordsOfName(heading));
    return this.#people.find(({ words }) => [...words].every((word) => said.has(word)));
  }
}

/** The parts met so far that name somebody, used to find the person of a part without a name. */
export class NamedParts {
  readonly #inHeadings: NamesInHeadings;
  readonly #byOwner = new Map<string, PersonOnPage>();
  readonly #last = new Map<string, PersonOnPage>();

  constructor(inHeadings: NamesInHeadings) {
    this.#inHeadings = inHeadings;
  }

  add({ openings, isRow, page, owner }: Part): void {
    const person = openings.at(-1)?.person;
    if (!person || isRow) return;
    this.#byOwner.set([page, ...owner].join('\n'), person);
    this.#last.set(page, person);
  }

  /** The person named by the innermost part or heading around it, or else the last one named before it. */
  personBeside({ page, owner }: Part): PersonOnPage | undefined {
    for (let depth = owner.length; depth > 0; depth -= 1) {
      const person =
        this.#inHeadings.personIn(owner[depth - 1] ?? '') ??
        this.#byOwner.get([page, ...owner.slice(0, depth)].join('\n'));
      if (person) return person;
    }
    return this.#last.get(page);
  }
}
