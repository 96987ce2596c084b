/** Result of pointing at something: the values to ask about, or a sentence that says why it cannot be taught. */

import { t } from '../../../locales/late.js';
import type { PagePointed } from '../../../ports/teach-service.js';
import type { TeachPage, TeachValue } from '../../../sandbox/teach-order.js';
import { valuesPointedAt } from './meant.js';
import { isMasked, type Masked } from './teaching.js';

export function pointedValues(
  pointed: PagePointed | undefined,
  { values }: TeachPage,
  system: string,
  masked: readonly Masked[],
): readonly TeachValue[] | string {
  if (!pointed) return t('teach.pointed.not-asked');
  const { host, at } = pointed;
  if (host !== system) return t('teach.pointed.elsewhere', { host });
  if (!at) return t('teach.pointed.nothing');
  if (at.isGone) return t('teach.pointed.gone');
  if (at.isWithheld) return t('teach.pointed.withheld');
  const found = valuesPointedAt(at, values);
  const free = found.filter((value) => !isMasked(value, masked));
  if (free.length > 0) return free;
  return t(found.length > 0 ? 'teach.pointed.masked' : 'teach.pointed.new');
}
