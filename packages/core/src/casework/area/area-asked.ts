import type { Subject } from '../../record/subject.js';
import { latestInUse } from '../../record/subject.js';

/**
 * True if the present area may no longer be right: the present address was noted later, or has another postcode than
 * the one that the area was worked out from. Asked of the officer, and never answered for them.
 */
export function asksArea({ addresses, areas = [] }: Pick<Subject, 'addresses' | 'areas'>): boolean {
  const address = latestInUse(addresses);
  const area = latestInUse(areas);
  if (!address || !area) return false;
  const { postcode, notedOn } = address;
  if (area.fromPostcode !== undefined && postcode !== undefined)
    return packed(postcode) !== packed(area.fromPostcode);
  return notedOn > area.notedOn;
}

function packed(postcode: string): string {
  return postcode.replace(/\s/g, '').toUpperCase();
}
