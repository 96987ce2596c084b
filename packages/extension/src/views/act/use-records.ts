/**
 * Every record of a kind, for a list. Read again after each save. Rows of a list are not a look at a record; opening
 * one is.
 */
import type { RecordKind, StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';

/** @returns undefined until they are read; empty if they cannot be, which the first look at one explains */
export function useRecords<K extends RecordKind>(kind: K): readonly StoredRecord<K>[] | undefined {
  const { services } = useApp();
  const records = useSignal<readonly StoredRecord<K>[] | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    let latest = 0;
    const load = async (): Promise<void> => {
      latest += 1;
      const own = latest;
      const held = await services.store.query(kind).catch(() => []);
      if (!gone && own === latest) records.value = held;
    };
    void load();
    const stop = services.store.subscribe(() => void load());
    return () => {
      gone = true;
      stop();
    };
  }, [services, kind]);
  return records.value;
}
