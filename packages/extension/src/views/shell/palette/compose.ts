/** The choices for what was typed, in their order, from everything that is known so far. */
import { foldText, type RecordId, type SubjectRow } from '@cyber-prevent/core';
import type { FindAnswer } from '@cyber-prevent/core/find';
import type { App } from '../../../app/app.js';
import { type FoundRow, foundRows } from '../../desk/find/found-rows.js';
import type { FoundBy } from '../../desk/find/use-found.js';
import { hasNamesake, type Known } from '../../desk/known-by.js';
import { type ActAsked, actEntries } from './act-entries.js';
import { type Entry, GROUPS, matchingEntries, subjectEntry } from './entries.js';
import { type RecordAlone, recordEntry } from './record-entries.js';

export type PaletteRow = SubjectRow & Known;

/** More than fits on a screen: a longer name is quicker than reading on. */
export const MOST_SUBJECTS = 20;
const MOST_RECENT = 5;

export interface PaletteHeld {
  readonly rows: readonly PaletteRow[];
  /** Acts on the person whose screen is shown, acts about nobody, and screens. */
  readonly fixed: readonly Entry[];
  readonly settings: readonly Entry[];
  readonly unfinished: readonly Entry[];
  /** The person whose screen is shown. */
  readonly onScreen: RecordId | undefined;
  /** People whose screens were open since the vault was unlocked, the last first. */
  readonly recent: readonly RecordId[];
}

export interface PaletteAsked {
  readonly wanted: string;
  readonly asked: readonly ActAsked[];
  readonly answers: FoundBy;
  /** Those whose name or reference has the words. */
  readonly byName: (words: string) => readonly PaletteRow[];
  readonly records: readonly RecordAlone[];
}

export interface Choices {
  readonly entries: readonly Entry[];
  /** The people among the entries, with where they were found. */
  readonly shown: readonly FoundRow<PaletteRow>[];
  /** The number of people whom the words fit. `isLeast`: there may be more. */
  readonly people: { readonly count: number; readonly isLeast: boolean };
}

export function composeChoices(
  app: Pick<App, 'router' | 'services' | 'openInNewWindow'>,
  held: PaletteHeld,
  { wanted, asked, answers, byName, records }: PaletteAsked,
): Choices {
  const { rows, fixed, settings, onScreen, recent } = held;
  const isOnScreen = ({ id }: { readonly id: RecordId }) => id === onScreen;
  const isRecent = ({ id }: PaletteRow) => recent.includes(id);
  const named = (words: string) => firstOf(firstOf(byName(words), isRecent), isOnScreen);
  /**
   * Those whom the words may mean, the one on screen first only if they are among them. A name or a handle comes before
   * other words on record, and these before an error.
   */
  const meant = (words: string): readonly PaletteRow[] => {
    const names = named(words);
    const answer = answers.get(words);
    const all = answer?.found ?? [];
    const own = all.filter(({ byIdentity }) => byIdentity === 'whole');
    const whole = all.filter(({ how }) => how === 'whole');
    const isOwn = names.length > 0 || own.length > 0;
    const likeliest = firstOf(isOwn ? own : whole.length > 0 ? whole : all, isOnScreen);
    const people = foundRows(rows, names, answer && { ...answer, found: likeliest });
    return people.map(({ row }) => row);
  };
  const fitting = (words: string) => meant(words).filter(({ isClosed }) => !isClosed);
  const likely = meant(wanted);
  const found = foundRows(rows, likely, answers.get(wanted));
  const shown = found.slice(0, MOST_SUBJECTS);
  const isOther = ({ person }: Entry) => likely.some(({ id }) => id !== person?.id);
  // Unfinished work may be about somebody else and hold the reference all the same.
  const hasReference = ({ row: { references } }: FoundRow<PaletteRow>) =>
    references.some((each) => foldText(each) === foldText(wanted));
  const isShared = found.filter(hasReference).length > 1;
  const unfinished = firstOf(held.unfinished, ({ person }) => person?.id === onScreen);
  const entries = [
    ...shown
      .filter(hasReference)
      .map(({ row }) => inDoubt(subjectEntry(app, row, { group: 'reference' }), isShared)),
    ...(wanted.trim() === '' ? recentEntries(app, held) : []),
    ...matchingEntries(fixed, wanted),
    ...actEntries(app, asked, fitting),
    ...ofSeveral(matchingEntries(unfinished, wanted)).map((entry) =>
      inDoubt(entry, isOther(entry)),
    ),
    ...shown
      .filter((each) => !hasReference(each))
      .map(({ row, places }) => subjectEntry(app, row, { places }))
      // Nobody is likely where a record about nobody has the words, and somebody a part of them.
      .map((entry) => inDoubt(entry, likely.length === 0 || isOther(entry))),
    ...records.map(recordEntry),
    ...matchingEntries(settings, wanted),
  ].toSorted((one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group));
  const people = [...found.map(({ row }) => row), ...entries.flatMap(({ person }) => person ?? [])];
  return {
    entries: entries.map((entry) => withNamesake(entry, people)),
    shown,
    people: countedPeople(found.length, answers.get(wanted)),
  };
}

/** @param found - people found by their row, or given by the keeper */
function countedPeople(found: number, answer: FindAnswer | undefined): Choices['people'] {
  const { people, isLeast } = answer?.fitting ?? { people: found, isLeast: false };
  // The keeper counts nobody whose record is closed; a row is found by its name all the same.
  return { count: Math.max(people, found), isLeast: isLeast || found > people };
}

/** The people of this session but the one on screen, each once. */
function recentEntries(
  app: Pick<App, 'router' | 'services' | 'openInNewWindow'>,
  { rows, recent, onScreen }: PaletteHeld,
): readonly Entry[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(recent)]
    .filter((id) => id !== onScreen)
    .flatMap((id) => byId.get(id) ?? [])
    .slice(0, MOST_RECENT)
    .map((row) => subjectEntry(app, row, { group: 'recent' }));
}

/**
 * Half-typed forms about several people: the words alone do not say whose is meant. One of nobody on record is another’s.
 */
function ofSeveral(entries: readonly Entry[]): readonly Entry[] {
  const people = new Set(entries.map(({ id, person }) => person?.id ?? id));
  return entries.map((entry) => inDoubt(entry, people.size > 1));
}

function inDoubt(entry: Entry, isDoubtful: boolean): Entry {
  return isDoubtful ? { ...entry, isDoubtful } : entry;
}

/** A name that others have too says not who is meant; a reference does, unless several have that as well. */
function withNamesake(entry: Entry, people: Parameters<typeof hasNamesake>[1]): Entry {
  const { person, group } = entry;
  if (!person || group === 'recent' || group === 'reference') return entry;
  return inDoubt(entry, hasNamesake(person, people));
}

/** Those that are so first, each part in its order. */
function firstOf<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly T[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}
