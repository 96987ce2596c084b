/** A half-typed form or capture, as the list of unfinished work shows it. */
import type { Draft, Instant } from '@cyber-prevent/core';
import type { UnfinishedWork } from '../ports/services.js';
import type { Route } from './route.js';
import { BEGUN_AT, DRAFT_KEY, formKey, OPENED_FROM, SAVING, TYPED_AT } from './work-keys.js';

/** Names of what is stored with the typed values. */
const OURS: ReadonlySet<string> = new Set([TYPED_AT, BEGUN_AT, OPENED_FROM, SAVING]);

export interface UnfinishedDraft {
  /** Key that it is stored under. */
  readonly key: string;
  /** Key under which its form opens it. */
  readonly formKey: string;
  /** Moment of the first save; absent if another release stored none. */
  readonly begunAt: Instant | undefined;
  /** Screen of its form; absent if another release stored none. */
  readonly route: Route | undefined;
  /** Name that a capture has read. */
  readonly name: string | undefined;
  /** Dates of birth that a capture has read, each once, as written there or as a civil date. */
  readonly born?: readonly string[];
  /** Reference that it has read: both part namesakes. */
  readonly reference?: string | undefined;
  /** Title of the page or file that a capture has read. */
  readonly from?: string | undefined;
  /** The values that were typed in a form. */
  readonly typed?: object;
  /** Everything that it is stored with, to find the records that it names. */
  readonly text: string;
}

/** Reads the drafts that somebody may want to continue with, the latest begun first. */
export async function unfinishedDrafts(
  work: Pick<UnfinishedWork, 'keys' | 'load'>,
  isForm: (formKey: string) => boolean,
): Promise<readonly UnfinishedDraft[]> {
  const keys = (await work.keys()).filter((key) => isForm(formKey(key)));
  const found = await Promise.all(
    keys.map(async (key) => {
      const held = await work.load(key);
      // Empty: discarded in the meantime, or a capture that became a record.
      return held?.value ? [draftAt(key, held.value)] : [];
    }),
  );
  return found
    .flat()
    .toSorted((one, other) => (other.begunAt ?? '').localeCompare(one.begunAt ?? ''));
}

function draftAt(key: string, value: object): UnfinishedDraft {
  const own = formKey(key);
  const common = { key, formKey: own, text: `${key} ${JSON.stringify(value)}` };
  if (own === DRAFT_KEY) {
    const { openedAt, rows, origins } = value as Draft;
    const read = (wanted: string) => rows.find(({ path }) => path === wanted)?.value;
    return {
      ...common,
      begunAt: openedAt,
      route: { name: 'review' },
      name: read('subject.name'),
      born: [
        ...new Set(
          rows.flatMap(({ path, value: date }) => (path === 'subject.bornOn' ? [date] : [])),
        ),
      ],
      reference: read('referral.reference'),
      from: origins?.[0]?.title,
    };
  }
  const typed = value as {
    readonly [BEGUN_AT]?: Instant;
    readonly [TYPED_AT]?: { readonly at: Instant };
    readonly [OPENED_FROM]?: Route;
  };
  return {
    ...common,
    begunAt: typed[BEGUN_AT] ?? typed[TYPED_AT]?.at,
    route: typed[OPENED_FROM],
    name: undefined,
    typed: Object.fromEntries(Object.entries(value).filter(([name]) => !OURS.has(name))),
  };
}
