/** The form of an adapter file: what it calls itself, and how large it may be. */
import type { Issue } from '../../shared/issue.js';
import { DEEPEST_FIXTURE } from './proof-tree.js';

/** Raised when the shape changes: a file of another version is refused in a sentence. */
export const ADAPTER_FILE_VERSION = 1;
export const ADAPTER_FILE_FORMAT = 'cyber-prevent/adapter-file';
/** Largest file, in UTF-16 code units: 4 Mi. A recorded page is usually a tenth of that. */
export const LARGEST_ADAPTER_FILE = 4 * 1024 * 1024;
/** Depth of the file itself, around the trees. */
const OWN_DEPTH = 10;
export const DEEPEST_ADAPTER_FILE = DEEPEST_FIXTURE + OWN_DEPTH;

export const OTHER_ADAPTER_FILE_VERSION: Issue = {
  code: 'adapter-file-version',
  message:
    'This adapter file was made by another release of the toolkit, in a form that this one does not read. Ask for it to be exported again, or bring this toolkit up to date.',
  severity: 'error',
};
