/** Entries of the command palette: screens, acts, and subjects by name or reference. A new act is a line here. */
import type { SubjectRow } from '@cyber-prevent/core';
import type { App } from '../../../app/app.js';
import type { Route } from '../../../app/router.js';
import type { Views } from '../../../app/screens.js';
import { foldText, hasWords, wordsOf } from '../../../components/list/fold-text.js';
import { makeFinder } from '../../../components/list/list-query.js';
import { t } from '../../../locales/late.js';
import { SCREENS } from '../screens.js';
import { subjectText } from '../subject-text.js';

export const GROUPS = ['acts', 'screens', 'subjects'] as const;
export type Group = (typeof GROUPS)[number];

export interface Entry {
  readonly id: string;
  readonly group: Group;
  readonly label: string;
  /** Text next to the label: a reference. */
  readonly note?: string | undefined;
  readonly run: () => void;
}

const GOES = {
  'take-enquiry': { name: 'take-enquiry' },
  identify: { name: 'identify' },
  intervention: { name: 'intervention' },
  together: { name: 'together' },
  'quick-log': { name: 'quick-log' },
  note: { name: 'note' },
  told: { name: 'review', entering: 'told' },
  paste: { name: 'review', entering: 'paste' },
  'saved-page': { name: 'saved-page' },
  concern: { name: 'safeguarding' },
  backup: { name: 'backup' },
} as const satisfies Readonly<Record<string, Route>>;

/** Screens and acts available here: those without a view on this surface are left out. */
export function fixedEntries(
  { router, services, session, surface }: App,
  views: Views,
): readonly Entry[] {
  const { first, more } = SCREENS[surface];
  const acts = Object.entries(GOES).flatMap(([name, route]: [string, Route]): Entry[] =>
    views[route.name] === undefined
      ? []
      : [
          {
            id: `act-${name}`,
            group: 'acts',
            label: t(`palette.act.${name as keyof typeof GOES}`),
            run: () => router.go(route),
          },
        ],
  );
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
    ...[...first, ...more].flatMap((name): Entry[] =>
      views[name] === undefined
        ? []
        : [
            {
              id: `screen-${name}`,
              group: 'screens',
              label: t(`shell.nav.${name}`),
              run: () => router.go({ name }),
            },
          ],
    ),
  ];
}

export function matchingEntries(entries: readonly Entry[], wanted: string): readonly Entry[] {
  const words = wordsOf(wanted);
  return entries.filter(({ label }) => hasWords(foldText(label), words));
}

/**
 * Subjects that match the words, by name; none before something is typed, since the list of everybody is its own
 * screen.
 */
export function subjectFinder(): (rows: readonly SubjectRow[], wanted: string) => SubjectRow[] {
  const find = makeFinder<SubjectRow>();
  return (rows, wanted) =>
    wordsOf(wanted).length === 0
      ? []
      : find(rows, { text: wanted, facets: {} }, { text: subjectText }).toSorted((a, b) =>
          a.name.localeCompare(b.name, 'en-GB'),
        );
}
