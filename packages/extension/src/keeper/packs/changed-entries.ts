/** The entries that a pack would change, each as it was and as it would be: the same words may stand for another number. */
import {
  DEFINITION_KINDS,
  type Definition,
  type DefinitionInForce,
  type Entry,
  entriesOfDefinition,
  inForceOfKind,
} from '@cyber-prevent/core/pack';
import type { ChangedSaid, MemberChanged } from '../../ports/packs.js';

/** @param before - the definitions in force until then */
export function changedEntries(
  ids: readonly string[],
  now: Definition | undefined,
  before: readonly DefinitionInForce[],
  most: number,
): ChangedSaid {
  const entries = ids.slice(0, most).map((id) => {
    const [will, was] = [entryOf(now, id), entryInForce(now, id, before)];
    return {
      words: will?.words ?? was?.words ?? id,
      ...(was && will && was.words !== will.words ? { was: was.words } : {}),
      members: was && will ? membersChanged(was, will) : [],
    };
  });
  return { count: ids.length, entries };
}

function entryOf(definition: Definition | undefined, id: string): Entry | undefined {
  return definition && entriesOfDefinition(definition.kind, definition.value).get(id);
}

/** The entry that counts until then: of a kind whose entries are laid over one another, the strongest issuer’s. */
function entryInForce(
  now: Definition | undefined,
  id: string,
  before: readonly DefinitionInForce[],
): Entry | undefined {
  if (now === undefined) return undefined;
  const ofKind = inForceOfKind(before, now.kind).map(({ definition }) => definition);
  const isWhole = DEFINITION_KINDS[now.kind].replaces === 'whole';
  const sources = isWhole ? ofKind.filter((each) => each.id === now.id) : ofKind;
  return sources.map((each) => entryOf(each, id)).findLast(Boolean);
}

/** Members of a row with a short value: numbers, codes, days. Long words are said already. */
function membersChanged(was: Entry, will: Entry): readonly MemberChanged[] {
  const [before, after] = [rowOf(was), rowOf(will)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const [one, other] = [JSON.stringify(before[name]), JSON.stringify(after[name])];
    const isSaid = [was.words, will.words].includes(String(after[name] ?? before[name]));
    if (one === other || isSaid) return [];
    return [{ name: plainName(name), was: shortValue(before[name]), now: shortValue(after[name]) }];
  });
}

function rowOf({ exact }: Entry): Readonly<Record<string, unknown>> {
  const row: unknown = JSON.parse(exact);
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>) : {};
}

/** A value in a few words; `null` if there is none, undefined if it is longer than a line. */
function shortValue(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const words = Array.isArray(value) ? value.map(String).join(', ') : String(value);
  const isPlain = Array.isArray(value)
    ? value.every((each) => typeof each !== 'object')
    : typeof value !== 'object';
  return isPlain && words.length <= 100 ? words : undefined;
}

/** `workingDays` as “Working days”. */
function plainName(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
