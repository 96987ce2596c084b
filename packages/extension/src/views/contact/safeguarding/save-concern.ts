/** Keeps a concern, or says in a plain sentence why it is not kept yet. Nothing gates it. */
import {
  type Host,
  type Issue,
  PreventError,
  type RecordId,
  type RecordStore,
  raiseConcern,
} from '@cyber-prevent/core';
import { cleanValues, type FormValues } from '../../../components/form-values.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/translate.js';

export type ConcernSaved =
  | { readonly name: 'saved'; readonly id: RecordId; readonly toDo: readonly Issue[] }
  /** The form is to say it: there is not a word of what the concern is. */
  | { readonly name: 'incomplete'; readonly issues: readonly Issue[] }
  | { readonly name: 'failed'; readonly why: string };

export async function saveConcern(
  form: Pick<RecordFormState<'safeguardingConcern'>, 'fields' | 'shownWhen'>,
  values: FormValues,
  { store, host }: { readonly store: RecordStore; readonly host: Host },
): Promise<ConcernSaved> {
  const typed = cleanValues(form.fields, values, (path) => form.shownWhen[path]?.(values) ?? true);
  const raised = raiseConcern(typed, { host });
  if (!raised.ok) return { name: 'incomplete', issues: raised.issues };
  try {
    await store.commit(raised.value.commit);
  } catch (error) {
    return { name: 'failed', why: whyOf(error) };
  }
  return { name: 'saved', id: raised.value.id, toDo: raised.issues };
}

function whyOf(error: unknown): string {
  const code = error instanceof PreventError ? error.code : undefined;
  if (code === 'CP_STORE_LOCKED') return t('safeguarding.failed.locked');
  if (code === 'CP_STORE_FULL') return t('safeguarding.failed.full');
  return t('safeguarding.failed.other');
}
