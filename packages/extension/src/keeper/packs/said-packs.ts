/** The packs of an open vault in words, for a screen: each definition with its standing, its source and its issuer. */
import { digestGroups, type PlainDate } from '@cyber-prevent/core';
import {
  DEFINITION_KINDS,
  type Definition,
  type DefinitionInForce,
  type DefinitionKindName,
  type DefinitionOrigin,
  type DefinitionValue,
  definitionsInForce,
  type EntryChanges,
  entriesOfDefinition,
  firstDayOf,
  type HeldPack,
  inForceOfKind,
  isDefinitionKind,
  issuersByKey,
  judgePack,
  type Pack,
  type PackChange,
  packAgeIssues,
  packChanges,
  recalledDefinitions,
  recallsOfNothing,
  type SourcedDefinition,
} from '@cyber-prevent/core/pack';
import type {
  EntriesSaid,
  GivenByPacks,
  HeldPackRow,
  InForceRow,
  IssuerRow,
  LeftOutRow,
  NamedDefinition,
  PackAbout,
  PackChangeRow,
  PackPreview,
  RecalledRow,
  ReplacedDefinition,
  TemplatesOfPacks,
} from '../../ports/packs.js';
import { changedEntries } from './changed-entries.js';
import { pluginOf } from './edition-definitions.js';
import type { KeptRow, PacksKept } from './pack-shelf.js';
import type { PacksHere } from './packs-held-here.js';

/** More entries than anybody reads on one line of a preview; the count says how many there are. */
const MOST_WORDS = 30;

function namedDefinition({ definition, origin }: SourcedDefinition): NamedDefinition {
  const { kind, id, title, version, standing, source, checkedOn } = definition;
  return { kind, id, title, version, standing, source, checkedOn, ...originOf(definition, origin) };
}

function originOf(
  definition: Definition,
  origin: DefinitionOrigin | undefined,
): Pick<NamedDefinition, 'issuer' | 'pack' | 'plugin'> {
  if (origin === undefined) {
    const plugin = pluginOf(definition);
    return plugin === undefined ? {} : { plugin };
  }
  const { issuer, pack } = origin;
  return {
    issuer: { name: issuer.name, rank: issuer.rank },
    pack: { id: pack.id, version: pack.version, title: pack.title },
  };
}

export function inForceRows(here: PacksHere, today: PlainDate): readonly InForceRow[] {
  return definitionsInForce(here.held, today).map(({ displaced, ...source }) => {
    const { definition, origin } = source;
    const pack = here.held.packs.find(({ digest }) => digest === origin?.pack.digest);
    return {
      ...namedDefinition(source),
      entries: entriesOfDefinition(definition.kind, definition.value).size,
      ...(pack ? { since: laterDay(firstDayOf(pack), definition.from) } : {}),
      displaced: displaced.map((each) => replacedDefinition(each, definition)),
    };
  });
}

function laterDay(one: PlainDate, other: PlainDate | undefined): PlainDate {
  return other !== undefined && other > one ? other : one;
}

/**
 * A definition that another is in place of. One of a kind whose entries are laid over one another keeps its others; any
 * other is replaced as a whole, also in entries that the new one does not have.
 */
function replacedDefinition(
  source: SourcedDefinition,
  by: Definition,
  isWhole = DEFINITION_KINDS[by.kind].replaces === 'whole',
): ReplacedDefinition {
  const { kind, value } = source.definition;
  const own = [...entriesOfDefinition(kind, value).keys()];
  const given = entriesOfDefinition(by.kind, by.value);
  const count = isWhole ? own.length : own.filter((id) => given.has(id)).length;
  return { ...namedDefinition(source), replaced: { count, of: own.length } };
}

/** Definitions that are left out, each with the one in force that stays. */
export function leftOutRows(
  here: PacksHere,
  pack: Pack,
  refused: readonly LeftOutRow[],
  today: PlainDate,
): readonly LeftOutRow[] {
  const isHistory = judgePack(here.held, pack, { today }).length > 0;
  const packs = isHistory ? here.held.packs : [...here.held.packs, { ...pack, takenInOn: today }];
  const inForce = definitionsInForce({ ...here.held, packs }, actsFrom(pack, today));
  return refused.map((row) => {
    const stays = inForce.findLast(
      ({ definition: { kind, id } }) => kind === row.kind && id === row.id,
    );
    return {
      ...row,
      ...(isDefinitionKind(row.kind) ? { known: row.kind } : {}),
      ...(stays ? { stays: namedDefinition(stays) } : {}),
    };
  });
}

