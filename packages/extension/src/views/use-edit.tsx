/**
 * One way for every form that edits a record which is held. A save that meets another one is told, both values side by
 * side; what is typed stays in the form, and the next save is made on the record as it is now.
 */
import { PreventError, type RecordKind, type StoredRecord } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useApp } from '../app/app.js';
import type { RecordFormState } from '../components/use-record-form.js';
import { type EditConflict, editConflict } from './edit-conflict.js';
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

/**
 * @param opened - the record as the form was filled from it
 * @example
 * const edit = useEdit(opened, form);
 * try { await store.commit(correctAdvice(edit.held, …).value.commit); }
 * catch (error) { if (!(await edit.catches(error))) form.showIssues([asIssue(error)]); }
 * … <RecordForm before={edit.panel} …>
 */
export function useEdit<K extends RecordKind>(
  opened: StoredRecord<K>,
  form: RecordFormState<K>,
): Edit<K> {
  const { store } = useApp().services;
  const held = useSignal(opened);
  const conflict = useSignal<EditConflict<K> | undefined>(undefined);
  const found = conflict.value;
  return {
    get held() {
      return held.value;
    },
    async catches(error) {
      if (!(error instanceof PreventError) || error.code !== 'CP_STORE_CONFLICT') return false;
      const before = held.value;
      const now = await store.get(before.kind as K, before.id).catch(() => undefined);
      if (!now) return false;
      const next = editConflict(before, now, form.fields, form.values.value);
      conflict.value = next;
      held.value = now;
      form.values.value = next.values;
      form.showIssues([]);
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
