/** Doubt that values which were read are about a person on record. */
import type { Issue } from '../shared/issue.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { MeantPerson } from '../store/log/meant.js';
import type { StoredRecord } from '../store/log/port.js';
import { packed } from './fold.js';
import { heldPerson } from './held-person.js';
import { mayName, type NamedSubject, wordsIn } from './may-name.js';
import type { MatchKind, MatchValue } from './person.js';
import type { ReasonKind } from './reason.js';
import type { SeenPerson } from './seen-before.js';

/** Somebody on record who was found for the draft. */
export type FoundPerson = Pick<SeenPerson, 'person' | 'name' | 'bornOn' | 'births' | 'reasons'>;

interface Named {
  readonly name: string;
  readonly bornOn?: PlainDate | undefined;
  /** Every date of birth on record, if there is more than one. */
  readonly births?: readonly PlainDate[];
}

/** Evidence in what was read against the person chosen. */
export interface PersonDoubt {
  /** Names that were read, if none may be the person’s and no identifier that was read is theirs alone. */
  readonly names: readonly string[];
  /** Dates of birth that were read, if the person chosen was born on none of them. Empty: no contradiction. */
  readonly born: readonly PlainDate[];
  /** Somebody else of the very name and date of birth that were read, or of the person’s name and that date. */
  readonly exact?: FoundPerson;
  /** Somebody else of the same name, or of the reference that was read; and the value that only they have. */
  readonly own?: { readonly person: FoundPerson; readonly value: string };
}

const OWN: readonly ReasonKind[] = ['reference', 'handle', 'email', 'phone'];
/** Fewest words of a name that names somebody else: one alone is a nickname as often. */
const FEWEST = 2;

/**
 * The doubt that these values are about a person on record.
 *
 * @returns undefined if there is none
 */
export function doubtAbout(
  values: readonly MatchValue[],
  chosen: StoredRecord<'subject'>,
  found: readonly FoundPerson[],
): PersonDoubt | undefined {
  const held = heldPerson(chosen).values;
  const isRead = (kind: MatchKind, text: string | undefined): boolean =>
    text !== undefined &&
    values.some((value) => value.kind === kind && packed(value.text) === packed(text));
  const has = (kind: MatchKind, text: string): boolean =>
    held.some((value) => value.kind === kind && packed(value.text) === packed(text));
  const isBornThen = ({ bornOn, births = bornOn ? [bornOn] : [] }: Named): boolean =>
    births.some((each) => isRead('bornOn', each));
  const isExact = (one: Named): boolean => isRead('name', one.name) && isBornThen(one);

  const dates = values.flatMap(({ kind, text }) => (kind === 'bornOn' ? text : []));
  const isBorn = held.some(({ kind }) => kind === 'bornOn');
  const apart = isBorn && !dates.some((date) => has('bornOn', date));
  const born = apart ? dates.filter(isDate) : [];

  const others = found.filter(({ person }) => person !== chosen.id);
  // A date that was read would make the person like somebody else of the name, whatever name was read.
  const isMadeLike = (one: Named): boolean =>
    packed(one.name) === packed(chosen.value.name) &&
    isBornThen(one) &&
    !isRead('bornOn', chosen.value.bornOn);
  const exact = isExact(chosen.value)
    ? undefined
    : others.find((other) => isExact(other) || isMadeLike(other));
  const own = others
    .flatMap((person) =>
      person.reasons
        .filter(
          ({ kind, how }) =>
            OWN.includes(kind) &&
            how.includes('same') &&
            (kind === 'reference' || packed(person.name) === packed(chosen.value.name)),
        )
        .flatMap(({ said: [sides] }) => (sides ? [{ person, value: sides.held.text }] : [])),
    )
    // A value that both have, such as the telephone of a shared home, tells them apart in nothing.
    .find(({ value }) => !held.some(({ text }) => packed(text) === packed(value)));
  return unlessNone({
    names: otherNames(values, chosen, found),
    born,
    ...(exact ? { exact } : {}),
    ...(own ? { own } : {}),
  });
}

/**
 * The names that were read, if none may be the person’s, and no reference, name online or email that was read is theirs.
 * Brothers and sisters share a telephone, and twins a date of birth.
 */
function otherNames(
  values: readonly MatchValue[],
  chosen: StoredRecord<'subject'>,
  found: readonly FoundPerson[],
): readonly string[] {
  const [same] = found.filter(({ person }) => person === chosen.id);
  if (same?.reasons.some(({ kind, how }) => TELLING.has(kind) && how.includes('same'))) return [];
  const names = values.flatMap(({ kind, text }) => (kind === 'name' ? text : []));
  const isNamed = names.some(
    (name) => mayName(name, chosen.value) || mayName(chosen.value.name, namedAs(name)),
  );
  return isNamed ? [] : names.filter((name) => wordsIn(name).length >= FEWEST);
}

/** Reasons by which somebody is known whatever the name. */
const TELLING: ReadonlySet<ReasonKind> = new Set(['reference', 'handle', 'email']);

/** A person of whom the name alone is known. */
export function namedAs(name: string): NamedSubject {
  return { name, aliases: [], phones: [], emails: [] };
}

export function unlessNone(doubt: PersonDoubt): PersonDoubt | undefined {
  const { names, born, exact, own } = doubt;
  return names.length + born.length === 0 && !exact && !own ? undefined : doubt;
}

/** The officer’s word that the person is meant in spite of the doubt, for the commit. */
export function meantInSpite(subject: RecordId, doubt: PersonDoubt): MeantPerson {
  const { names, born, exact, own } = doubt;
  const others = [exact?.person, own?.person.person].flatMap((id) => id ?? []);
  return { subject, names: [...names], born: [...born], others: [...new Set(others)] };
}

function isDate(text: string): text is PlainDate {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}

export const PERSON_IN_DOUBT: Issue = {
  code: 'person-in-doubt',
  severity: 'error',
  message: 'This may be about somebody else. Choose another person, or say that you mean this one.',
  at: 'about',
};
