/**
 * The subjects that a form offers: all of them if there are few, or the likeliest and then the results of a search if
 * there are many. Only rows are read, names and references; a search here is logged like any other.
 */
import {
  foldText,
  makeFinder,
  type PlainDate,
  type RecordId,
  type SubjectRow,
  wordsOf,
  writtenDate,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { Choice } from '../../../components/choice.js';
import { TextInput } from '../../../components/text-input.js';
import { t } from '../../../locales/late.js';
import { ageByDay, birthIn } from '../../desk/age-words.js';
import { useRows } from '../../desk/list/use-rows.js';
import { subjectText } from '../../desk/subject-text.js';
import { subjectWords, withReference } from '../../desk/subject-words.js';
import { useSearchLog } from '../../desk/use-search-log.js';
import { useUnlogged } from '../../desk/use-unlogged.js';
import { birthsWords } from '../person-line/line-words.js';
import { likelyPeople } from './likely-people.js';
import { useDuePeople } from './use-due-people.js';

/** Number of subjects offered at once. */
const FEW = 20;
const NONE: readonly SubjectRow[] = [];
const NOBODY: readonly string[] = [];

export interface SubjectFinder {
  /** The search box; nothing while all are offered. */
  readonly box: ComponentChildren;
  /** Choices with the selected subjects first, for every search. */
  readonly choices: readonly Choice[];
  /** Undefined until the names are there. */
  readonly rows: readonly SubjectRow[] | undefined;
}

export interface FinderOptions {
  /** Subjects left out: those chosen already. */
  readonly without?: readonly string[] | undefined;
  /** The one that something is moved away from: left out, and everybody of that name is offered first. */
  readonly insteadOf?: string | undefined;
  /** True if nobody is offered before something is typed, however few there are. */
  readonly isTypedFirst?: boolean | undefined;
  /** People who match what the form is about, likeliest first: before all others, each with their namesakes. */
  readonly matches?: readonly string[] | undefined;
  /** Name that the form is about: everybody who has it is offered with the matches. */
  readonly named?: string | undefined;
  /** Number offered at once; twenty without it. */
  readonly most?: number | undefined;
}

export function useSubjectFinder(
  chosen: readonly string[],
  { without = NOBODY, insteadOf, isTypedFirst = false, most = FEW, ...like }: FinderOptions = {},
): SubjectFinder {
  const { services } = useApp();
  const news = useRows('subjects');
  const typed = useSignal('');
  const find = useMemo(() => makeFinder<SubjectRow>(), []);
  const rows = news && 'rows' in news ? news.rows : undefined;
  const unlogged = useUnlogged(typed.value);
  const isShut = unlogged.why !== undefined;
  // One text, so that a rebuilt list with the same ids counts as unchanged.
  const left = [...without, ...(insteadOf === undefined ? [] : [insteadOf])].join(' ');
  const all = useMemo(
    () =>
      (rows ?? NONE)
        .filter(({ id, isClosed }) => !isClosed && !left.includes(id))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    [rows, left],
  );
  const words = useMemo(() => subjectWords(rows ?? NONE), [rows]);
  const hasBox = isTypedFirst || all.length > FEW;
  const due = useDuePeople(hasBox && !isTypedFirst);
  const isTyped = wordsOf(typed.value).length > 0;
  const found = useMemo(() => {
    if (!hasBox) return all;
    if (isTyped)
      return find(all, { text: typed.value, facets: {} }, { fields: {}, text: subjectText });
    return isTypedFirst ? NONE : likelyPeople(all, due, services.today());
  }, [all, hasBox, find, typed.value, isTyped, isTypedFirst, due, services]);
  const from = rows?.find(({ id }) => id === insteadOf)?.name;
  const heads = isTyped ? NONE : headOf(all, from === undefined ? like : { ...like, named: from });
  const shown = isShut ? NONE : [...new Set([...heads, ...found.slice(0, most)])];
  /** Nobody else is found, and one of those who were chosen already has the name or reference. */
  const isChosen =
    isTyped &&
    found.length === 0 &&
    find(
      (rows ?? NONE).filter(({ id, isClosed }) => !isClosed && without.includes(id)),
      { text: typed.value, facets: {} },
      { fields: {}, text: subjectText },
    ).length > 0;
  useSearchLog(hasBox ? typed.value : '', shown, unlogged);
  const first = all.filter(({ id }) => chosen.includes(id) && !shown.some((row) => row.id === id));
  return {
    rows,
    choices: [...first, ...shown].map((row) => asChoice(row, words, services.today())),
    box: hasBox && (
      <div ref={keepEnter}>
        <TextInput
          label={t('find.subject')}
          error={unlogged.why && t('find.not-logged', { why: unlogged.why })}
          value={typed.value}
          onValue={(next) => {
            typed.value = next;
          }}
        />
        <p class="govuk-hint" role="status">
          {isShut
            ? ''
            : isTyped
              ? foundWords(found.length, shown.length, isChosen)
              : offeredWords(shown.length, heads.length)}
        </p>
      </div>
    ),
  };
}

/** The matches and everybody of one name with them, in the order of the matches. */
function headOf(
  all: readonly SubjectRow[],
  { matches = NOBODY, named }: Pick<FinderOptions, 'matches' | 'named'>,
): readonly SubjectRow[] {
  const byId = new Map<string, SubjectRow>(all.map((row) => [row.id, row]));
  const found = matches.flatMap((id) => byId.get(id) ?? []);
  const names = new Set(
    [...(named ? [named] : []), ...found.map(({ name }) => name)].map(foldText),
  );
  return [...names].flatMap((name) => {
    const ofName = (row: SubjectRow): boolean => foldText(row.name) === name;
    return [...new Set([...found.filter(ofName), ...all.filter(ofName)])];
  });
}

/** Enter after a name sends no form about somebody who is not chosen yet. */
function keepEnter(box: HTMLElement | null): void {
  box?.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') event.preventDefault();
  });
}

