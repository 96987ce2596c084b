/** The choices for what was typed, in their order, from everything that is known so far. */
import { foldText, type RecordId, type SubjectRow } from '@cyber-prevent/core';
import type { App } from '../../../app/app.js';
import { type FoundRow, foundRows } from '../../desk/find/found-rows.js';
import type { FoundBy } from '../../desk/find/use-found.js';
import { whereWords } from '../../desk/find/where-words.js';
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
  /** People whom the words fit, with where; the first of them are among the entries. */
  readonly found: readonly FoundRow<PaletteRow>[];
  readonly shown: readonly FoundRow<PaletteRow>[];
}

export function composeChoices(
  app: Pick<App, 'router' | 'services' | 'openInNewWindow'>,
  held: PaletteHeld,
  { wanted, asked, answers, byName, records }: PaletteAsked,
): Choices {
  const { rows, fixed, settings, onScreen, recent } = held;
  const isOnScreen = ({ id }: { readonly id: RecordId }) => id === onScreen;
  const isRecent = ({ id }: PaletteRow) => recent.includes(id);
  const named = (words: string) => firstOf(byName(words), isRecent);
  const found = firstOf(foundRows(rows, named(wanted), answers.get(wanted)), isOnScreen);
  const shown = found.slice(0, MOST_SUBJECTS);
  /** Those whom the words may mean. A name or a handle comes before other words on record, and these before an error. */
  const meant = (words: string): readonly PaletteRow[] => {
    const names = named(words);
    const answer = answers.get(words);
    const all = answer?.found ?? [];
    const own = all.filter(({ byIdentity }) => byIdentity === 'whole');
    const whole = all.filter(({ how }) => how === 'whole');
    const isOwn = names.length > 0 || own.length > 0;
    const likeliest = isOwn ? own : whole.length > 0 ? whole : all;
    const people = foundRows(rows, names, answer && { ...answer, found: likeliest });
    return firstOf(
      people.map(({ row }) => row),
      isOnScreen,
    );
  };
  const fitting = (words: string) => meant(words).filter(({ isClosed }) => !isClosed);
  const isOpenedAlone = meant(wanted).length < 2;
  // Unfinished work may be about somebody else and hold the reference all the same.
  const isMeant = ({ row: { references } }: FoundRow<PaletteRow>) =>
    references.some((each) => foldText(each) === foldText(wanted));
  const unfinished = firstOf(held.unfinished, ({ person }) => person?.id === onScreen);
  const entries = [
    ...shown.filter(isMeant).map(({ row }) => subjectEntry(app, row, { group: 'reference' })),
    ...(wanted.trim() === '' ? recentEntries(app, held) : []),
    ...matchingEntries(fixed, wanted),
    ...actEntries(app, asked, fitting),
    ...inDoubt(matchingEntries(unfinished, wanted)),
    ...shown
      .filter((each) => !isMeant(each))
      .map(({ row, places }) => subjectEntry(app, row, { where: whereWords(places) }))
      .map((entry): Entry => (isOpenedAlone ? entry : { ...entry, isDoubtful: true })),
    ...records.map(recordEntry),
    ...matchingEntries(settings, wanted),
  ].toSorted((one, other) => GROUPS.indexOf(one.group) - GROUPS.indexOf(other.group));
  const people = [...found.map(({ row }) => row), ...entries.flatMap(({ person }) => person ?? [])];
  return { entries: entries.map((entry) => withNamesake(entry, entries, people)), found, shown };
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

/** Half-typed forms about several people: the words alone do not say whose is meant. */
function inDoubt(entries: readonly Entry[]): readonly Entry[] {
  const people = new Set(entries.flatMap(({ person }) => person?.id ?? []));
  return people.size > 1
    ? entries.map((entry): Entry => (entry.person ? { ...entry, isDoubtful: true } : entry))
    : entries;
}

/** A name that others have too says not who is meant; a reference that one person alone has does. */
function withNamesake(
  entry: Entry,
  entries: readonly Entry[],
  people: Parameters<typeof hasNamesake>[1],
): Entry {
  const { person, group } = entry;
  if (!person || entry.isDoubtful || group === 'recent') return entry;
  const isSure =
    group === 'reference' && entries.filter((each) => each.group === 'reference').length === 1;
  return !isSure && hasNamesake(person, people) ? { ...entry, isDoubtful: true } : entry;
}

/** Those that are so first, each part in its order. */
function firstOf<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly T[] {
  return [...all.filter(isFirst), ...all.filter((one) => !isFirst(one))];
}
