/** Where the files of each kind of vault stand in the browser: a folder of the origin private file system. */
import type { VaultKind } from '../app/services.js';
import { openFiles } from './opfs-files.js';
import type { FilesPlace } from './places.js';

export const privateFiles: FilesPlace = {
  async has(kind) {
    const root = await navigator.storage.getDirectory();
    try {
      await root.getDirectoryHandle(folderOf(kind));
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return false;
      throw error;
    }
  },
  open: openFiles,
  async remove(kind) {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry(folderOf(kind), { recursive: true });
  },
};

/** As the worker names it. */
function folderOf(kind: VaultKind): string {
  return `cp-${kind}`;
}
