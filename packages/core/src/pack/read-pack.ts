/**
 * Reads the text of a pack: a fault of all of it refuses it, and a definition with a fault is left out and named. Whether
 * it is taken in is for {@link judgePack}: a pack that has ended is still read, for what was made by it.
 */
import * as v from 'valibot';
import { JsonFault, type PlacedJson, parsePlacedJson } from '../capture/adapter/placed-json.js';
import type { CodeLists } from '../codes/code-list.js';
import { shapeIssues } from '../risk/placed-issue.js';
import { canonical } from '../shared/canonical.js';
import { digestGroups } from '../shared/digest-groups.js';
import type { Digest } from '../shared/host.js';
import { failed, type Issue, passed, type Result } from '../shared/issue.js';
import { plainLine } from '../shared/plain-line.js';
import type { VerifyByKey } from '../store/audit/audit-file-verify.js';
import { isDefinitionKind } from './definition-kinds.js';
import { issuerByKey, type PinnedIssuer } from './issuer.js';
import {
  type Definition,
  DefinitionHead,
  type DefinitionName,
  type HeldPack,
  LARGEST_PACK,
  PACK_FORMAT,
  PACK_VERSION,
  type Pack,
  PackShape,
  Recall,
} from './pack.js';
import {
  definitionTwice,
  PACK_NOT_SIGNED_YET,
  PACK_OTHER_VERSION,
  PACK_TOO_LARGE,
  PACK_UNREADABLE,
  PACK_UNSIGNED,
  packNotJson,
  packOtherFormat,
  recalledByItself,
} from './pack-issue.js';
import { readDefinition, unknownKind } from './read-definition.js';
import { recallOf } from './recall.js';
import { isSignedPack } from './sign-pack.js';
import { textIssues } from './written-checks.js';

export interface PackContext {
  readonly verify: VerifyByKey;
  readonly digest: Digest;
  /** The issuers whose key is pinned: only they may call anything official. */
  readonly issuers: readonly PinnedIssuer[];
  /**
   * The lists in force, for definitions that name codes; those of the pack itself are added. Lists change, so the text of
   * a pack is kept and read anew, as {@link readPacks} does.
   */
  readonly lists: CodeLists;
}

/** A definition that is not taken in. */
export interface RefusedDefinition extends DefinitionName {
  readonly title: string;
  /** As it is written, so that one of two with the same title can be told apart; absent: it has none. */
  readonly version?: string;
  /** Number of the rows that it has written, if it is a list. */
  readonly rows?: number;
  readonly issues: readonly Issue[];
}

export interface ReadPack {
  readonly pack: Pack;
  /** SHA-256 of the signing key as sixteen groups of four, to compare or to read aloud. */
  readonly fingerprint: readonly string[];
  readonly refused: readonly RefusedDefinition[];
  /** Recalls that are left out: nothing is recalled by them. */
  readonly refusedRecalls: readonly RefusedDefinition[];
}

/** Deepest nesting: that of a value in a definition, and of what is around it. */
const DEEPEST = 24;
const MOST_VALUES = 400_000;

/**
 * Returns the pack, or why all of it is refused: `pack-unreadable`, `pack-version`, `pack-unsigned`,
 * `pack-definition-twice`, or an issue for each fault of its shape, placed by line and column.
 */
export async function readPack(text: string, context: PackContext): Promise<Result<ReadPack>> {
  if (text.length > LARGEST_PACK) return failed(PACK_TOO_LARGE);
  const placed = placedPack(text);
  if (!placed.ok) return placed;
  const { value, placeOf } = placed.value;
  if (typeof value === 'object' && value !== null && !('signature' in value))
    return failed(PACK_NOT_SIGNED_YET);
  const shape = v.safeParse(PackShape, value);
  if (!shape.success)
    return failed(...shapeIssues(shape.issues, 'pack-unreadable', 'a pack', placeOf));
  const { pack, issuer, definitions, signature } = shape.output;
  // The signature covers the file as it is written, before any definition in it is interpreted.
  const { signature: _, ...unsigned } = value as Readonly<Record<string, unknown>>;
  if (!(await isSignedPack(context.verify, issuer.signingKey, unsigned, signature)))
    return failed(PACK_UNSIGNED);
  const head = textIssues({ pack: unsigned.pack, issuer: unsigned.issuer }, placeOf);
  if (head.length > 0) return failed(...head.map((each) => ({ ...each, code: 'pack-unreadable' })));
  const { recalls, refusedRecalls } = readRecalls(shape.output.recalls ?? [], placeOf);
  const read = readDefinitions(definitions, { pack, recalls, issuer, placeOf }, context);
  if (!read.ok) return read;
  const { taken, refused } = read.value;
  return passed({
    pack: {
      ...pack,
      issuer,
      recalls,
      digest: await context.digest(canonical(unsigned)),
      definitions: taken,
      refused: refused.map(({ kind, id }) => ({ kind, id })),
    },
    fingerprint: digestGroups(await context.digest(issuer.signingKey)),
    refused,
    refusedRecalls,
  });
}

