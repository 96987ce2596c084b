/** Definition packs: what a force, a region or the national unit knows, as signed data. */

export { ISSUER_RANKS, type IssuerRank } from '../shared/issuer-rank.js';
export { codeListsInForce } from './code-lists-in-force.js';
export type { DefinitionKind, Entries, Entry } from './definition-kind.js';
export {
  DEFINITION_KINDS,
  type DefinitionKindName,
  type DefinitionValue,
  entriesOfDefinition,
  isDefinitionKind,
} from './definition-kinds.js';
export {
  changeDays,
  type DefinitionInForce,
  definitionsInForce,
  definitionVersion,
  inForceOfKind,
  type RecalledDefinition,
  recalledDefinitions,
  recalledSince,
} from './in-force.js';
export { issuersByKey, keepIssuers, PinnedIssuer } from './issuer.js';
export { type JudgeContext, judgePack, takeIn } from './judge-pack.js';
export {
  type Definition,
  type DefinitionName,
  type HeldPack,
  LARGEST_PACK,
  PACK_FORMAT,
  PACK_VERSION,
  type Pack,
  PolicyRecall,
  Recall,
} from './pack.js';
export { packAgeIssues } from './pack-age.js';
export {
  type EntryChanges,
  type PackChange,
  type PackChangeName,
  packChanges,
} from './pack-change.js';
export { firstDayOf } from './pack-days.js';
export type { DefinitionOrigin, PacksHeld, SourcedDefinition } from './packs-held.js';
export { type PluginDefinitions, pluginDefinitions } from './plugin-definitions.js';
export {
  type KeptPack,
  type PackContext,
  type ReadHeldPack,
  type ReadPack,
  type RefusedDefinition,
  readPack,
  readPacks,
  type UnreadPack,
} from './read-pack.js';
export { type ActingRecall, recallsOfNothing } from './recall.js';
export { shippedDefinitions } from './shipped-definitions.js';
export { signPack, type UnsignedPack } from './sign-pack.js';
export { STANDINGS, Standing } from './standing.js';
