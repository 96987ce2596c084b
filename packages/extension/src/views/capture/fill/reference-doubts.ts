import type { RecordId } from '@cyber-prevent/core';
import type { ReferenceDoubt } from '@cyber-prevent/core/fill';
import { t } from '../../../locales/late.js';
import type { FormRead } from '../../../ports/fill-service.js';
import type { Services } from '../../../ports/services.js';
import { personWords } from './person-words.js';

const EACH = new Intl.ListFormat('en-GB');

/**
 * Compares the references on the page with those on record. Returns undefined if that cannot be done.
 *
 * @param offered - texts on the page that are offered as the reference of a record
 */
export async function doubtsOf(
  { form, system, url }: FormRead,
  subject: RecordId,
  services: Pick<Services, 'ask'>,
  offered: readonly string[] = [],
): Promise<readonly ReferenceDoubt[] | undefined> {
  const known = form.shown ?? [];
  const more = offered.filter((text) => known.every((each) => each.text !== text));
  const shown = [...known, ...more.map((text) => ({ text, named: 'any' as const }))];
  if (shown.length === 0) return [];
  return services.ask('reference-doubts', [subject, { system, url, shown }]).catch(() => undefined);
}

/** The reference as the page shows it: “NM/26/200 (Case number)”. */
export function referenceWords({ text, label }: ReferenceDoubt): string {
  return label === undefined ? text : t('fill.reference', { label, text });
}

/** The people for whom it is on record, without those whose record is closed to the officer. */
export function ownerWords({ people, isClosed }: ReferenceDoubt): string {
  const whose = people.map(({ name, bornOn }) =>
    personWords({ names: [name], born: bornOn ? [bornOn] : [] }),
  );
  return EACH.format(isClosed ? [...whose, t('fill.reference.closed')] : whose);
}
