/** Last query of each list, so that going back from a record shows the list as it was left. In this page only. */
import type { ListQuery } from '@cyber-prevent/core';
import { type Signal, signal } from '@preact/signals';
import type { Session } from '../../../app/session.js';

const asked = new WeakMap<Session, Map<string, Signal<ListQuery>>>();

export function lastQuery(session: Session, list: string, start: ListQuery): Signal<ListQuery> {
  const own = asked.get(session) ?? new Map<string, Signal<ListQuery>>();
  asked.set(session, own);
  // Separate for each vault: a search in live work never shows in practice.
  const key = `${session.open.peek()?.kind}/${list}`;
  const query = own.get(key) ?? signal(start);
  own.set(key, query);
  return query;
}
