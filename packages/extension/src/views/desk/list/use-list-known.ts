/**
 * Facts from outside the rows of a list that its columns show: what is due, taken from the diary, so that a list and
 * *Today* never differ; and levels, from the rows of assessments, so that no record is read for them.
 */
import type { DiaryEntry, ListKnown, ListRowOf, PlainDate, RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { useDiary } from '../today/use-diary.js';
import { useRows } from './use-rows.js';

/** No limit on how far ahead an entry is due. */
const ALWAYS = '9999-12-31' as PlainDate;
const NOTHING: readonly DiaryEntry[] = [];
/** Columns that show what is due, or the referral that it is about. */
const BY_DUE = ['due', 'next', 'reference', 'received', 'status'];

export interface ListKnownRead {
  readonly known: ListKnown;
  /** Columns whose facts are not read yet: an order or a filter by them would change under the hand. */
  readonly unread: readonly string[];
}

/** Nothing is due until it is read, and if it cannot be: the list itself is shown anyway. */
export function useListKnown({ hasLevels = false } = {}): ListKnownRead {
  const { services } = useApp();
  const { officer } = useOpenVault();
  const { value } = useDiary(ALWAYS).shown;
  const assessments = useRows(hasLevels ? 'assessments' : undefined);
  const shipped = useShippedLevels(hasLevels);
  const { lists } = services;
  const today = services.today();
  return useMemo(() => {
    const [of, about] = [byKey('record', value), byKey('about', value)];
    const rows = assessments && 'rows' in assessments ? assessments.rows : [];
    const levelsOf = latestLevels(rows);
    const referrals = value.name === 'shown' ? value.diary.referrals : {};
    return {
      known: {
        today,
        lists,
        officer: officer.id,
        dueOf: (record) => of.get(record) ?? NOTHING,
        dueAbout: (subject) => about.get(subject) ?? NOTHING,
        referralOf: (record) => referrals[record],
        levelsOf: (subject) => levelsOf.get(subject),
        levels: [...new Set([...(shipped ?? []), ...rows.flatMap(({ levels }) => levels)])],
      },
      unread: [
        ...(value.name === 'reading' ? BY_DUE : []),
        ...(hasLevels && !(assessments && shipped) ? ['level'] : []),
      ],
    };
  }, [value, assessments, shipped, hasLevels, lists, today, officer.id]);
}

/** Levels of others are known by the assessments that gave them. @returns undefined until they are loaded */
function useShippedLevels(isOn: boolean): readonly string[] | undefined {
  const levels = useSignal<readonly string[] | undefined>(undefined);
  useEffect(() => {
    if (!isOn) return;
    import('./shipped-levels.js').then(
      ({ SHIPPED_LEVELS }) => {
        levels.value = SHIPPED_LEVELS;
      },
      () => {
        levels.value = [];
      },
    );
  }, [isOn, levels]);
  return levels.value;
}

function byKey(
  key: 'record' | 'about',
  state: ReturnType<typeof useDiary>['shown']['value'],
): ReadonlyMap<RecordId, readonly DiaryEntry[]> {
  const found = new Map<RecordId, DiaryEntry[]>();
  for (const entry of state.name === 'shown' ? state.diary.entries : []) {
    const id = entry[key];
    if (id === undefined) continue;
    const own = found.get(id);
    if (own) own.push(entry);
    else found.set(id, [entry]);
  }
  return found;
}

/** Labels of the latest signed assessment of each person. */
function latestLevels(
  rows: readonly ListRowOf['assessments'][],
): ReadonlyMap<RecordId, readonly string[]> {
  const latest = new Map<RecordId, ListRowOf['assessments']>();
  for (const row of rows) {
    if (row.standing !== 'signed') continue;
    const before = latest.get(row.subjectId);
    if (!before || row.assessedOn >= before.assessedOn) latest.set(row.subjectId, row);
  }
  return new Map([...latest].map(([subject, { levels }]) => [subject, levels]));
}
