/** Definition packs: what a force, a region or the national unit knows, as signed data. */
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
  type DefinitionInForce,
  type DefinitionOrigin,
  definitionsInForce,
  definitionVersion,
  inForceOfKind,
  type PacksHeld,
  type RecalledDefinition,
  recalledDefinitions,
  type SourcedDefinition,
} from './in-force.js';
export { ISSUER_RANKS, type IssuerRank, PinnedIssuer } from './issuer.js';
export { type JudgeContext, judgePack } from './judge-pack.js';
export {
  type Definition,
  type DefinitionName,
  LARGEST_PACK,
  PACK_FORMAT,
  PACK_VERSION,
  type Pack,
  Recall,
} from './pack.js';
export {
  type EntryChanges,
  type PackChange,
  type PackChangeName,
  packChanges,
} from './pack-change.js';
export {
  type PackContext,
  type ReadPack,
  type RefusedDefinition,
  readPack,
  readPacks,
  type UnreadPack,
} from './read-pack.js';
export { shippedDefinitions } from './shipped-definitions.js';
export { signPack, type UnsignedPack } from './sign-pack.js';
export { STANDINGS, Standing } from './standing.js';