/** Those that have been in force here under a pack, or ship, and are recalled. */
export function recalledRows(here: PacksHere, today: PlainDate): readonly RecalledRow[] {
  return recalledDefinitions(here.held, today).map(({ recalledOn, reason, ...source }) => ({
    ...namedDefinition(source),
    recalledOn,
    reason,
  }));
}

/** The templates of packs and plugins, and those of the toolkit that are recalled. */
export function templateRows(here: PacksHere, today: PlainDate): TemplatesOfPacks {
  const inForce = inForceOfKind(definitionsInForce(here.held, today), 'template');
  const rows = inForce.flatMap(({ displaced: _, ...source }) => {
    const row = { ...namedDefinition(source), markdown: source.definition.value.markdown };
    return row.issuer || row.plugin ? [row] : [];
  });
  const isInForce = (id: string) => inForce.some(({ definition }) => definition.id === id);
  return {
    inForce: rows,
    recalled: recalledRows(here, today).filter(
      ({ kind, id, issuer, plugin }) => kind === 'template' && !issuer && !plugin && !isInForce(id),
    ),
  };
}

/** Definitions of packs in force, and those recalled, without the code lists: a list itself says where it is from. */
export function namedOfPacks(
  here: PacksHere,
  today: PlainDate,
): Pick<GivenByPacks, 'named' | 'recalled'> {
  const named = definitionsInForce(here.held, today)
    .filter(({ definition, origin }) => origin !== undefined && definition.kind !== 'code-list')
    .map(namedDefinition);
  const recalled = recalledRows(here, today).filter(({ kind }) => kind !== 'code-list');
  return {
    ...(named.length > 0 ? { named } : {}),
    ...(recalled.length > 0 ? { recalled } : {}),
  };
}

/** What a pack recalls; a recall that names nothing that its issuer gave this vault says so. */
export function recallRows({ held }: PacksHere, pack: Pack): PackPreview['recalls'] {
  const ofNothing = new Set(recallsOfNothing(held, pack));
  return pack.recalls.map((recall) => ({
    ...recall,
    ...(ofNothing.has(recall) ? { isOfNothing: true as const } : {}),
  }));
}

export function aboutPack(pack: Pack, fingerprint: readonly string[]): PackAbout {
  const { id, version, title, madeAt, from, to, issuer } = pack;
  return {
    id,
    version,
    title,
    madeAt,
    from,
    ...(to === undefined ? {} : { to }),
    issuerName: issuer.name,
    fingerprint,
  };
}

export function heldRows(
  here: PacksHere,
  rows: readonly KeptRow[],
  today: PlainDate,
): readonly HeldPackRow[] {
  const issuers = issuersByKey(here.held.issuers);
  return here.read.flatMap(({ pack, fingerprint, refused }) => {
    const row = rows.find(({ digest }) => digest === pack.digest);
    if (row === undefined) return [];
    const issuer = issuers.get(row.signingKey);
    return [
      {
        ...aboutPack(pack, fingerprint),
        digest: row.digest,
        signingKey: row.signingKey,
        actsFrom: firstDayOf(pack),
        ...(issuer ? { rank: issuer.rank } : {}),
        takenInOn: row.takenInOn,
        by: row.by,
        isHistory: row.isHistory === true,
        isOld: packAgeIssues(pack, today).length > 0,
        ...(row.setAside ? { setAside: { on: row.setAside.on, reason: row.setAside.reason } } : {}),
        definitions: pack.definitions.length,
        refused: refused.length,
      },
    ];
  });
}

export function issuerRows({ held, seen }: PacksHere, { pins }: PacksKept): readonly IssuerRow[] {
  return [...issuersByKey(held.issuers).values()].map(
    ({ signingKey, name, rank, pinnedOn, recalledOn }) => ({
      signingKey,
      fingerprint: digestGroups(seen.byKey.get(signingKey) ?? ''),
      name,
      rank,
      by: pins.some((each) => each.signingKey === signingKey) ? 'officer' : 'policy',
      pinnedOn,
      ...(recalledOn === undefined ? {} : { recalledOn }),
    }),
  );
}

