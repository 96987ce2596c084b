/**
 * Which subjects a form offers: all of them while they are few, and those that are looked for where they are many. Rows
 * alone are read, names and references; looking for somebody here is logged as a search like any other.
 */
import type { SubjectRow } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Choice } from '../../components/choice.js';
import { makeFinder } from '../../components/list/list-query.js';
import { TextInput } from '../../components/text-input.js';
import { t } from '../../locales/late.js';
import { useRows } from '../desk/list/use-rows.js';
import { useSearchLog } from '../desk/palette/use-search-log.js';
import { subjectText } from '../desk/subject-text.js';

/** As many are offered at once. */
const FEW = 20;
const NONE: readonly SubjectRow[] = [];
const NOBODY: readonly string[] = [];

export interface SubjectFinder {
  /** The box to look in; nothing while all are offered. */
  readonly box: ComponentChildren;
  /** Those that are chosen first, whatever is looked for. */
  readonly choices: readonly Choice[];
  /** Undefined until the names are there. */
  readonly rows: readonly SubjectRow[] | undefined;
}

/** @param without - left out: who is chosen already, or whom something is moved away from */
export function useSubjectFinder(
  chosen: readonly string[],
  without: readonly string[] = NOBODY,
): SubjectFinder {
  const news = useRows('subjects');
  const words = useSignal('');
  const find = useMemo(() => makeFinder<SubjectRow>(), []);
  const rows = news && 'rows' in news ? news.rows : undefined;
  // One text, so that a list made anew with each look is no other.
  const left = without.join(' ');
  const all = useMemo(
    () =>
      (rows ?? NONE)
        .filter(({ id }) => !left.includes(id))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    [rows, left],
  );
  const isMany = all.length > FEW;
  const found = useMemo(
    () => (isMany ? find(all, { text: words.value, facets: {} }, { text: subjectText }) : all),
    [all, isMany, find, words.value],
  );
  const shown = found.slice(0, FEW);
  useSearchLog(isMany ? words.value : '', shown);
  const first = all.filter(({ id }) => chosen.includes(id) && !shown.some((row) => row.id === id));
  return {
    rows,
    choices: [...first, ...shown].map(asChoice),
    box: isMany && (
      <>
        <TextInput
          label={t('find.subject')}
          value={words.value}
          onValue={(next) => {
            words.value = next;
          }}
        />
        <p class="govuk-hint" role="status">
          {foundWords(found.length, shown.length)}
        </p>
      </>
    ),
  };
}

function foundWords(count: number, shown: number): string {
  if (count === 0) return t('find.none');
  return count > shown ? t('find.more', { count, shown }) : t('find.count', { count });
}

/** Two of one name are told apart by a reference. */
function asChoice({ id, name, references: [reference] }: SubjectRow): Choice {
  return {
    value: id,
    label: reference === undefined ? name : t('find.choice', { name, reference }),
  };
}
