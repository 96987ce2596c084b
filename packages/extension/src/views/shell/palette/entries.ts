/** Entries of the command palette: what the tables of screens and acts offer, and subjects by name or reference. */
import type { ListRowOf, RecordId } from '@cyber-prevent/core';
import type { App } from '../../../app/app.js';
import type { Route } from '../../../app/route.js';
import { listScreens, navEntries } from '../../../app/screens.js';
import { foldText, hasWords, wordsOf } from '../../../components/list/fold-text.js';
import { t } from '../../../locales/late.js';
import { personActs } from '../../subject/acts.js';

export const GROUPS = ['person', 'acts', 'unfinished', 'screens', 'subjects'] as const;
export type Group = (typeof GROUPS)[number];

export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly label: string;
  /** Text next to the label: a reference, or whom it is about. */
  readonly note?: string | undefined;
  readonly run: () => void;
  /** Does it in a window of its own; absent: it can only be done here. */
  readonly runApart?: (() => void) | undefined;
}

/** Acts about the person whose screen is shown, each with the name. */
export function personEntries(
  app: App,
  { id: subject, name }: { readonly id: RecordId; readonly name: string },
): readonly Entry[] {
  const { openInNewWindow } = app;
  const acts = personActs(app).map(
    ({ id, label, to }): Entry => ({
      id: `person-${id}`,
      group: 'person',
      label: t(label),
      note: name,
      run: () => app.router.go(to(subject)),
    }),
  );
  if (!openInNewWindow) return acts;
  const apart: Entry = {
    id: 'person-apart',
    group: 'person',
    label: t('palette.act.apart'),
    note: name,
    run: () => openInNewWindow({ name: 'subject', subject }),
  };
  return [...acts, apart];
}

/** A person in the list: opened here, or in a window of their own next to the one on screen. */
export function subjectEntry(
  { router, openInNewWindow }: Pick<App, 'router' | 'openInNewWindow'>,
  { id: subject, name, references }: Pick<ListRowOf['subjects'], 'id' | 'name' | 'references'>,
): Entry {
  const route = { name: 'subject', subject } as const;
  return {
    id: `subject-${subject}`,
    group: 'subjects',
    label: name,
    note: references[0],
    run: () => router.go(route),
    runApart: openInNewWindow && (() => openInNewWindow(route)),
  };
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

/** Those with the words, in the order of the groups. */
export function matchingEntries(entries: readonly Entry[], wanted: string): readonly Entry[] {
  const words = wordsOf(wanted);
  return entries
    .filter(({ label }) => hasWords(foldText(label), words))
    .toSorted((one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group));
}
