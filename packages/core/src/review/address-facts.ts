/** Addresses: lines and a postcode are two facts on a page and one dated entry of a subject. */
import type { Subject } from '../record/subject.js';
import type { Decided } from './decided.js';
import { type Fact, factsOf, sameness } from './fact.js';
import type { Entry } from './proposed.js';

type Address = Subject['addresses'][number];

interface FoundAddress {
  readonly lines: Fact;
  postcode?: Fact;
}

/** Each address taken, as an entry; its day is the day it was noted. */
export function addressEntries(decided: readonly Decided[]): readonly Entry<Address>[] {
  return addressesOf(decided).map(({ lines, postcode }) => ({
    value: {
      lines: lines.value,
      ...(postcode ? { postcode: postcode.value } : {}),
      notedOn: lines.rows[0].readOn,
    },
    sources: {
      '.lines': lines.sources,
      ...(postcode ? { '.postcode': postcode.sources } : {}),
    },
  }));
}

/** True if the found address is the stored one; it may lack the postcode. */
export function isSameAddress(held: Address, found: Address): boolean {
  return (
    sameness('subject.address', held.lines) === sameness('subject.address', found.lines) &&
    (found.postcode === undefined || packed(found.postcode) === packed(held.postcode ?? ''))
  );
}

function addressesOf(decided: readonly Decided[]): readonly FoundAddress[] {
  const addresses: FoundAddress[] = factsOf(decided, 'subject.address').map((lines) => ({ lines }));
  for (const postcode of factsOf(decided, 'subject.postcode')) {
    const home = homeOf(postcode, addresses, decided);
    if (home) home.postcode = postcode;
    // The postcode may be the only part of an address that is known.
    else addresses.push({ lines: postcode, postcode });
  }
  return addresses;
}

/** The address of a postcode: the one that contains it, the only one, or the one above it. */
function homeOf(
  postcode: Fact,
  addresses: readonly FoundAddress[],
  decided: readonly Decided[],
): FoundAddress | undefined {
  const open = addresses.filter((address) => address.postcode === undefined);
  const says = open.find(({ lines }) => packed(lines.value).includes(packed(postcode.value)));
  if (says || addresses.length === 1) return says ?? open[0];
  const [row] = postcode.rows;
  const above = open.filter(
    ({ lines: { rows } }) =>
      rows[0].row.origin === row.row.origin && decided.indexOf(rows[0]) < decided.indexOf(row),
  );
  return above.at(-1);
}

function packed(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}
