import type { StoredRecord } from '@cyber-prevent/core';
import { t } from '../../locales/late.js';
import { useNameApart } from '../case/use-name-apart.js';

export interface RecordedForProps {
  people: readonly StoredRecord<'subject'>[];
  /** Words of the message that are already there. */
  said?: string;
}

/** Names the people whose records were saved, apart from others of their name, unless the message does already. */
export function RecordedFor({ people, said = '' }: RecordedForProps) {
  const nameOf = useNameApart();
  const missing = people.map(nameOf).filter((name) => !said.includes(name));
  if (missing.length === 0) return null;
  return <p class="govuk-body">{t('save.about', { name: missing.join('; ') })}</p>;
}
