/** Entries of the command palette: what the tables of screens and acts offer, and subjects by name or reference. */
import type { ListRowOf, RecordId } from '@cyber-prevent/core';
import type { App } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { listScreens, navEntries, screenOf } from '../../../app/screens.js';
import { foldText, hasWords, wordsOf } from '../../../components/list/fold-text.js';
import { t } from '../../../locales/late.js';
import { type Known, knownBy } from '../../desk/known-by.js';
import { personActs } from '../../subject/acts.js';
import { SETTINGS_SECTION_NAMES, SETTINGS_SECTIONS } from '../../vault/settings/sections.js';

export type Person = Pick<ListRowOf['subjects'], 'id' | 'name'> & Known;

export const GROUPS = [
  'reference',
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
  readonly id: string;
  readonly group: Group;
  readonly label: string;
  /** Text next to the label: a reference, or whom it is about. */
  readonly note?: string | undefined;
  /** Where it was found, if the label and the note do not say so. */
  readonly where?: string | undefined;
  /** The person whom it names. */
  readonly person?: { readonly id: RecordId; readonly name: string } | undefined;
  /** Words that it is found by next to its label. */
  readonly also?: string;
  readonly run: () => void;
  /** Does it in a window of its own; absent: it can only be done here. */
  readonly runApart?: (() => void) | undefined;
}

/** Acts about the person whose screen is shown, each with the name. */
export function personEntries(app: App, person: Person): readonly Entry[] {
  const { openInNewWindow } = app;
  const { id: subject } = person;
  const note = aboutWords(app, person);
  const acts = personActs(app).map(
    ({ id, label, to }): Entry => ({
      id: `person-${id}`,
      group: 'person',
      label: t(label),
      note,
      person,
      run: () => app.router.go(to(subject)),
    }),
  );
  if (!openInNewWindow) return acts;
  const apart: Entry = {
    id: 'person-apart',
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
 * @param options - `group`: `reference` if exactly their reference is typed; `where`: where they were found
 */
export function subjectEntry(
  { router, openInNewWindow, services }: Pick<App, 'router' | 'openInNewWindow' | 'services'>,
  person: Person,
  {
    group = 'subjects',
    where,
  }: { readonly group?: 'reference' | 'subjects'; readonly where?: string | undefined } = {},
): Entry {
  const { id: subject, name } = person;
  const route = { name: 'subject', subject } as const;
  return {
    id: `subject-${subject}`,
    group,
    label: name,
    note: knownBy(person, services.today()),
    where,
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

/** Screens of this surface, and acts that need nobody chosen. */
export function fixedEntries(app: App): readonly Entry[] {
  const { router, services, session, surface, screens } = app;
  const acts = listScreens(screens).flatMap(([name, { anywhere = [] }]) =>
    anywhere.map(
      ({ label, starts }, nth): Entry => ({
        id: `act-${name}-${nth}`,
        group: 'acts',
        label: t(label),
        run: () => router.go({ name, ...starts } as Route),
      }),
    ),
  );
  const places = [
    ...navEntries(screens, surface, 'first'),
    ...navEntries(screens, surface, 'more'),
  ];
  return [
    ...acts,
    {
      id: 'act-lock',
      group: 'acts',
      label: t('palette.act.lock'),
      run: () => void services.vault.lock(),
    },
    {
      id: 'act-blank',
      group: 'acts',
      label: t('palette.act.blank'),
      run: () => session.blank(),
    },
    ...places.map(
      ({ name, label }): Entry => ({
        id: `screen-${name}`,
        group: 'screens',
        label: t(label),
        run: () => router.go({ name } as Route),
      }),
    ),
  ];
}

/** Sections of the settings. They come after the people: a name is what is typed most. */
export function settingsEntries({
  router,
  screens,
}: Pick<App, 'router' | 'screens'>): readonly Entry[] {
  if (!screenOf(screens, 'settings')) return [];
  return SETTINGS_SECTION_NAMES.map(
    (section): Entry => ({
      id: `settings-${section}`,
      group: 'settings',
      label: t(SETTINGS_SECTIONS[section]),
      also: t('settings.title'),
      run: () => router.go({ name: 'settings', section }),
    }),
  );
}

/** Those with the words, in the order of the groups. */
export function matchingEntries(entries: readonly Entry[], wanted: string): readonly Entry[] {
  const words = wordsOf(wanted);
  return entries
    .filter(({ label, also = '' }) => hasWords(foldText(`${label} ${also}`), words))
    .toSorted((one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group));
}
