/**
 * One way for every form that edits a record which is held. A save that meets another one is told, both values side by
 * side; what is typed stays in the form, and the next save is made on the record as it is now. The same where a form that
 * was left half filled is come back to, and the record was saved meanwhile.
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
  /** The record that the act is to be made on: as opened, or as it is now after a conflict. */
  readonly held: StoredRecord<K>;
  /**
   * Takes a conflict in hand. `false` for any other error, and for a record that is not held any more: show those as ever.
   */
  catches(error: unknown): Promise<boolean>;
  /** To stand before the fields; nothing while there is no conflict. */
  readonly panel: ComponentChildren;
}

/** Beside the typed values, and put away with them: the heads that they were typed on. */
const TYPED_ON = 'typedOn';

/** What a form that edits the record starts with. */
export function editValues(opened: StoredRecord): FormValues {
  return { ...opened.value, [TYPED_ON]: opened.heads };
}

/**
 * @param opened - the record as the form was filled from it; undefined where the form makes a new one: then there is no edit
 * @param also - puts together what the form holds beside its fields
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
      // A lock came first. What was typed is met with what is held when it is saved.
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
        // Another conflict is told anew.
        key={found.now.heads.join()}
        conflict={found}
        onUseTheirs={(name, value) => form.set(name, value)}
      />
    ),
  };
}
