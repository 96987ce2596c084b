/** The code lists in force, each with the codes of its earlier versions: what was recorded under one still has its words. */
import type { Code, CodeList, CodeLists } from '../codes/code-list.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { definitionsInForce, inForceOfKind, type PacksHeld } from './in-force.js';

/**
 * @returns by id; a code that the version in force leaves out can no longer be chosen, and keeps its label on what was
 * recorded with it
 */
export function codeListsInForce(held: PacksHeld, on: PlainDate): CodeLists {
  const lists = inForceOfKind(definitionsInForce(held, on), 'code-list').map(
    ({ definition: { value } }) => value,
  );
  const everyVersion = [...held.shipped, ...held.packs.flatMap(({ definitions }) => definitions)]
    .flatMap((each) => (each.kind === 'code-list' ? [each.value] : []));
  return new Map(
    lists.map((list) => {
      const others = everyVersion.filter((each) => each !== list && each.id === list.id);
      return [list.id, withFormerCodes(list, others, on)];
    }),
  );
}

function withFormerCodes(list: CodeList, others: readonly CodeList[], on: PlainDate): CodeList {
  const known = new Set(list.codes.map(({ code }) => code));
  const former: Code[] = [];
  for (const code of others.flatMap(({ codes }) => codes)) {
    if (known.has(code.code)) continue;
    known.add(code.code);
    former.push(closedBefore(code, on));
  }
  return former.length === 0 ? list : { ...list, codes: [...list.codes, ...former] };
}

/** The code as it was, no longer to be chosen; it narrows nothing, since its list may be without that code. */
function closedBefore({ under: _, ...code }: Code, on: PlainDate): Code {
  const last = addDays(on, -1);
  return { ...code, to: code.to !== undefined && code.to < last ? code.to : last };
}
