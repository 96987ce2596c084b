/** The contents of an exchange file, case by case: the people, and the changes it would make to each case. */
import {
  type Batch,
  type Foreseen,
  RECORD_KINDS,
  type RecordId,
  type RecordStore,
  revisionsOf,
} from '@cyber-prevent/core';
import type { ExchangeSeen } from '../../ports/services.js';

type Source = Pick<RecordStore, 'get'>;
type Names = ReadonlyMap<RecordId, string>;

/** Each of the subjects with the name in the sender’s latest revision, or else the name recorded here. */
export async function namesIn(
  batches: readonly Batch[],
  subjects: readonly RecordId[],
  store: Source,
): Promise<Names> {
  const names = new Map<RecordId, string>();
  for (const { kind, record, set } of batches.flatMap(revisionsOf)) {
    const { name } = set as { readonly name?: unknown };
    if (kind === 'subject' && typeof name === 'string') names.set(record, name);
  }
  for (const subject of subjects.filter((each) => !names.has(each))) {
    const name = await nameHeld(subject, store);
    if (name !== undefined) names.set(subject, name);
  }
  return names;
}

async function nameHeld(subject: RecordId, store: Source): Promise<string | undefined> {
  return (await store.get('subject', subject))?.value.name;
}

/** The requests to colleagues and their answers, in the order of the file. */
export function requestsIn(batches: readonly Batch[]): readonly RecordId[] {
  const asked = batches.flatMap(revisionsOf).filter(({ kind }) => kind === 'colleagueRequest');
  return [...new Set(asked.map(({ record }) => record))];
}

/**
 * The records that would be added and changed, by case and by kind, in the order of the file’s cases; and those that
 * would end here. A record shared by several cases is counted with each.
 */
export async function changesIn(
  foreseen: readonly Foreseen[],
  names: Names,
  store: Source,
): Promise<Pick<ExchangeSeen, 'changes' | 'endings'>> {
  const subjects = [...new Set([...names.keys(), ...foreseen.flatMap(({ cases }) => cases)])];
  const named = new Map(names);
  for (const subject of subjects.filter((each) => !named.has(each))) {
    const name = await nameHeld(subject, store);
    if (name !== undefined) named.set(subject, name);
  }
  const nameOf = (subject: RecordId | undefined) => {
    const name = subject && named.get(subject);
    return name === undefined ? {} : { name };
  };
  const changes = await Promise.all(
    subjects.map(async (subject) => {
      const held = await store.get('subject', subject);
      const heldAs = held?.value.name;
      return {
        subject,
        ...nameOf(subject),
        isHeld: held !== undefined,
        ...(heldAs === undefined || heldAs === named.get(subject) ? {} : { heldAs }),
        kinds: kindsOf(
          foreseen.filter(({ cases, wouldEnd }) => !wouldEnd && cases.includes(subject)),
        ),
      };
    }),
  );
  return {
    changes: changes.filter(({ kinds }) => kinds.length > 0),
    endings: foreseen
      .filter(({ wouldEnd }) => wouldEnd)
      .map(({ kind, record, cases: [subject] }) => ({ kind, record, ...nameOf(subject) })),
  };
}

function kindsOf(touched: readonly Foreseen[]): ExchangeSeen['changes'][number]['kinds'] {
  return RECORD_KINDS.flatMap((kind) => {
    const ofKind = touched.filter((one) => one.kind === kind);
    const changed = ofKind.filter(({ isHeld }) => isHeld).length;
    return ofKind.length === 0 ? [] : [{ kind, added: ofKind.length - changed, changed }];
  });
}
