/** The person whom a draft is about, as its page names them; and whether two drafts name the same one. */
import type { Draft } from '@cyber-prevent/core';

type Rows = Pick<Draft, 'rows'>;

/** The first name that the draft has for its subject; undefined where it names nobody. */
export function nameInDraft({ rows }: Rows): string | undefined {
  return rows.find(({ path }) => path === 'subject.name')?.value;
}

/** Whether both name the same person and no two dates of birth contradict it. Nobody named is never the same. */
export function isSamePerson(one: Rows, other: Rows): boolean {
  const [born, bornOther] = [values(one, 'subject.bornOn'), values(other, 'subject.bornOn')];
  const isBornAlike = born.size === 0 || bornOther.size === 0 || meet(born, bornOther);
  return isBornAlike && meet(values(one, 'subject.name'), values(other, 'subject.name'));
}

function values({ rows }: Rows, wanted: string): ReadonlySet<string> {
  return new Set(
    rows
      .filter(({ path }) => path === wanted)
      .map(({ value }) => value.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase())
      .filter((value) => value !== ''),
  );
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return [...one].some((value) => other.has(value));
}
