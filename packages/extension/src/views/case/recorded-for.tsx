import type { StoredRecord } from '@cyber-prevent/core';
import type { Said } from '../../app/session.js';
import { t } from '../../locales/late.js';
import { useNameApart } from './use-name-apart.js';

export interface RecordedForProps {
  people: readonly StoredRecord<'subject'>[];
  /** The message that they are named in. */
  said: Said;
}

/** Names the people whose records were saved, apart from others of their name, unless the message does already. */
export function RecordedFor({ people, said: { heading, body } }: RecordedForProps) {
  const nameOf = useNameApart();
  const words = `${heading} ${typeof body === 'string' ? body : ''}`;
  const missing = people.map(nameOf).filter((name) => !words.includes(name));
  if (missing.length === 0) return null;
  return <p class="govuk-body">{t('save.about', { name: missing.join('; ') })}</p>;
}