function foundWords(count: number, shown: number, isChosen: boolean): string {
  if (count === 0) return t(isChosen ? 'find.chosen' : 'find.none');
  return count > shown ? t('find.more', { count, shown }) : t('find.count', { count });
}

/** Nobody is shown by chance: the others are found by typing. */
function offeredWords(shown: number, heads: number): string {
  if (shown === 0) return t('find.type');
  return t(heads > 0 ? 'find.likely.first' : 'find.likely');
}

/**
 * A name of its own says its reference too, and the dates of birth below it; namesakes say who they are in their label, and
 * the reference and the school below it. Other names are below either: an officer may know the person by one alone.
 */
function asChoice(row: SubjectRow, words: ReadonlyMap<RecordId, string>, today: PlainDate): Choice {
  const said = words.get(row.id) ?? row.name;
  const { reference, school } = row;
  const also = alsoCalled(row);
  if (said === row.name) {
    const born = bornWords(row, today);
    return { value: row.id, label: withReference(row, said), hint: withAlso(born, also) };
  }
  const rest = reference === undefined || said.includes(reference) ? undefined : reference;
  // Of nobody whom the name tells apart: a list is not a consultation.
  const at =
    school === undefined || said.includes(school) ? undefined : t('find.choice.at', { school });
  const [first, ...others] = [rest, also, at].filter((part) => part !== undefined);
  const hint = first && others.reduce(withAlso, first);
  return { value: row.id, label: said, ...(hint === undefined ? {} : { hint }) };
}

function withAlso(label: string, also: string | undefined): string {
  return also === undefined ? label : t('find.choice.with', { label, hint: also });
}

function alsoCalled({ otherNames }: SubjectRow): string | undefined {
  return otherNames.length === 0
    ? undefined
    : t('find.choice.also', { names: otherNames.join(', ') });
}

const bornWords = (row: SubjectRow, today: PlainDate): string =>
  birthsWords({ births: row.births ?? [] }) ??
  birthIn(row, t('line.born.none'), (day) =>
    t('find.choice.born', { date: writtenDate(day), age: ageByDay(day, today) }),
  );
