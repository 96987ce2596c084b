/** The record with the words that an organisation is joined to. */
import type { RecordId } from '../shared/primitives.js';
import type { RecordKind } from './kind.js';
import type { OrganisationLink } from './organisation-link.js';

/** The fields of a link that name the record with the words, by its kind. */
export const ABOUT_FIELDS = {
  agencyContact: 'agencyContactId',
  referrer: 'referrerId',
  incident: 'incidentId',
  advice: 'adviceId',
  subject: 'subjectId',
} as const satisfies Partial<Record<RecordKind, keyof OrganisationLink>>;

/** Kinds of record that have words for an organisation. */
export type WordedKind = keyof typeof ABOUT_FIELDS;
export const WORDED_KINDS = Object.keys(ABOUT_FIELDS) as readonly WordedKind[];

export function isWorded(kind: RecordKind): kind is WordedKind {
  return Object.hasOwn(ABOUT_FIELDS, kind);
}

/** The record that the words of a link are in; undefined for a link that names none. */
export function aboutOfLink(
  link: Pick<OrganisationLink, (typeof ABOUT_FIELDS)[WordedKind]>,
): { readonly kind: WordedKind; readonly id: RecordId } | undefined {
  for (const kind of WORDED_KINDS) {
    const id = link[ABOUT_FIELDS[kind]];
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}
