/**
 * The kinds of definition that a pack can carry, one row each. Another kind is another row here, and nothing else in
 * this folder.
 */
import * as v from 'valibot';
import { HostClassRow } from '../capture/draft/host-class-row.js';
import { ReplyWords } from '../casework/intake/reply-to.js';
import { LibraryCondition } from '../casework/rules/condition-library.js';
import { ForceNotice } from '../casework/rules/force-notice.js';
import { MonitoringRules } from '../casework/rules/monitoring-rules.js';
import { OrderRules } from '../casework/rules/order-rules.js';
import { RetentionPeriod } from '../casework/rules/retention-rules.js';
import { Signpost } from '../casework/rules/signpost.js';
import { TimeLimit } from '../casework/rules/time-limit.js';
import { ofRows, ofSchema } from './checked-shape.js';
import { codeListKind } from './code-list-kind.js';
import { type DefinitionKind, type Entries, entriesById } from './definition-kind.js';
import { postcodeAreaKind } from './postcode-area-kind.js';
import { adapterKind, instrumentKind, templateKind, triggersKind } from './read-kinds.js';

/** A row that names no host, or has a misspelt member, would seem to protect and would not. */
const HostRow = v.pipe(
  v.strictObject(HostClassRow.entries),
  v.check(
    ({ domains = [], words = [] }) => domains.length + words.length > 0,
    'Name at least one host',
  ),
);

