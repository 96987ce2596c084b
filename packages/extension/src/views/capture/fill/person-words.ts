import { writtenDate } from '@cyber-prevent/core';
import type { FormPerson } from '@cyber-prevent/core/fill';
import { t } from '../../../locales/late.js';

const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** A person by name and date of birth: “Tobias Wren, born 2 September 2011”. */
export function personWords({ names, born }: Pick<FormPerson, 'names' | 'born'>): string {
  const known = names.length > 0 ? names.join(', ') : t('fill.another.nobody');
  return born.length === 0
    ? known
    : t('fill.another.born', { name: known, date: EITHER.format(born.map(writtenDate)) });
}
