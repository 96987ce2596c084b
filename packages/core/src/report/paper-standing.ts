/**
 * The lines under a paper that say whose words it has: those of its form, and those of the lists that its codes are in.
 * They are no part of a text that was served.
 */
import { grouped } from '../capture/field/grouped.js';
import type { CodeList } from '../codes/code-list.js';
import { writtenDate } from '../shared/dates.js';
import { checkedWords, FROM_MEMORY } from './checked-words.js';
import { TEMPLATES_ORIGIN } from './templates/templates.js';

/** Standings of lists on a paper, as the start of a line that names them. */
const HOW_KNOWN: Readonly<Record<CodeList['status'], string>> = {
  found: 'Read in a public source, not confirmed by the force, not official',
  secondary: 'Quoted by others, not confirmed by the force, not official',
  recalled: `${FROM_MEMORY}, not official`,
  proposed: 'Proposed for this toolkit, not official',
};

/** The same for the child and their family, in words that a child can read. */
const HOW_KNOWN_PLAINLY: typeof HOW_KNOWN = {
  found: 'Some words here are a short version of something that anyone can look up',
  secondary: 'Some words here are repeated from what other people wrote',
  recalled: 'Some words here are general knowledge that nobody has checked',
  proposed: 'Some words here were chosen by the people who made this form',
};

/** The code of `export-destination` for the person and their family. */
const CHILD = 'subject';

/**
 * @param lists - those that words on the paper were taken from
 * @param isShipped - false for a form that a pack gives: it has its own line
 * @param reader - a code of `export-destination`: a child reads it in plainer words
 */
export function standingLines(
  lists: readonly CodeList[],
  isShipped: boolean,
  reader: string,
): readonly string[] {
  const isPlain = reader === CHILD;
  const checked = writtenDate(TEMPLATES_ORIGIN.checkedOn);
  const form = isPlain
    ? `The people who made the police’s record tool wrote this form. It is not an official form. They last checked it on ${checked}.`
    : `The form of this paper is this toolkit’s own, not official. It was last checked on ${checked}.`;
  return [
    ...(isShipped ? [form] : []),
    ...[...grouped(lists, (list) => howKnown(list, isPlain))].map(([how, each]) => {
      const titles = each.map(listWords).join('; ');
      return isPlain ? `${how}: ${titles}.` : `Words from lists. ${how}: ${titles}.`;
    }),
    ...lists.flatMap(({ title, recalls = [] }) =>
      recalls.map(
        ({ version, issuer = 'this toolkit', recalledOn, reason }) =>
          `The list “${title}”, version ${version} from ${issuer}, was recalled on ${writtenDate(recalledOn)}. ${reason}`,
      ),
    ),
  ];
}

function howKnown({ status, givenBy }: CodeList, isPlain: boolean): string {
  if (isPlain) {
    if (givenBy?.isOfficial) return `Some words here are official. They are from ${givenBy.issuer}`;
    const from = givenBy ? `, from ${givenBy.issuer}` : '';
    return `${HOW_KNOWN_PLAINLY[status]}${from}. They are not official words`;
  }
  if (givenBy === undefined) return HOW_KNOWN[status];
  const { issuer, isOfficial } = givenBy;
  if (isOfficial) return `Official, issued by ${issuer}`;
  return status === 'proposed'
    ? `From ${issuer}, its own, not official`
    : `From ${issuer}. ${HOW_KNOWN[status]}`;
}

function listWords({ title, status, checkedOn }: CodeList): string {
  return `${title} (${checkedWords(status, checkedOn)})`;
}

/** Code lists that remember which of them were looked up. */
export class ListsUsed extends Map<string, CodeList> {
  readonly #asked = new Set<string>();

  override get(id: string): CodeList | undefined {
    this.#asked.add(id);
    return super.get(id);
  }

  /** Those that were looked up, by title. */
  used(): readonly CodeList[] {
    return [...this.#asked]
      .flatMap((id) => super.get(id) ?? [])
      .sort((one, other) => one.title.localeCompare(other.title, 'en'));
  }
}
