/** Checks of a code list’s own rows: a code is one thing on any day, and narrows only what is there. */
import type { CodeList } from '../codes/code-list.js';
import type { Issue } from '../shared/issue.js';
import { invalid } from './checked-shape.js';
import type { DefinitionContext } from './definition-kind.js';

const LAST = '9999-12-31';

export function unbroken(
  { codes }: Pick<CodeList, 'codes'>,
  { placeOf }: Pick<DefinitionContext, 'placeOf'>,
): readonly Issue[] {
  const known = new Set(codes.map(({ code }) => code));
  return codes.flatMap(({ code, from = '', to = LAST, under }, nth) => {
    const at = placeOf(['codes', nth]);
    const earlier = codes.slice(0, nth);
    const isTwice = earlier.some(
      (row) => row.code === code && (row.from ?? '') <= to && from <= (row.to ?? LAST),
    );
    return [
      ...(from > to ? [invalid(`“${code}” ends before it begins.`, at)] : []),
      ...(isTwice ? [invalid(`“${code}” is there twice on one day. Remove one of them.`, at)] : []),
      ...(under !== undefined && !known.has(under)
        ? [invalid(`“${code}” narrows “${under}”, which is not in the list.`, at)]
        : []),
    ];
  });
}
