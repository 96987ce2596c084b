/** The parts of a page that name somebody, and whose a part without a name is. */
import type { LabelledValue } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import type { PersonOnPage } from './person-on-page.js';

/** A name that opens a person, at its place in its part of the page. */
export interface Opening {
  readonly at: number;
  readonly labels: Map<string, string>;
  person: PersonOnPage;
}

export interface Part {
  readonly values: readonly LabelledValue[];
  readonly owner: readonly string[];
  /** Its frame, and whether it is on screen. */
  readonly page: string;
  readonly isRow: boolean;
  readonly openings: readonly Opening[];
}

/** More people than these are a list, and not looked for in headings. */
const MOST_IN_HEADINGS = 50;

export function wordsOfName(name: string): readonly string[] {
  return labelWords(name.replace(/\(\w\)$/, '').replace(/^(?:mr|mrs|ms|miss|mx|dr)\.? /i, ''))
    .split(' ')
    .filter((word) => word !== '');
}

/** Who is named in a heading, among other words or alone: *Ewan Vale’s last known address*. */
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

/** The parts met so far that name somebody, to tell whose a part without a name is. */
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

  /** Who is named by the innermost part or heading around it, or else who was named last before it. */
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
