/** Entries of the command palette, and those about a person. */
import { foldText, hasWords, type ListRowOf, wordsOf } from '@cyber-prevent/core';
import type { FoundPlace } from '@cyber-prevent/core/find';
import type { App } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { whereTexts, whereWords } from '../../desk/find/where-words.js';
import { type Known, knownBy } from '../../desk/known-by.js';
import { personActs } from '../../subject/acts.js';

export type Person = Pick<ListRowOf['subjects'], 'id' | 'name'> & Known;

export const GROUPS = [
  'reference',
  'recent',
  'person',
  'acts',
  'unfinished',
  'screens',
  'subjects',
  'records',
  'settings',
] as const;
export type Group = (typeof GROUPS)[number];

export interface Entry {
  /** Names the person too, so that what was chosen by it is never about somebody else. */
  readonly id: string;
  readonly group: Group;
  readonly label: string;
  /** Text next to the label: a reference, or whom it is about. */
  readonly note?: string | undefined;
  /** The place of the find, if the label and the note do not say so. */
  readonly where?: string | undefined;
  /** The texts on record in `where`. */
  readonly whereTexts?: readonly string[] | undefined;
  /** The person whom it names. */
  readonly person?: Pick<Person, 'id' | 'name' | 'reference'> | undefined;
  /** The name of an act about that person, as its table has it. */
  readonly act?: string;
  /** True if what was typed fits somebody else as well: it is not started until the officer has chosen. */
  readonly isDoubtful?: true;
  /** Why it cannot be done now. */
  readonly whyNot?: string | undefined;
  /** The key that does the same. */
  readonly keys?: string | undefined;
  /** Words that it is found by next to its label. */
  readonly also?: string;
  readonly run: () => void;
  /** Does it in a window of its own; absent: it can only be done here. */
  readonly runApart?: (() => void) | undefined;
}

/** Acts about the person whose screen is shown, each with the name. */
export function personEntries(
  app: Pick<App, 'router' | 'services' | 'screens' | 'openInNewWindow'>,
  person: Person,
): readonly Entry[] {
  const { openInNewWindow } = app;
  const { id: subject } = person;
  const note = aboutWords(app, person);
  const acts = personActs(app).map(
    ({ id, label, to }): Entry => ({
      id: `person-${id}-${subject}`,
      group: 'person',
      act: id,
      label: t(label),
      note,
      person,
      run: () => app.router.go(to(subject)),
    }),
  );
  if (!openInNewWindow) return acts;
  const apart: Entry = {
    id: `person-apart-${subject}`,
    group: 'person',
    label: t('palette.act.apart'),
    note,
    person,
    run: () => openInNewWindow({ name: 'subject', subject }),
  };
  return [...acts, apart];
}

/**
 * A person in the list: opened here, or in a window of their own next to the one on screen.
 *
 * @param options - `group`: `reference` if exactly their reference is typed; `places`: where they were found
 */
export function subjectEntry(
  { router, openInNewWindow, services }: Pick<App, 'router' | 'openInNewWindow' | 'services'>,
  person: Person,
  {
    group = 'subjects',
    places = [],
  }: {
    readonly group?: 'reference' | 'recent' | 'subjects';
    readonly places?: readonly FoundPlace[];
  } = {},
): Entry {
  const { id: subject, name } = person;
  const route = { name: 'subject', subject } as const;
  return {
    id: `${group}-${subject}`,
    group,
    label: name,
    note: knownBy(person, services.today()),
    where: whereWords(places),
    whereTexts: whereTexts(places),
    person,
    run: () => router.go(route),
    runApart: openInNewWindow && (() => openInNewWindow(route)),
  };
}

/** “Tobias Wren, 15, born 2 September 2011”. */
export function aboutWords({ services }: Pick<App, 'services'>, person: Person): string {
  const born = knownBy(person, services.today());
  return t('palette.act.about', { name: person.name, born });
}

/** Those with the words, in the order of the groups. */
export function matchingEntries(entries: readonly Entry[], wanted: string): readonly Entry[] {
  const words = wordsOf(wanted);
  return entries
    .filter(({ label, also = '' }) => hasWords(foldText(`${label} ${also}`), words))
    .toSorted((one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group));
}