/** The changes that a pack would make, its entries in the words of the definition that has them. */
export function changeRows(
  here: PacksHere,
  pack: Pack,
  today: PlainDate,
): readonly PackChangeRow[] {
  return packChanges(here.held, pack, today).map((each): PackChangeRow => {
    const { change, before, after, entries, from } = each;
    const isGone = change === 'withdrawn' || change === 'recalled';
    const own = isGone ? before : broughtBy(pack, each);
    const instead = isGone || after?.definition !== own?.definition ? after : undefined;
    const [displaced] = after && !instead ? after.displaced : [];
    const replaced = before ?? displaced;
    const inForce = definitionsInForce(here.held, from ?? actsFrom(pack, today));
    return {
      change,
      definition: namedDefinition(own ?? after ?? nothing()),
      ...(replaced && !isGone
        ? {
            before:
              own && own.definition === after?.definition
                ? replacedDefinition(replaced, own.definition, before ? true : undefined)
                : namedDefinition(replaced),
          }
        : {}),
      ...(instead ? { instead: namedDefinition(instead) } : {}),
      ...(from === undefined ? {} : { from }),
      ...saidEntries(entries, (isGone ? after : own)?.definition, before?.definition, inForce),
      ...codesGone(entries.removed, each),
    };
  });
}

/** Their records are counted where the records are. */
function codesGone(
  removed: readonly string[],
  { kind, after }: Pick<PackChange, 'kind' | 'after'>,
): Pick<PackChangeRow, 'gone'> {
  if (kind !== 'code-list') return {};
  const left = after?.definition.kind === 'code-list' ? after.definition.value.codes : [];
  // An entry is named by its code, and by its first day where it has one.
  const codes = [...new Set(removed.map((id) => id.split(' ')[0] ?? id))].filter((code) =>
    left.every((row) => row.code !== code),
  );
  return codes.length > 0 ? { gone: { codes, records: 0 } } : {};
}

/** The pack’s own definition, with its origin if it is in force. */
function broughtBy(
  pack: Pack,
  { kind, id, after }: Pick<PackChange, 'kind' | 'id' | 'after'>,
): SourcedDefinition | undefined {
  const definition = pack.definitions.find((each) => each.kind === kind && each.id === id);
  if (definition === undefined || after?.definition === definition) return after;
  return { definition };
}

function nothing(): never {
  throw new RangeError('A change without a definition');
}

function saidEntries(
  { added, removed, changed, outranked }: EntryChanges,
  now: Definition | undefined,
  was: Definition | undefined,
  inForce: readonly DefinitionInForce[],
) {
  const said = (ids: readonly string[]): EntriesSaid => ({
    count: ids.length,
    words: ids.slice(0, MOST_WORDS).map((id) => wordsOf(now, id) ?? wordsOf(was, id) ?? id),
  });
  return {
    added: said(added),
    removed: said(removed),
    changed: changedEntries(changed, now ?? was, inForce, MOST_WORDS),
    outranked: said(outranked),
  };
}

function wordsOf(definition: Definition | undefined, id: string): string | undefined {
  if (definition === undefined) return undefined;
  return entriesOfDefinition(definition.kind, definition.value).get(id)?.words;
}

/** A value that a pack gives, by its issuer’s rank. */
export interface GivenByPack<T> {
  readonly value: T;
  readonly isNational: boolean;
}

/** The values in force of one kind, weakest first, of packs and of an edition’s plugins; what ships is left out. */
export function ofPacks<K extends DefinitionKindName>(
  here: PacksHere,
  kind: K,
  today: PlainDate,
): readonly GivenByPack<DefinitionValue<K>>[] {
  const inForce = inForceOfKind(definitionsInForce(here.held, today), kind);
  return inForce.flatMap(({ definition, origin }) => {
    if (origin === undefined && pluginOf(definition) === undefined) return [];
    return [
      {
        value: definition.value as unknown as DefinitionValue<K>,
        isNational: origin?.issuer.rank === 'national',
      },
    ];
  });
}

/** First day on which a pack acts that is taken in today. */
export function actsFrom(pack: Pack, today: PlainDate): PlainDate {
  const taken: HeldPack = { ...pack, takenInOn: today };
  return firstDayOf(taken);
}
