/** Errors of a form with signals of its own: each goes as in a form of `useRecordForm`. */
import { useRef } from 'preact/hooks';
import { stillWrong } from './form-errors.js';
import type { FormValues } from './form-values.js';

interface Found {
  readonly message: string;
  /** Name of the field, or the id of its control. */
  readonly at?: string | undefined;
  readonly fieldId?: string | undefined;
}

/**
 * The errors that still hold: that of a field goes once its value is another.
 *
 * @param found - another list after each check, even of the same errors
 * @param values - by the names that the errors have
 */
export function useStillWrong<E extends Found>(
  found: readonly E[],
  values: FormValues,
): readonly E[] {
  const checked = useRef({ found, values });
  if (checked.current.found !== found) checked.current = { found, values };
  const errors = found.map((error) => ({ path: error.at ?? error.fieldId, error }));
  return stillWrong(errors, checked.current.values, values).map(({ error }) => error);
}
