/** Code lists in a pack: a code is one thing on any day, narrows only what is there, and has words that can be read. */
import { CodeList } from '../codes/code-list.js';
import type { Issue } from '../shared/issue.js';
import { plainLine } from '../shared/plain-line.js';
import { checkedBy, invalid, ownId, shaped, withSource } from './checked-shape.js';
import { type DefinitionContext, type DefinitionKind, entriesById } from './definition-kind.js';

const MOST_CODES = 2000;
const LONGEST = 500;
const LAST = '9999-12-31';

export const codeListKind: DefinitionKind<CodeList> = {
  replaces: 'whole',
  weakest: 'region',
  check: (value, context) => {
    const read = shaped(CodeList, 'a code list', withSource(CodeList, value, context), context);
    if (!read.ok) return read;
    return checkedBy(read.value, [
      ...ownId(read.value, context),
      ...codeIssues(read.value, context),
    ]);
  },
  entries: ({ codes }) =>
    entriesById(
      codes,
      ({ code, from }) => (from === undefined ? code : `${code} from ${from}`),
      ({ label }) => label,
    ),
};

function codeIssues(
  { id, codes }: Pick<CodeList, 'id' | 'codes'>,
  { placeOf, lists, ownLists }: Pick<DefinitionContext, 'placeOf' | 'lists' | 'ownLists'>,
): readonly Issue[] {
  if (codes.length === 0) return [invalid('Give at least one code.', placeOf(['codes']))];
  if (codes.length > MOST_CODES)
    return [invalid(`Give ${MOST_CODES} codes at most.`, placeOf(['codes']))];
  const known = new Set(codes.map(({ code }) => code));
  const earlier = new Map<string, { readonly from: string; readonly to: string }[]>();
  const narrows = new Map(codes.map(({ code, under }) => [code, under]));
  return codes.flatMap((row, nth) => {
    const { code, from = '', to = LAST, under, label, hint = '', onlyWith = {} } = row;
    const issue = (message: string): Issue => invalid(message, placeOf(['codes', nth]));
    const before = earlier.get(code) ?? [];
    const isTwice = before.some((row) => row.from <= to && from <= row.to);
    earlier.set(code, [...before, { from, to }]);
    return [
      ...(from > to ? [issue(`“${code}” ends before it begins.`)] : []),
      ...(isTwice ? [issue(`“${code}” is there twice on one day. Remove one of them.`)] : []),
      ...(under !== undefined && !known.has(under)
        ? [issue(`“${code}” narrows “${under}”, which is not in the list.`)]
        : []),
      ...(under !== undefined && isInCircle(code, narrows)
        ? [issue(`“${code}” narrows itself, at once or through others. Take out one “under”.`)]
        : []),
      ...Object.keys(onlyWith)
        .filter((list) => list !== id && !lists.has(list) && ownLists?.has(list) !== true)
        .map((list) =>
          invalid(
            `“${code}” is only with codes of “${list}”, and there is no such list.`,
            placeOf(['codes', nth, 'onlyWith', list]),
          ),
        ),
      ...([label, hint].some((text) => plainLine(text) !== text || text.length > LONGEST)
        ? [issue(`The words of “${code}” have invisible marks, or are longer than a line.`)]
        : []),
    ];
  });
}

function isInCircle(code: string, narrows: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let at = narrows.get(code); at !== undefined && !seen.has(at); at = narrows.get(at)) {
    if (at === code) return true;
    seen.add(at);
  }
  return false;
}
