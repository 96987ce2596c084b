/** The lists of the desk, each as the kind that it shows says in its row. */

import type { ListProjection, ListRow } from '../../casework/act/list-projection.js';
import { RECORD_KINDS, type RecordKind } from '../../record/kind.js';
import { KINDS, type KindList } from '../kinds.js';
import { LIST_NAMES, type ListName } from './list-name.js';

/** The row of each list, by the name of the list. */
export type ListRowOf = {
  readonly [List in KindList as List['name']]: ReturnType<List['projection']['row']>;
};

/** A list with the kind of record that its rows are made from. */
export interface DeskList<Row extends ListRow = ListRow> extends ListProjection<RecordKind, Row> {
  readonly kind: RecordKind;
}

type DeskLists = { readonly [N in ListName]: DeskList<ListRowOf[N]> };

/**
 * Gathers the lists from the kinds. A projection only ever receives records of its own kind, which the type cannot
 * express.
 */
export function deskLists(): DeskLists {
  const named = RECORD_KINDS.flatMap((kind) => {
    const { list } = KINDS[kind];
    return list ? [[list.name, { kind, ...list.projection }] as const] : [];
  });
  return Object.fromEntries(named) as object as DeskLists;
}

/**
 * The kinds that the lists depend on, each once: their rows and the records joined to them, in the order of the lists.
 */
export function listKinds(): readonly RecordKind[] {
  const lists = deskLists();
  const kinds = LIST_NAMES.flatMap((name) => {
    const { kind, joins, joinsCaptures } = lists[name];
    return [
      kind,
      ...joins.map((join) => join.kind),
      ...(joinsCaptures ? (['sourceCapture'] as const) : []),
    ];
  });
  return [...new Set(kinds)];
}
