/**
 * Facts from outside the rows of a list that its columns show: what is due, taken from the diary, so that a list and
 * *Today* never differ; and levels, from the rows of assessments, so that no record is read for them.
 */
import type { DiaryEntry, ListKnown, ListRowOf, PlainDate, RecordId } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { useApp, useOpenVault } from '../../../app/app.js';
import { asIssue } from '../../act/as-issue.js';
import { useDiary } from '../today/use-diary.js';
import { useOrganisations } from './use-organisations.js';
import { useRows } from './use-rows.js';

/** No limit on how far ahead an entry is due. */
const ALWAYS = '9999-12-31' as PlainDate;
const NOTHING: readonly DiaryEntry[] = [];
const BY_DUE = ['due', 'next'];
/** Columns of the referral that the next act of a person is about. */
const BY_REFERRAL = ['reference', 'received', 'status'];

export interface ListKnownRead {
  readonly known: ListKnown;
  /** Columns whose facts are not read yet: an order or a filter by them would change under the hand. */
  readonly unread: readonly string[];
  /** Columns whose facts cannot be read, and why. They are left out: “nothing is due” would be wrong. */
  readonly failed?: { readonly columns: readonly string[]; readonly why: string };
}

/** Nothing is due until it is read, and if it cannot be. */
export function useListKnown({
  hasLevels = false,
  hasReferrals = false,
  hasOrganisations = false,
  hasPeople = false,
} = {}): ListKnownRead {
  const { services } = useApp();
  const { officer } = useOpenVault();
  const { value } = useDiary(ALWAYS).shown;
  const assessments = useRows(hasLevels ? 'assessments' : undefined);
  const organisations = useOrganisations(hasOrganisations);
  const people = useRows(hasPeople ? 'subjects' : undefined);
  const shipped = useShippedLevels(hasLevels);
  const { lists } = services;
  const today = services.today();
  return useMemo(() => {
    const [of, about] = [byKey('record', value), byKey('about', value)];
    const rows = assessments && 'rows' in assessments ? assessments.rows : [];
    const levelsOf = latestLevels(rows);
    const referrals = value.name === 'shown' ? value.diary.referrals : {};
    const byDue = hasReferrals ? [...BY_DUE, ...BY_REFERRAL] : BY_DUE;
    const noDiary = value.name === 'failed' ? value.why : undefined;
    const noLevels =
      assessments && 'error' in assessments ? asIssue(assessments.error).message : undefined;
    const why = noDiary ?? noLevels;
    return {
      ...(why !== undefined && {
        failed: {
          why,
          columns: [
            ...(noDiary === undefined ? [] : byDue),
            ...(noLevels === undefined ? [] : ['level']),
          ],
        },
      }),
      known: {
        today,
        lists,
        officer: officer.id,
        dueOf: (record) => of.get(record) ?? NOTHING,
        dueAbout: (subject) => about.get(subject) ?? NOTHING,
        referralOf: (record) => referrals[record],
        levelsOf: (subject) => levelsOf.get(subject),
        organisationNow: (id) => organisations?.now(id),
        ...(hasPeople && { peopleOf: peopleCounts(people, (id) => organisations?.now(id)?.id) }),
        levels: [...new Set([...(shipped ?? []), ...rows.flatMap(({ levels }) => levels)])],
      },
      unread: [
        ...(value.name === 'reading' ? byDue : []),
        ...(hasLevels && !(assessments && shipped) ? ['level'] : []),
        ...(hasOrganisations && !organisations ? ['organisation'] : []),
        ...(hasPeople && !people ? ['people'] : []),
      ],
    };
  }, [
    value,
    assessments,
    shipped,
    hasLevels,
    hasReferrals,
    organisations,
    people,
    hasOrganisations,
    hasPeople,
    lists,
    today,
    officer.id,
  ]);
}

/**
 * Counts people by the organisation that their schools and employers are joined to, and by each that became it. A record
 * that is closed to the officer is not counted.
 */
function peopleCounts(
  people: ReturnType<typeof useRows<'subjects'>>,
  nowOf: (id: RecordId) => RecordId | undefined,
): (organisation: RecordId) => number {
  const counts = new Map<RecordId, number>();
  for (const { organisations = [] } of people && 'rows' in people ? people.rows : [])
    for (const id of new Set(organisations.flatMap((each) => nowOf(each) ?? each)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  return (id) => counts.get(nowOf(id) ?? id) ?? 0;
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
