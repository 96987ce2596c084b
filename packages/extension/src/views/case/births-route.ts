import type { StoredRecord } from '@cyber-prevent/core';
import type { RouteOf } from '../../app/route.js';

/** The place of the dates of birth on a person's page: of several, one is used or removed there. */
export function birthsRoute({ id }: StoredRecord<'subject'>): RouteOf<'subject'> {
  return { name: 'subject', subject: id, section: 'details', detail: 'bornOn' };
}
