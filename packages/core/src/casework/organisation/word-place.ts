/** The places in records whose words may mean an organisation. */
import { ABOUT_FIELDS, isWorded, type WordedKind } from '../../record/about-link.js';
import type { RecordOf } from '../../record/kind.js';
import type { OrganisationLink } from '../../record/organisation-link.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

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

/** The fields by which a link names the record of the place. A contact with an agency is about its subject too. */
export function aboutFields({
  kind,
  id,
  value,
}: Pick<StoredRecord<WordedKind>, 'kind' | 'id' | 'value'>): Partial<OrganisationLink> {
  const of = kind === 'agencyContact' ? { subjectId: Reflect.get(value, 'subjectId') } : {};
  return { ...of, [ABOUT_FIELDS[kind as WordedKind]]: id };
}
