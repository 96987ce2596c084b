import type { RecordId } from '@cyber-prevent/core';
import type { FormDoubt, NameDoubt, OwnSign } from '@cyber-prevent/core/fill';
import { t } from '../../../locales/late.js';
import type { FormRead } from '../../../ports/fill-service.js';
import type { Services } from '../../../ports/services.js';
import { personWords } from './person-words.js';

const EACH = new Intl.ListFormat('en-GB');

/**
 * Compares the references and names on the page with those on record. Returns undefined if that cannot be done.
 *
 * @param offered - texts on the page that are offered as the reference of a record
 */
export async function doubtsOf(
  { form, system, url }: FormRead,
  subject: RecordId,
  services: Pick<Services, 'ask'>,
  offered: readonly string[] = [],
): Promise<readonly FormDoubt[] | undefined> {
  const known = form.shown ?? [];
  const more = offered.filter((text) => known.every((each) => each.text !== text));
  const shown = [...known, ...more.map((text) => ({ text, named: 'any' as const }))];
  const { lines = [], person } = form;
  if (shown.length + lines.length === 0 && !person) return [];
  const page = { system, url, shown, lines, ...(person ? { person } : {}) };
  return services.ask('form-doubts', [subject, page]).catch(() => undefined);
}

/** The reference as the page shows it: “NM/26/200 (Case number)”. */
export function referenceWords({ text, label }: Pick<OwnSign, 'text' | 'label'>): string {
  return label === undefined ? text : t('fill.reference', { label, text });
}

/** The people for whom it is on record, without those whose record is closed to the officer. */
export function ownerWords({ people, isClosed }: Pick<FormDoubt, 'people' | 'isClosed'>): string {
  const whose = people.map(({ name, bornOn, births = bornOn ? [bornOn] : [] }) =>
    personWords({ names: [name], born: births }),
  );
  return EACH.format(isClosed ? [...whose, t('fill.reference.closed')] : whose);
}

export function isOfName(doubt: FormDoubt): doubt is NameDoubt {
  return doubt.kind !== 'another' && doubt.kind !== 'differs';
}

/** The names or the date of birth that speak against this person, and their place on the page. */
export function nameWords(doubt: NameDoubt, name: string): string {
  const { kind, people, isClosed, text } = doubt;
  const place = t(`fill.place.${doubt.place}`);
  const said = text === '' ? '' : t('fill.named.said', { text });
  if (kind === 'namesakes' || kind === 'twins') {
    const count = people.length + (isClosed ? 2 : 1);
    if (kind === 'twins') return t('fill.twins', { place, said, count });
    const all = EACH.format([name, ownerWords(doubt)]);
    return t('fill.namesakes', { place, said, count, people: all });
  }
  return people.length > 0 || isClosed
    ? t('fill.named', { place, said, people: ownerWords(doubt) })
    : t('fill.born', { place, said, name });
}
