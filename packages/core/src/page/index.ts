/** From a snapshot of a page to its labelled values. Saved HTML comes in through `html.ts`, an entry of its own. */
export type { ControlFacts, ControlOption, ControlTarget } from './control-facts.js';
export type { ControlKind, FormControl } from './form.js';
export { readForm } from './form.js';
export { LARGEST_SNAPSHOT, parseSnapshot } from './parse-snapshot.js';
export { holdsPrompt } from './prompt.js';
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
export { isSecretFill, isSecretLabel, isSecretName } from './secret-name.js';
export { isPassingName, quotedName } from './selector.js';
export type {
  Box,
  FrameSnapshot,
  LiveData,
  PageSnapshot,
  SnapshotNode,
  UnreadFrame,
} from './snapshot.js';
export { SNAPSHOT_VERSION } from './snapshot.js';