/** The kinds by the name that a pack writes. */
export const DEFINITION_KINDS = {
  adapter: adapterKind,
  'code-list': codeListKind,
  conditions: ofRows(LibraryCondition, {
    what: 'a condition library',
    weakest: 'officer',
    codes: (rows) =>
      rows.flatMap(({ aim, timing, kinds }, nth) => [
        { list: 'condition-aim', code: aim, path: [nth, 'aim'] },
        { list: 'condition-timing', code: timing, path: [nth, 'timing'] },
        ...kinds.map((code, at) => ({ list: 'order-kind', code, path: [nth, 'kinds', at] })),
      ]),
    entries: (rows) =>
      entriesById(
        rows,
        ({ id }) => id,
        ({ words }) => words,
      ),
  }),
  'host-classes': ofRows(HostRow, {
    what: 'a list of classes of hosts',
    weakest: 'force',
    entries: (rows) =>
      entriesById(
        rows.flatMap(({ domains = [], words = [], class: of }) =>
          [...domains, ...words.map((word) => `word ${word}`)].map((host) => ({ host, of })),
        ),
        ({ host }) => host,
        ({ of }) => of,
      ),
  }),
  instrument: instrumentKind,
  letterhead: ofSchema('letterhead', ForceNotice, {
    what: 'a letterhead',
    weakest: 'officer',
    entries: ({ letterhead, contact, own }) => {
      const words = own && `${own.title} ${own.version}\n${own.words}`;
      return entriesById(
        Object.entries({ letterhead, contact, own: words }).flatMap(([id, text]) =>
          text === undefined ? [] : [{ id, text }],
        ),
        ({ id }) => id,
        ({ text }) => text,
      );
    },
  }),
  'monitoring-rules': ofSchema('monitoring', MonitoringRules, {
    what: 'the rules of monitoring',
    weakest: 'region',
    codes: ({ tiers, checks }) => [
      ...tiers.map(({ tier }, nth) => ({
        list: 'activity-tier',
        code: tier,
        path: ['tiers', nth, 'tier'],
      })),
      ...checks.map(({ point }, nth) => ({
        list: 'check-point',
        code: point,
        path: ['checks', nth, 'point'],
      })),
    ],
    entries: ({ tiers, checks }) =>
      new Map([
        ...entriesById(
          tiers,
          ({ tier }) => `tier ${tier}`,
          ({ words }) => words,
        ),
        ...entriesById(
          checks,
          ({ point }) => `check ${point}`,
          ({ months }) => `${months} months`,
        ),
      ]),
  }),
  'order-rules': ofSchema('order', OrderRules, {
    what: 'the rules of cautions and orders',
    weakest: 'region',
    codes: ({ kinds, outcomes }) => [
      ...kinds.flatMap(({ kind, consults, outcomes: usual }, nth) => [
        { list: 'order-kind', code: kind, path: ['kinds', nth, 'kind'] },
        ...(consults === undefined
          ? []
          : [
              {
                list: 'agency',
                code: consults,
                path: ['kinds', nth, 'consults'],
                isShared: true as const,
              },
            ]),
        ...usual.map((code, at) => ({
          list: 'home-office-outcome',
          code,
          path: ['kinds', nth, 'outcomes', at],
          isShared: true as const,
        })),
      ]),
      ...outcomes.map(({ code }, nth) => ({
        list: 'home-office-outcome',
        code,
        path: ['outcomes', nth, 'code'],
      })),
    ],
    entries: ({ kinds, outcomes }) =>
      new Map([
        ...entriesById(
          kinds,
          ({ kind }) => `kind ${kind}`,
          ({ kind, words = kind }) => words,
        ),
        ...entriesById(
          outcomes,
          ({ code }) => `outcome ${code}`,
          ({ words }) => words,
        ),
      ]),
  }),
  'postcode-area': postcodeAreaKind,
  'reply-words': ofSchema('enquiry-reply', ReplyWords, {
    what: 'the words of replies',
    weakest: 'region',
    codes: ({ replies }) =>
      replies.map(({ outcome }, nth) => ({
        list: 'decision-outcome',
        code: outcome,
        path: ['replies', nth, 'outcome'],
      })),
    entries: ({ always, inDanger, replies }) =>
      new Map([
        ...entriesById(
          [
            { id: 'always', words: always.join('\n') },
            { id: 'in danger', words: inDanger },
          ],
          ({ id }) => id,
          ({ words }) => words,
        ),
        ...entriesById(
          replies,
          ({ outcome }) => `reply ${outcome}`,
          ({ subject, paragraphs }) => [subject, ...paragraphs].join('\n'),
        ),
      ]),
  }),
  'retention-groups': ofRows(RetentionPeriod, {
    what: 'a list of retention groups',
    weakest: 'force',
    codes: (rows) =>
      rows.map(({ group }, nth) => ({
        list: 'retention-group',
        code: group,
        path: [nth, 'group'],
      })),
    entries: (rows) =>
      entriesById(
        rows,
        ({ group }) => group,
        ({ clearYears }) => `${clearYears} years`,
      ),
  }),
  /** All that is said for one reason is replaced together, as `gatherSignposts` does. */
  signposts: ofRows(Signpost, {
    what: 'a list of signposts',
    weakest: 'officer',
    isSeveral: true,
    codes: (rows) =>
      rows.map(({ reason }, nth) => ({
        list: 'decision-reason',
        code: reason,
        path: [nth, 'reason'],
      })),
    entries: (rows) =>
      entriesById(
        [...new Set(rows.map(({ reason }) => reason))].map((reason) => ({
          reason,
          said: rows.filter((row) => row.reason === reason),
        })),
        ({ reason }) => reason,
        ({ said }) => said.map(({ to, words }) => `${to}: ${words}`).join('\n'),
      ),
  }),
  template: templateKind,
  'time-limits': ofRows(TimeLimit, {
    what: 'a list of time limits',
    weakest: 'region',
    entries: (rows) =>
      entriesById(
        rows,
        ({ id }) => id,
        ({ words }) => words,
      ),
  }),
  triggers: triggersKind,
} as const;

export type DefinitionKindName = keyof typeof DEFINITION_KINDS;

/** The checked value of a definition of that kind. */
export type DefinitionValue<K extends DefinitionKindName> =
  (typeof DEFINITION_KINDS)[K] extends DefinitionKind<infer T> ? T : never;

/** True if a pack may carry definitions of a kind of that name. */
export function isDefinitionKind(kind: string): kind is DefinitionKindName {
  return Object.hasOwn(DEFINITION_KINDS, kind);
}

/** The row of a kind, for values whose kind is not known to the compiler. */
export function definitionKind(kind: DefinitionKindName): DefinitionKind<unknown> {
  return DEFINITION_KINDS[kind] as DefinitionKind<unknown>;
}

const known = new WeakMap<object, Entries>();

/** The entries of a checked value, by their own id; worked out once for each value. */
export function entriesOfDefinition(kind: DefinitionKindName, value: unknown): Entries {
  const held = value as object;
  const before = known.get(held);
  if (before !== undefined) return before;
  const entries = definitionKind(kind).entries(value);
  known.set(held, entries);
  return entries;
}