function placedPack(text: string): Result<PlacedJson> {
  try {
    const placed = parsePlacedJson(text.replace(/^\uFEFF/, ''), {
      deepest: DEEPEST,
      values: MOST_VALUES,
    });
    const { value } = placed;
    if (typeof value !== 'object' || value === null) return failed(PACK_UNREADABLE);
    if (!('format' in value)) {
      const isSource = 'pack' in value && 'definitions' in value;
      return failed(isSource ? PACK_NOT_SIGNED_YET : PACK_UNREADABLE);
    }
    const { format } = value;
    if (format !== PACK_FORMAT)
      return failed(
        typeof format === 'string'
          ? packOtherFormat(plainLine(format.slice(0, 100)), PACK_FORMAT)
          : PACK_UNREADABLE,
      );
    return 'version' in value && value.version === PACK_VERSION
      ? passed(placed)
      : failed(PACK_OTHER_VERSION);
  } catch (error) {
    if (error instanceof JsonFault) return failed(packNotJson(error.message, error.at));
    throw error;
  }
}

interface Readings {
  readonly taken: readonly Definition[];
  readonly refused: readonly RefusedDefinition[];
}

/** A recall with a fault, or of a kind that nobody knows, is left out and named; the others act. */
function readRecalls(
  given: readonly unknown[],
  placeOf: PlacedJson['placeOf'],
): { readonly recalls: readonly Recall[]; readonly refusedRecalls: readonly RefusedDefinition[] } {
  const recalls: Recall[] = [];
  const refusedRecalls: RefusedDefinition[] = [];
  for (const [nth, each] of given.entries()) {
    const place: PlacedJson['placeOf'] = (path) => placeOf(['recalls', nth, ...path]);
    const issues = recallIssues(each, place);
    const read = v.safeParse(Recall, each);
    if (read.success && issues.length === 0) recalls.push(read.output);
    else refusedRecalls.push({ ...nameOf(each, `Recall ${nth + 1}`), issues });
  }
  return { recalls, refusedRecalls };
}

function recallIssues(given: unknown, placeOf: PlacedJson['placeOf']): readonly Issue[] {
  const texts = textIssues(given, placeOf);
  if (texts.length > 0) return texts;
  const read = v.safeParse(Recall, given);
  if (!read.success)
    return shapeIssues(read.issues, 'pack-definition-invalid', 'a recall', placeOf);
  const { kind } = read.output;
  return isDefinitionKind(kind) ? [] : [unknownKind(kind, placeOf(['kind']))];
}

/** The pack around its definitions. */
interface AroundDefinitions {
  readonly pack: Pick<Pack, 'from' | 'to' | 'madeAt'>;
  readonly recalls: readonly Recall[];
  readonly issuer: { readonly signingKey: string };
  readonly placeOf: PlacedJson['placeOf'];
}

