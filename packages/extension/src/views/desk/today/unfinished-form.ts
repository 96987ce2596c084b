/** Names of the half-typed forms, by the key that each is stored under. */
import { isLateKey, type PlainKey, t } from '../../../locales/late.js';

/** Undefined for work that is no form: the saved views of a list, a page that was read. */
export function formName(formKey: string): string | undefined {
  const [first = '', second] = formKey.split('/');
  const key = [`unfinished.form.${first}/${second}`, `unfinished.form.${first}`].find(isLateKey);
  return key && t(key as PlainKey);
}
