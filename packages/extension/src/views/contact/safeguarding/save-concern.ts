/** Saves a concern, or says in a plain sentence why it is not saved yet. Nothing gates it. */
import { type Issue, PreventError, type RecordId, raiseConcern } from '@cyber-prevent/core';
import type { KeptSave } from '../../../app/pending-save.js';
import { SaidError } from '../../../app/said-error.js';
import { cleanValues, type FormValues } from '../../../components/form-values.js';
import type { RecordFormState } from '../../../components/use-record-form.js';
import { t } from '../../../locales/translate.js';
import type { Services } from '../../../ports/services.js';
import { type PendingPlace, saveOnce } from '../../act/save-once.js';

export type ConcernSaved =
  | { readonly name: 'saved'; readonly id: RecordId; readonly toDo: readonly Issue[] }
  /** The form shows the issues: there is not a word about the concern yet. */
  | { readonly name: 'incomplete'; readonly issues: readonly Issue[] }
  | { readonly name: 'failed'; readonly why: string; readonly kept?: KeptSave };

/** @param place - stores the save until it is known to have been kept */
export async function saveConcern(
  form: Pick<RecordFormState<'safeguardingConcern'>, 'fields' | 'shownWhen'>,
  values: FormValues,
  services: Pick<Services, 'saves' | 'store' | 'host'>,
  place: PendingPlace,
): Promise<ConcernSaved> {
  let toDo: readonly Issue[] = [];
  try {
    const outcome = await saveOnce(services, place, values, () => {
      const raised = raiseConcern(
        cleanValues(form.fields, values, (path) => form.shownWhen[path]?.(values) ?? true),
        services,
      );
      toDo = raised.issues;
      return raised;
    });
    if (outcome.name === 'refused') return { name: 'incomplete', issues: outcome.issues };
    if (outcome.name === 'kept-before')
      return { name: 'failed', why: t('safeguarding.failed.kept'), kept: outcome.kept };
    return { name: 'saved', id: outcome.made.id, toDo };
  } catch (error) {
    return { name: 'failed', why: whyOf(error) };
  }
}

function whyOf(error: unknown): string {
  if (error instanceof SaidError) return error.message;
  const code = error instanceof PreventError ? error.code : undefined;
  if (code === 'CP_STORE_LOCKED') return t('safeguarding.failed.locked');
  if (code === 'CP_STORE_FULL') return t('safeguarding.failed.full');
  return t('safeguarding.failed.other');
}
