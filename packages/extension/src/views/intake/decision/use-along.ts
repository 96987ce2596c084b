/**
 * Facts that only the store knows of the records that a decision would destroy: the further records that go with them,
 * since nothing else needs them, and the holds on others that keep one of them.
 */
import {
  type HeldOnly,
  holdsElsewhere,
  type Issue,
  type RecordId,
  type StoredRecord,
} from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../../app/app.js';

export interface Along {
  /** A page of which every value has since been corrected, say; with its content, unless it was withdrawn. */
  readonly heldOnly: readonly (HeldOnly | (HeldOnly & StoredRecord))[];
  readonly heldElsewhere: readonly Issue[];
}

export interface AlongWith {
  /** The last answer; empty until it is known. */
  readonly along: Along;
  /** Asks again, before something is destroyed. */
  ask(): Promise<Along>;
}

const NOTHING: Along = { heldOnly: [], heldElsewhere: [] };

/**
 * @param going - empty if nothing would be destroyed
 * @param subject - undefined if nobody is referred or identified
 */
export function useAlong(
  going: readonly RecordId[],
  subject: RecordId | undefined,
  records: readonly StoredRecord[],
): AlongWith {
  const { store } = useApp().services;
  const along = useSignal<Along>(NOTHING);
  const latest = useRef(0);
  const looked = useRef(new Map<RecordId, StoredRecord>());
  /** The records that nothing on screen names are looked at once, to be told apart, and logged as that. */
  const look = async (only: readonly HeldOnly[]): Promise<Along['heldOnly']> => {
    for (const record of records) looked.current.set(record.id, record);
    const unseen = only.filter(({ id, isWithdrawn }) => !isWithdrawn && !looked.current.has(id));
    if (unseen.length > 0)
      for (const record of await store.consult(
        unseen.map(({ id }) => id),
        'retention',
      ))
        looked.current.set(record.id, record);
    return only.map((each) => {
      const record = each.isWithdrawn ? undefined : looked.current.get(each.id);
      return record ? { ...record, isWithdrawn: false } : each;
    });
  };
  const found = async (): Promise<Along> => {
    if (going.length === 0 || subject === undefined) return NOTHING;
    const heldOnly = await look(await store.heldOnlyWith(going));
    const ids = [...going, ...heldOnly.map(({ id }) => id)];
    const own = [...records, ...heldOnly];
    return { heldOnly, heldElsewhere: await holdsElsewhere(store, ids, { subject, own }) };
  };
  const ask = async (): Promise<Along> => {
    latest.current += 1;
    const own = latest.current;
    const answer = await found();
    if (own === latest.current) along.value = answer;
    return answer;
  };
  useEffect(() => {
    // A failure here is repeated, with its message, at the decision itself.
    ask().catch(() => undefined);
  }, [store, going.join()]);
  return { along: along.value, ask };
}
