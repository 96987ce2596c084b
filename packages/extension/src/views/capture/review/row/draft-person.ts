/** The person that a draft is about, as its page names them; and a check if two drafts name the same one. */
import { type Draft, writtenDate } from '@cyber-prevent/core';
import { isCivilDate } from '../../../../components/civil-date.js';
import type { NamedPerson } from './taken-person.js';

type Rows = Pick<Draft, 'rows'>;

/** First name in the draft for its subject; undefined if it names nobody. */
export function nameInDraft({ rows }: Rows): string | undefined {
  return rows.find(({ path }) => path === 'subject.name')?.value;
}

/** The person of a draft in words: the name, with the date of birth if one was read. */
export function personInDraft({ rows }: Rows): NamedPerson {
  const born = rows.find(({ path }) => path === 'subject.bornOn')?.value;
  return {
    name: nameInDraft({ rows }),
    born: born && isCivilDate(born) ? writtenDate(born) : undefined,
  };
}

/** True if each gives a date of birth that the other does not. *N/A* gives none. */
export function isBornApart(one: Rows, other: Rows): boolean {
  const [born, bornOther] = [births(one), births(other)];
  return born.size > 0 && bornOther.size > 0 && !meet(born, bornOther);
}

/**
 * True if both name the same person and their dates of birth do not contradict it in any order of day and month. False
 * if either names nobody.
 */
export function isSamePerson(one: Rows, other: Rows): boolean {
  const isNamedAlike = meet(values(one, 'subject.name'), values(other, 'subject.name'));
  if (!isNamedAlike || isBornApart(one, other)) return false;
  const [born, bornOther] = [births(one), births(other)];
  if (born.size === 0 || bornOther.size === 0) return true;
  return born.size === bornOther.size && [...born].every((day) => bornOther.has(day));
}

/** Days that the page gives; both, where one can be read in two ways. */
function births({ rows }: Rows): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ path }) => path === 'subject.bornOn')
      .flatMap(({ either, value }) => (either ? [either.dayFirst, either.monthFirst] : value))
      .filter(isCivilDate),
  );
}

/** True if both are the same words, apart from capitals and the space between them. Accents count. */
export function isSameName(one: string, other: string): boolean {
  return foldedText(one) === foldedText(other);
}

function foldedText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function values({ rows }: Rows, wanted: string): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ path }) => path === wanted)
      .map(({ value }) => foldedText(value))
      .filter((value) => value !== ''),
  );
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((value) => other.has(value));
}