/** Code lists first: the pack’s other definitions may name their codes. */
function readDefinitions(
  given: readonly unknown[],
  { pack, recalls, issuer: { signingKey }, placeOf }: AroundDefinitions,
  context: PackContext,
): Result<Readings> {
  const heads = given.map((each, nth) => ({ read: v.safeParse(DefinitionHead, each), nth }));
  const seen = new Set<string>();
  const twice = heads.flatMap(({ read, nth }) => {
    if (!read.success) return [];
    const { kind, id, title } = read.output;
    const name = `${kind}/${id}`;
    if (seen.has(name)) return [definitionTwice(title, name, placeOf(['definitions', nth]))];
    seen.add(name);
    return [];
  });
  if (twice.length > 0) return failed(...twice);
  const issuer = issuerByKey(context.issuers, signingKey);
  const lists = new Map(context.lists);
  const taken = new Map<number, Definition>();
  const refused: RefusedDefinition[] = [];
  const isList = ({ read }: (typeof heads)[number]) =>
    read.success && read.output.kind === 'code-list';
  const ownLists = new Set(
    heads.flatMap(({ read }) =>
      read.success && read.output.kind === 'code-list' ? [read.output.id] : [],
    ),
  );
  const listsLeftOut = new Set<string>();
  for (const { read, nth } of [...heads.filter(isList), ...heads.filter((each) => !isList(each))]) {
    const place: PlacedJson['placeOf'] = (path) => placeOf(['definitions', nth, ...path]);
    if (!read.success) {
      const named = nameOf(given[nth], `Definition ${nth + 1}`);
      const issues = shapeIssues(read.issues, 'pack-definition-invalid', 'a definition', place);
      refused.push({ ...named, issues });
      continue;
    }
    const head = read.output;
    const checked =
      recallOf(head, recalls) !== undefined
        ? failed<Definition>(recalledByItself(head.title, place(['id'])))
        : readDefinition(given[nth], head, {
            pack,
            issuer,
            placeOf: place,
            known: { lists, ownLists, listsLeftOut },
          });
    if (!checked.ok) {
      const { kind, id } = head;
      if (kind === 'code-list') listsLeftOut.add(id);
      refused.push({ ...nameOf(given[nth], head.title), issues: checked.issues });
      continue;
    }
    const definition = checked.value;
    if (definition.kind === 'code-list') lists.set(definition.id, definition.value);
    taken.set(nth, definition);
  }
  return passed({
    taken: given.flatMap((_, nth) => taken.get(nth) ?? []),
    refused,
  });
}

function nameOf(value: unknown, otherwise: string): Omit<RefusedDefinition, 'issues'> {
  const said = v.safeParse(v.record(v.string(), v.unknown()), value);
  const text = (name: string): string => {
    const part = said.success ? said.output[name] : undefined;
    return typeof part === 'string' ? plainLine(part.slice(0, 100)) : '';
  };
  const version = text('version');
  const rows = said.success ? rowsIn(said.output.value) : undefined;
  return {
    kind: text('kind'),
    id: text('id'),
    title: text('title') || otherwise,
    ...(version === '' ? {} : { version }),
    ...(rows === undefined ? {} : { rows }),
  };
}

/** The number of rows in a value that was not checked. */
function rowsIn(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  const codes = v.safeParse(v.object({ codes: v.array(v.unknown()) }), value);
  return codes.success ? codes.output.codes.length : undefined;
}

/** The text of a pack as it is kept, with what `takeIn` gave it. */
export interface KeptPack extends Pick<HeldPack, 'takenInOn' | 'isHistory'> {
  readonly text: string;
}

export interface ReadHeldPack extends ReadPack {
  readonly pack: HeldPack;
}

/** A text that can no longer be read: another release may have taken it in. */
export interface UnreadPack extends KeptPack {
  readonly issues: readonly Issue[];
}

/**
 * Reads the packs that are held: first their code lists, then everything else against the lists of all of them, so that
 * what is read does not depend on the order in which they came.
 *
 * @param lists - the lists in force by these packs, as `codeListsInForce` gives them
 */
export async function readPacks(
  kept: readonly KeptPack[],
  context: PackContext,
  lists: (packs: readonly HeldPack[]) => CodeLists,
): Promise<{ readonly packs: readonly ReadHeldPack[]; readonly unread: readonly UnreadPack[] }> {
  const readAll = (given: PackContext) =>
    Promise.all(kept.map(async (each) => ({ each, read: await readPack(each.text, given) })));
  const held = (all: Awaited<ReturnType<typeof readAll>>): readonly ReadHeldPack[] =>
    all.flatMap(({ each: { text: _, ...taken }, read }) =>
      read.ok ? [{ ...read.value, pack: { ...read.value.pack, ...taken } }] : [],
    );
  const first = held(await readAll(context)).map(({ pack }) => pack);
  const all = await readAll({ ...context, lists: lists(first) });
  return {
    packs: held(all),
    unread: all.flatMap(({ each, read }) => (read.ok ? [] : [{ ...each, issues: read.issues }])),
  };
}
