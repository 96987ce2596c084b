/**
 * The one way to edit a stored record by form. If a save conflicts with another, both values are shown side by side;
 * typed text stays in the form, and the next save is made on the record as it is now. A draft of a record that has been
 * saved since is treated the same.
 */
import { asOfHeads, type RecordId, type RecordKind, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app/app.js';
import { asTexts, type FormValues } from '../../components/form-values.js';
import type { RecordFormState } from '../../components/use-record-form.js';
import { type EditConflict, editConflict, isConflict } from './edit-conflict.js';
import { EditConflictPanel } from './edit-conflict-panel.js';

export interface Edit<K extends RecordKind> {
  /** Record that the act applies to: as opened, or as it is now after a conflict. */
  readonly held: StoredRecord<K>;
  /** Handles a conflict. `false` for any other error, or if the record is no longer stored: show those as usual. */
  catches(error: unknown): Promise<boolean>;
  /** Panel to place before the fields; empty unless there is a conflict. */
  readonly panel: ComponentChildren;
}

/** Key, among the typed values, for the heads that they were typed on. Stored with the draft. */
const TYPED_ON = 'typedOn';

/** Initial values of a form that edits the record. */
export function editValues(opened: StoredRecord): FormValues {
  return { ...opened.value, [TYPED_ON]: opened.heads };
}

/**
 * @param opened - the record that the form was filled from; undefined if the form makes a new one, so there is no edit
 * @param also - merges anything that the form contains besides its fields
 * @example
 * const form = useRecordForm({ kind, initial: editValues(opened) });
 * const edit = useEdit(opened, form);
 * const { keep } = useKeep(form, work, edit);
 * keep(() => correct(edit.held, …), () => ({ heading, go }));
 * … <RecordForm before={edit?.panel} …>
 */
export function useEdit<K extends RecordKind>(
  opened: StoredRecord<K> | undefined,
  form: RecordFormState<K>,
  also?: (before: StoredRecord<K>, now: StoredRecord<K>) => void,
): Edit<K> | undefined {
  const { store } = useApp().services;
  const held = useSignal(opened);
  const conflict = useSignal<EditConflict<K> | undefined>(undefined);
  const meet = (before: StoredRecord<K>, now: StoredRecord<K>): void => {
    const met = editConflict(before, now, form.fields, form.values.value);
    held.value = now;
    form.values.value = { ...met.values, [TYPED_ON]: now.heads };
    also?.(before, now);
    form.showIssues([]);
    conflict.value = met;
  };

  const typedOn = asTexts(form.values.value[TYPED_ON]) as readonly RecordId[];
  const base = typedOn.join();
  useEffect(() => {
    const now = held.value;
    if (now === undefined || base === '' || base === now.heads.join()) return;
    store.history(now.id).then(
      (history) => {
        const before = asOfHeads(history, typedOn) as StoredRecord<K> | undefined;
        if (before) meet(before, now);
      },
      // The vault locked first. The typed values are compared with the stored record at the save.
      () => undefined,
    );
  }, [base]);

  const found = conflict.value;
  if (opened === undefined) return undefined;
  return {
    get held() {
      return held.value ?? opened;
    },
    async catches(error) {
      if (!isConflict(error)) return false;
      const before = held.value ?? opened;
      const now = await store.get(before.kind as K, before.id).catch(() => undefined);
      if (!now) return false;
      meet(before, now);
      return true;
    },
    panel: found && (
      <EditConflictPanel
        // Shows each further conflict as new.
        key={found.now.heads.join()}
        conflict={found}
        onUseTheirs={(name, value) => form.set(name, value)}
      />
    ),
  };
}
