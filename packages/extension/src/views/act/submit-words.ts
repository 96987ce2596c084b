import { t } from '../../locales/late.js';
import type { Act } from './act.js';

/** The words of the button that saves a new record of the act, with the name of the person. */
export function submitWords(
  { submit, title }: Pick<Act<never>, 'submit' | 'title'>,
  name: string,
): string {
  if (submit === 'person.related.save') return t(submit, { name });
  return t('save.for', { what: t(submit ?? title), name });
}
