/** The words for an organisation where one is chosen: what tells it from others, and that it closed or became another. */
import { type Organisation, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

/**
 * @param name - what tells it from others
 * @param now - words for the organisation that it is now, if it became another
 */
export function statedWords(
  name: string,
  { closedOn, becameId }: Pick<Organisation, 'closedOn' | 'becameId'>,
  now: string | undefined,
): string {
  const closed = closedOn && t('organisation.stated.closed', { name, date: writtenDate(closedOn) });
  if (becameId === undefined || now === undefined) return closed ?? name;
  return `${closed ?? name} ${t('organisation.section.now', { name: now })}`;
}
