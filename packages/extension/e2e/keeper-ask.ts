/** The stored data: asks the keeper from one of our pages, over the channel that only those pages can join. */
import type { Page } from 'puppeteer-core';

/** A record from the store, without its kind's own type. */
export interface HeldRecord {
  readonly kind: string;
  readonly id: string;
  /** The signer of its latest revision. */
  readonly updatedBy: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly sources?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
}

/** The parts of a draft that a suite compares with the page. */
export interface HeldDraft {
  readonly id: string;
  readonly rows: readonly HeldRow[];
  readonly issues: readonly { readonly message: string }[];
  readonly origins: readonly {
    readonly way: string;
    readonly url: string;
    readonly adapter?: { readonly id: string };
    readonly unread: readonly { readonly origin: string }[];
  }[];
}

export interface HeldRow {
  readonly id: string;
  readonly path?: string;
  readonly label: string;
  readonly owner: readonly string[];
  readonly raw: string;
  readonly value: string;
  readonly namedBy: 'adapter' | 'generic' | 'officer';
  /** True if it was found inside prose. */
  readonly freeText: boolean;
  /** Set where the page says that nothing is known. */
  readonly notKnown?: true;
  readonly issues: readonly { readonly message: string }[];
  readonly decision: { readonly kind: string };
}

const KINDS = [
  'subject',
  'relatedPerson',
  'referral',
  'referrer',
  'onlineIdentifier',
  'sourceCapture',
  'intervention',
  'decision',
  'intelligenceNote',
  'hold',
  'safeguardingConcern',
  'retention',
  'retentionReview',
  'colleagueRequest',
  'correctionNotice',
  'comparison',
  'writeBack',
  'participation',
  'processingBasis',
  'telling',
  'contactPlan',
  'contactCheck',
  'assessment',
  'offence',
  'organisation',
  'organisationLink',
  'sharingPermission',
] as const;
export type HeldKind = (typeof KINDS)[number];
export type HeldRecords = Readonly<Record<HeldKind, readonly HeldRecord[]>>;

/** @throws {Error} with the keeper's words when it refuses, or when none answers in 40 seconds */
export async function askKeeper(page: Page, verb: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    (asked, given) =>
      new Promise<unknown>((resolve, reject) => {
        const channel = new BroadcastChannel('cp-keeper');
        const request = {
          to: 'keeper',
          client: crypto.randomUUID(),
          id: crypto.randomUUID(),
          verb: asked,
          args: given,
        };
        const late = setTimeout(() => {
          channel.close();
          reject(new Error(`The keeper did not answer “${asked}”`));
        }, 40_000);
        channel.onmessage = ({ data }) => {
          if (data.to !== 'client' || data.id !== request.id || data.name === 'taken') return;
          clearTimeout(late);
          channel.close();
          if (data.name === 'done') resolve(data.value);
          else reject(new Error(`${data.code}: ${data.message}`));
        };
        channel.postMessage(request);
      }),
    verb,
    args,
  );
}

/** All current records, by kind. */
export async function recordsHeld(page: Page): Promise<HeldRecords> {
  const held = {} as Record<HeldKind, readonly HeldRecord[]>;
  for (const kind of KINDS)
    held[kind] = (await askKeeper(page, 'query', kind, {})) as readonly HeldRecord[];
  return held;
}

/** The open draft as last saved. */
export async function draftHeld(page: Page): Promise<HeldDraft | undefined> {
  const work = (await askKeeper(page, 'work-load', 'draft')) as { value: HeldDraft } | undefined;
  return work?.value ?? undefined;
}

/** Sorts the records: the order in which the store gives them does not matter. */
export function recordsById(records: HeldRecords): unknown {
  return Object.fromEntries(
    Object.entries(records).map(([kind, held]) => [
      kind,
      held.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}
