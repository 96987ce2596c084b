/** From a snapshot of a page to its labelled values. Saved HTML comes in through `html.ts`, a separate entry. */
export type { ControlFacts, ControlOption, ControlTarget } from './control/control-facts.js';
export type { ControlKind, FormControl } from './control/form.js';
export { readForm } from './control/form.js';
export { holdsPrompt } from './label/line/prompt.js';
export type { ReadOptions } from './read-page.js';
export { readPage } from './read-page.js';
export type {
  DateSign,
  LabelledValue,
  LabelMethod,
  Place,
  Reading,
  RunnerUp,
} from './reading.js';
export { LABEL_METHODS } from './reading.js';
export { LARGEST_SNAPSHOT, parseSnapshot } from './snapshot/parse-snapshot.js';
export type {
  Box,
  FrameSnapshot,
  LiveData,
  PageSnapshot,
  SnapshotNode,
  UnreadFrame,
} from './snapshot/snapshot.js';
export { SNAPSHOT_VERSION } from './snapshot/snapshot.js';
export { isSecretFill, isSecretLabel, isSecretName } from './tree/secret-name.js';
export { isPassingName, quotedName } from './tree/selector.js';
