/** The rows of lists that a page has been given, kept up to date: every view of a list gets the same rows. */
import type { ListAnswer, ListName, ListRowOf, RecordId } from '@cyber-prevent/core';
import type { RowsListener, RowsService } from '../../ports/services.js';

export interface HeldRows extends RowsService {
  /** Requests the watched lists again after a save. */
  changed(): void;
  /** The vault was locked: no rows stay in the page. */
  forget(): void;
}

type Ask = <N extends ListName>(list: N, since?: string) => Promise<ListAnswer<ListRowOf[N]>>;
type AnyRow = ListRowOf[ListName];

interface Held {
  readonly rows: Map<RecordId, AnyRow>;
  readonly listeners: Set<RowsListener<AnyRow>>;
  as: string | undefined;
  shown: readonly AnyRow[] | undefined;
  isStale: boolean;
  /** True if the listeners were last notified of a failure. */
  hasFailed: boolean;
  asking: Promise<void> | undefined;
}

export function heldRows(ask: Ask): HeldRows {
  let lists = new Map<ListName, Held>();

  const heldOf = (list: ListName): Held => {
    const held = lists.get(list) ?? {
      rows: new Map(),
      listeners: new Set<RowsListener<AnyRow>>(),
      as: undefined,
      shown: undefined,
      isStale: true,
      hasFailed: false,
      asking: undefined,
    };
    lists.set(list, held);
    return held;
  };
  const take = (held: Held, answer: ListAnswer<AnyRow>): void => {
    held.as = answer.as;
    if (!answer.isWhole && held.shown && answer.rows.length + answer.gone.length === 0) return;
    if (answer.isWhole) held.rows.clear();
    for (const id of answer.gone) held.rows.delete(id);
    for (const row of answer.rows) held.rows.set(row.id, row);
    held.shown = [...held.rows.values()];
  };
  const refresh = (list: ListName, held: Held): void => {
    held.isStale = true;
    // One request at a time; the next one covers changes made in the meantime.
    held.asking ??= (async () => {
      while (held.isStale && lists.get(list) === held) {
        held.isStale = false;
        const before = held.shown;
        take(held, await ask(list, held.as));
        const isNews = held.shown !== before || held.hasFailed;
        held.hasFailed = false;
        if (held.shown && isNews && lists.get(list) === held)
          for (const listener of [...held.listeners]) listener({ rows: held.shown });
      }
    })()
      .catch((error: unknown) => {
        held.hasFailed = true;
        for (const listener of [...held.listeners]) listener({ error });
      })
      .finally(() => {
        held.asking = undefined;
        // A save during a failed request: the next request may succeed.
        if (held.isStale && held.listeners.size > 0 && lists.get(list) === held)
          refresh(list, held);
      });
  };

  return {
    watch<N extends ListName>(list: N, listener: RowsListener<ListRowOf[N]>) {
      const held = heldOf(list);
      // Rows under the name of a list are rows of that list.
      const own: RowsListener<AnyRow> = (news) => listener(news as Parameters<typeof listener>[0]);
      held.listeners.add(own);
      if (held.shown) own({ rows: held.shown });
      refresh(list, held);
      return () => held.listeners.delete(own);
    },
    changed() {
      for (const [list, held] of lists) {
        held.isStale = true;
        if (held.listeners.size > 0) refresh(list, held);
      }
    },
    forget() {
      lists = new Map();
    },
  };
}
