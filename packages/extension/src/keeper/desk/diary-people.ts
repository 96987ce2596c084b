/** The people of a diary, each with what tells them from others of the same name on record. */
import {
  birthsOf,
  civilDay,
  foldText,
  type PlainDate,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { twinsOf } from '../../components/list/twins.js';
import type { DiaryPerson, DiaryRead } from '../../ports/diary-read.js';

type Subject = StoredRecord<'subject'>;

/**
 * @param ids - the people that the entries are about
 * @param subjects - everybody whose record is open to the officer: somebody with nothing due is a namesake too
 */
export function diaryPeople(
  ids: ReadonlySet<RecordId>,
  subjects: readonly Subject[],
  referrals: readonly StoredRecord<'referral'>[],
): DiaryRead['people'] {
  const references = new Map<RecordId, Set<string>>();
  const first = new Map<RecordId, PlainDate>();
  for (const { value } of referrals) {
    const { subjectId, reference, receivedOn } = value;
    if (!ids.has(subjectId)) continue;
    if (receivedOn < (first.get(subjectId) ?? '9')) first.set(subjectId, receivedOn);
    if (reference === undefined) continue;
    references.set(subjectId, (references.get(subjectId) ?? new Set()).add(reference));
  }
  const alike = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const name = foldText(subject.value.name);
    const others = alike.get(name);
    if (others) others.push(subject);
    else alike.set(name, [subject]);
  }
  const people: Record<RecordId, DiaryPerson> = {};
  for (const group of alike.values()) {
    const twins =
      group.length > 1 ? twinsOf(group.map((each) => asPerson(each, first.get(each.id)))) : NOBODY;
    for (const { id, value } of group) {
      if (!ids.has(id)) continue;
      const { name, bornOn } = value;
      const births = birthsOf(value);
      const [reference, another] = references.get(id) ?? [];
      people[id] = {
        name,
        ...(bornOn === undefined ? {} : { bornOn }),
        ...(births.length > 1 ? { births } : {}),
        ...(reference === undefined || another !== undefined ? {} : { reference }),
        ...(group.length > 1 ? { hasNamesake: true } : {}),
        ...twins.get(id),
      };
    }
  }
  return people;
}

const NOBODY: ReturnType<typeof twinsOf> = new Map();

function asPerson({ id, createdAt, value }: Subject, firstReceivedOn?: PlainDate) {
  const { name, bornOn } = value;
  const births = birthsOf(value);
  return {
    id,
    name,
    bornOn,
    ...(births.length > 1 ? { births } : {}),
    recordedOn: civilDay(createdAt),
    ...(firstReceivedOn && { firstReceivedOn }),
  };
}
