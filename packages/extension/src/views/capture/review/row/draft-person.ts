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

/** True if each gives a date of birth that the other does not. */
export function isBornApart(one: Rows, other: Rows): boolean {
  const [born, bornOther] = [values(one, 'subject.bornOn'), values(other, 'subject.bornOn')];
  return born.size > 0 && bornOther.size > 0 && !meet(born, bornOther);
}

/** True if both name the same person and their dates of birth do not contradict it. False if either names nobody. */
export function isSamePerson(one: Rows, other: Rows): boolean {
  const isNamedAlike = meet(values(one, 'subject.name'), values(other, 'subject.name'));
  return isNamedAlike && !isBornApart(one, other);
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
