/** Tables of postcodes in a pack: each with an id of its own, so that packs of several regions act together. */

import { PostcodeTable, postcodeTwice, sectorsOf } from '../casework/area/postcode-table.js';
import { codeLabel, fitsWith } from '../codes/code-list.js';
import type { Issue } from '../shared/issue.js';
import { checkedBy, invalid, type NamedCode, shaped, unknownCodes } from './checked-shape.js';
import { type DefinitionContext, type DefinitionKind, entriesById } from './definition-kind.js';

export const postcodeAreaKind: DefinitionKind<PostcodeTable> = {
  replaces: 'whole',
  weakest: 'region',
  check: (value, context) => {
    const read = shaped(PostcodeTable, 'a table of postcodes', value, context);
    if (!read.ok) return read;
    return checkedBy(read.value, [
      ...unknownCodes(codesOf(read.value), context),
      ...misfits(read.value, context),
      ...twice(read.value, context),
    ]);
  },
  // By sector: a million postcodes are too many entries to compare one by one.
  entries: (table) =>
    entriesById(
      [...sectorsOf(table)].map(([sector, parts]) => ({ sector, parts })),
      ({ sector }) => sector,
      ({ sector, parts }) =>
        `${sector}: ${parts.reduce((count, { units }) => count + units.length / 2, 0)} postcodes`,
    ),
};

function codesOf({ areas }: PostcodeTable): readonly NamedCode[] {
  return areas.flatMap(({ forceArea, localAuthority }, nth) => [
    ...(forceArea === undefined
      ? []
      : [{ list: 'force', code: forceArea, path: ['areas', nth, 'forceArea'] }]),
    ...(localAuthority === undefined
      ? []
      : [
          { list: 'local-authority', code: localAuthority, path: ['areas', nth, 'localAuthority'] },
        ]),
  ]);
}

function misfits(
  { areas }: PostcodeTable,
  { lists, placeOf }: Pick<DefinitionContext, 'lists' | 'placeOf'>,
): readonly Issue[] {
  const rows = lists.get('local-authority')?.codes ?? [];
  return areas.flatMap(({ forceArea, localAuthority }, nth) => {
    const own = rows.filter(({ code }) => code === localAuthority);
    if (own.length === 0 || own.some((row) => fitsWith(row, 'force', forceArea))) return [];
    const label = codeLabel(lists, 'local-authority', localAuthority ?? '');
    return [
      invalid(
        `${label} is not in the area of the force “${forceArea}”.`,
        placeOf(['areas', nth, 'localAuthority']),
      ),
    ];
  });
}

function twice(
  table: PostcodeTable,
  { placeOf }: Pick<DefinitionContext, 'placeOf'>,
): readonly Issue[] {
  const postcode = postcodeTwice(table);
  if (postcode === undefined) return [];
  return [invalid(`${postcode} has two areas on one day. Remove one of them.`, placeOf(['areas']))];
}
