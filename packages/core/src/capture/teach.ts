/** Teaching and sharing adapters: from an officer's pointing to one file, and from a file to proved adapters. */
export { keepsRowsApart, peopleTables, tableOf } from './name/people-list.js';
export { LARGEST_ADAPTER_FILE } from './proof/adapter-file-form.js';
export {
  type AdapterProof,
  type ProvedField,
  type ProvedValue,
  proveAdapter,
} from './proof/proof-adapter.js';
export {
  type AnotherField,
  type AnotherProof,
  type ChangeProof,
  type Misread,
  proveChanges,
  proveOnAnother,
} from './proof/proof-change.js';
export { type AdapterFile, adapterFile, checkAdapterFile } from './proof/proof-file.js';
export {
  type Recorded,
  type RecordedFixture,
  type RecordOptions,
  recordFixture,
} from './proof/proof-fixture.js';
export {
  type AdapterPack,
  type AdapterPackAbout,
  adapterPack,
  checkAdapterPack,
  LARGEST_ADAPTER_PACK,
  type PackVerifier,
} from './proof/proof-pack.js';
export { type FileProof, type FixtureProof, proveFile } from './proof/proof-run.js';
export { RELEASE_CHANGES, type ReleaseChange } from './proof/release.js';
export type {
  Pointed,
  TaughtAbout,
  TaughtPage,
  TaughtPlace,
  TaughtRows,
  TaughtValue,
  TeachOptions,
} from './teach/taught.js';
export { teachAdapter } from './teach/teach-adapter.js';
export { type TaughtAddress, taughtAddress } from './teach/teach-address.js';
export { type UnreadBox, unreadBoxes } from './teach/teach-box.js';
