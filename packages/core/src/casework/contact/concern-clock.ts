/** The two clocks of a safeguarding concern: an acknowledgement that is awaited, and the reference of a crime. */
import type { CodeLists } from '../../codes/code-list.js';
import type { ConcernAddition } from '../../record/concern-addition.js';
import { crimeOwedAt } from '../../record/concern-crime.js';
import type { Instant } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** A concern as stored: the clocks need the moment it was recorded. */
export type ConcernAsStored = Pick<StoredRecord<'safeguardingConcern'>, 'value' | 'createdAt'>;

export interface AwaitedAcknowledgement {
  /** Codes of `safeguarding-told`: those who have not acknowledged what they were told. */
  readonly by: readonly string[];
  readonly toldAt: Instant;
  /** The latest escalation; absent if there was none since. */
  readonly escalatedAt?: Instant;
}

/**
 * The acknowledgement that is still awaited; undefined if everybody who was told has acknowledged it, or nobody is
 * expected to. The code list says who is. Whoever is told again has to acknowledge it again.
 */
export function acknowledgementAwaited(
  concern: ConcernAsStored,
  lists: CodeLists,
): AwaitedAcknowledgement | undefined {
  const expected = new Set(
    (lists.get('safeguarding-told')?.codes ?? []).flatMap(({ code, acknowledges }) =>
      acknowledges === true ? [code] : [],
    ),
  );
  let awaited: AwaitedAcknowledgement | undefined;
  for (const { at, told = [], toldAt = at, ...said } of entriesOf(concern)) {
    const by = told.filter((code) => expected.has(code));
    if (by.length > 0)
      awaited = { toldAt, ...awaited, by: [...new Set([...(awaited?.by ?? []), ...by])] };
    if (awaited && said.escalatedTo !== undefined)
      awaited = { ...awaited, escalatedAt: said.escalatedAt ?? at };
    if (said.acknowledgedBy !== undefined) awaited = undefined;
  }
  return awaited;
}

/** The moment at which a crime was recorded as disclosed whose reference is still missing; undefined if none is. */
export function crimeOwedSince(concern: ConcernAsStored): Instant | undefined {
  const entries = entriesOf(concern);
  const place = crimeOwedAt(entries);
  return place === undefined ? undefined : entries[place]?.at;
}

type Entry = Omit<ConcernAddition, 'addedAt'> & { readonly at: Instant };

/** The first account, then the additions, each with the moment it was recorded. */
function entriesOf({ value, createdAt }: ConcernAsStored): readonly Entry[] {
  const { additions = [], ...first } = value;
  return [
    { ...first, at: createdAt },
    ...additions.map(({ addedAt, ...each }) => ({ ...each, at: addedAt })),
  ];
}
