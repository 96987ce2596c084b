/** The places in records whose words may mean an organisation. */
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { OrganisationLink } from '../../record/organisation-link.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** The fields of a link that name the record with the words, by its kind. */
const ABOUT = {
  agencyContact: 'agencyContactId',
  referrer: 'referrerId',
  incident: 'incidentId',
  advice: 'adviceId',
  subject: 'subjectId',
} as const satisfies Partial<Record<RecordKind, keyof OrganisationLink>>;

/** Kinds of record that have words for an organisation. */
export type WordedKind = keyof typeof ABOUT;
export const WORDED_KINDS = Object.keys(ABOUT) as readonly WordedKind[];

export function isWorded(kind: RecordKind): kind is WordedKind {
  return Object.hasOwn(ABOUT, kind);
}

export interface WordPlace {
  readonly kind: WordedKind;
  readonly record: RecordId;
  /** Property path of the words. */
  readonly path: string;
  readonly words: string;
  /** Other words of the record that may tell which organisation is meant. */
  readonly near: readonly string[];
  readonly postcodes: readonly string[];
  readonly emails: readonly string[];
}

type Read<K extends WordedKind> = (value: RecordOf<K>) => {
  readonly words: readonly (readonly [path: string, words: string | undefined])[];
  readonly near?: readonly string[];
  readonly postcodes?: readonly string[];
  readonly emails?: readonly string[];
};

const READ: { readonly [K in WordedKind]: Read<K> } = {
  subject: ({ schools, addresses }) => ({
    words: schools.map(({ name }, nth) => [`schools[${nth}].name`, name]),
    near: addresses.map(({ lines }) => lines),
  }),
  referrer: ({ organisation, email }) => ({
    words: [['organisation', organisation]],
    emails: email === undefined ? [] : [email],
  }),
  agencyContact: ({ who }) => ({ words: [['who', who]] }),
  incident: ({ place, partner }) => ({
    words: [
      ['place', place],
      ['partner', partner],
    ],
    near: [place],
  }),
  advice: ({ organisation }) => ({ words: [['organisation', organisation]] }),
};

/** Every place of the record that has words for an organisation; none of a kind that has no such place. */
export function wordPlaces({
  kind,
  id,
  value,
}: Pick<StoredRecord, 'kind' | 'id' | 'value'>): readonly WordPlace[] {
  if (!isWorded(kind)) return [];
  const read: Read<never> = READ[kind];
  const { words, near = [], postcodes = [], emails = [] } = read(value as never);
  return words.flatMap(([path, said]) =>
    said === undefined ? [] : [{ kind, record: id, path, words: said, near, postcodes, emails }],
  );
}

/** The record that the words of a link are in; undefined for a link that names none. */
export function aboutOfLink(
  link: Pick<OrganisationLink, (typeof ABOUT)[WordedKind]>,
): { readonly kind: WordedKind; readonly id: RecordId } | undefined {
  for (const kind of WORDED_KINDS) {
    const id = link[ABOUT[kind]];
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

/** The fields by which a link names the record of the place. A contact with an agency is about its subject too. */
export function aboutFields({
  kind,
  id,
  value,
}: Pick<StoredRecord<WordedKind>, 'kind' | 'id' | 'value'>): Partial<OrganisationLink> {
  const of = kind === 'agencyContact' ? { subjectId: Reflect.get(value, 'subjectId') } : {};
  return { ...of, [ABOUT[kind as WordedKind]]: id };
}
