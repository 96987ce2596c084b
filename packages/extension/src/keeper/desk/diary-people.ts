/** The people of a diary, each with what tells them from others on record who have the same name, or none. */
import {
  birthsOf,
  civilDay,
  isUnnamed,
  type PlainDate,
  type RecordId,
  type StoredRecord,
  tellingFacts,
} from '@cyber-prevent/core';
import { type MaybeTwin, readsAs, twinsOf } from '../../components/list/twins.js';
import type { DiaryPerson, DiaryRead } from '../../ports/diary-read.js';

type Subject = StoredRecord<'subject'>;
type HandlesOf = (person: RecordId) => Promise<readonly StoredRecord<'onlineIdentifier'>[]>;

/**
 * @param ids - the people that the entries are about
 * @param subjects - everybody whose record is open to the officer: somebody with nothing due is a namesake too
 * @param handlesOf - reads the handles of one person; asked for those alone who read alike
 */
export async function diaryPeople(
  ids: ReadonlySet<RecordId>,
  subjects: readonly Subject[],
  referrals: readonly StoredRecord<'referral'>[],
  handlesOf: HandlesOf,
): Promise<DiaryRead['people']> {
  const references = new Map<RecordId, Set<string | undefined>>();
  const first = new Map<RecordId, PlainDate>();
  for (const { value } of referrals) {
    const { subjectId, reference, receivedOn } = value;
    if (!ids.has(subjectId)) continue;
    if (receivedOn < (first.get(subjectId) ?? '9')) first.set(subjectId, receivedOn);
    references.set(subjectId, (references.get(subjectId) ?? new Set()).add(reference));
  }
  const alike = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const { name } = subject.value;
    const key = readsAs({ name, ...(isUnnamed(name) && { isUnnamed: true }) });
    const others = alike.get(key);
    if (others) others.push(subject);
    else alike.set(key, [subject]);
  }
  const people: Record<RecordId, DiaryPerson> = {};
  for (const [key, group] of alike) {
    if (!group.some(({ id }) => ids.has(id))) continue;
    const isApart = key === UNNAMED || group.length > 1;
    const twins = isApart
      ? twinsOf(
          await Promise.all(
            group.map(async (each) => asPerson(each, await handlesOf(each.id), first.get(each.id))),
          ),
        )
      : NOBODY;
    for (const { id, value } of group) {
      if (!ids.has(id)) continue;
      const { name, bornOn } = value;
      const births = birthsOf(value);
      const [reference, ...others] = references.get(id) ?? [];
      people[id] = {
        name,
        ...(bornOn === undefined ? {} : { bornOn }),
        ...(births.length > 1 ? { births } : {}),
        ...(reference === undefined || others.length > 0 ? {} : { reference }),
        ...(isApart ? { hasNamesake: true } : {}),
        ...twins.get(id),
      };
    }
  }
  return people;
}

const NOBODY: ReturnType<typeof twinsOf> = new Map();

/** Key of everybody whose name is not known. */
const UNNAMED = readsAs({ name: '', isUnnamed: true });

function asPerson(
  { id, createdAt, value }: Subject,
  identifiers: Awaited<ReturnType<HandlesOf>>,
  firstReceivedOn?: PlainDate,
): MaybeTwin {
  const { name, aliases, bornOn } = value;
  const births = birthsOf(value);
  return {
    id,
    name,
    otherNames: aliases,
    bornOn,
    ...(births.length > 1 ? { births } : {}),
    ...tellingFacts(value, identifiers),
    recordedOn: civilDay(createdAt),
    ...(firstReceivedOn && { firstReceivedOn }),
  };
}
