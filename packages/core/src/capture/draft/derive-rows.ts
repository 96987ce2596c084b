/** Facts that are inside others on the page: a name in two boxes, a postcode in an address. */

import type { FieldPath } from '../field/field-path.js';
import { grouped } from '../field/grouped.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import { postcodeWithin } from '../read/read-postcode.js';
import { type ProposedRow, readRow } from './draft-row.js';

/** The rows with facts derived from them; a fact that the page gives itself is not derived. */
export function deriveRows(rows: readonly ProposedRow[]): readonly ProposedRow[] {
  // In a list of people, each row is separate: one person's given name and another’s family name are nobody.
  const people = [...grouped(rows, personOf)].map(([person, own]) => {
    const paths = new Set<FieldPath | undefined>(
      own.filter(({ row }) => !row.notKnown).map(({ row }) => row.path),
    );
    return {
      person,
      name: paths.has('subject.name') ? undefined : nameOf(own),
      hasPostcode: paths.has('subject.postcode'),
    };
  });
  const known = new Map(people.map((each) => [each.person, each]));
  return rows.flatMap((each) => {
    const { name, hasPostcode = false } = known.get(personOf(each)) ?? {};
    const derived = [each];
    if (each === name?.after) derived.push(name.proposed);
    const postcode = hasPostcode ? undefined : postcodeOf(each);
    if (postcode) derived.push(postcode);
    return derived;
  });
}

function personOf({ row: { listed } }: ProposedRow): string | undefined {
  return listed && JSON.stringify([listed.list, listed.row]);
}

/** Given names and family name in one place, joined in the order in which they are said. */
function nameOf(
  rows: readonly ProposedRow[],
): { readonly after: ProposedRow; readonly proposed: ProposedRow } | undefined {
  const readable = rows.filter(({ unread }) => !unread);
  const inView = readable.filter(({ row }) => row.visible);
  const among = inView.some(({ row }) => row.path === 'subject.familyName') ? inView : readable;
  const given = among.filter(({ row }) => row.path === 'subject.givenNames');
  const family = among.find(({ row }) => row.path === 'subject.familyName');
  const [first] = given;
  if (!first || !family) return undefined;
  const names = given.filter(
    ({ row }) => row.freeText === first.row.freeText && row.visible === first.row.visible,
  );
  const raw = [...names, family].map(({ row }) => row.raw).join(' ');
  const { runnersUp: _, ...like } = first.row;
  const later = [...names, family].reduce((a, b) => (rows.indexOf(b) > rows.indexOf(a) ? b : a));
  return {
    after: later,
    proposed: {
      ...first,
      row: {
        ...like,
        runnersUp: [],
        id: `${first.row.id}-name`,
        path: 'subject.name',
        label: [...names, family].map(({ row }) => row.label).join(', '),
        raw,
        value: [...names, family].map(({ row }) => row.value).join(' '),
        madeOf: [...names, family].map(({ row }) => row.place),
        visible: first.row.visible && family.row.visible,
        namedBy: 'generic',
        ...([...names, family].some(({ row }) => row.rule === 'likeness')
          ? { rule: 'likeness' as const }
          : {}),
      },
    },
  };
}

function postcodeOf(each: ProposedRow): ProposedRow | undefined {
  const { row } = each;
  const raw = row.path === 'subject.address' ? postcodeWithin(row.value) : undefined;
  if (raw === undefined) return undefined;
  const path = 'subject.postcode';
  const read = readRow(path, raw, { label: row.label });
  return {
    ...each,
    unread: read.unread,
    row: {
      ...row,
      id: `${row.id}-postcode`,
      path,
      raw,
      value: read.value,
      issues: read.issues,
      sensitivity: sensitivityOf(path),
      namedBy: 'generic',
    },
  };
}
