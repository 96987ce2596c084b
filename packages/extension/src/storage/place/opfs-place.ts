/** The place of the files of each kind of vault in the browser: a folder of the origin private file system. */
import { openFolder } from './opfs-files.js';
import type { FilesPlace } from './places.js';
import { numbersIn, vaultName } from './vault-names.js';

export const privateFiles: FilesPlace = filesOf(1);

function filesOf(number: number): FilesPlace {
  return {
    async has(kind) {
      const root = await navigator.storage.getDirectory();
      try {
        await root.getDirectoryHandle(vaultName(kind, number));
        return true;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'NotFoundError') return false;
        throw error;
      }
    },
    open: (kind, options) => openFolder(vaultName(kind, number), options),
    async remove(kind) {
      const root = await navigator.storage.getDirectory();
      await root.removeEntry(vaultName(kind, number), { recursive: true });
    },
    numbers: async (kind) => numbersIn(await folders(), kind),
    numbered: filesOf,
  };
}

async function folders(): Promise<readonly string[]> {
  const names: string[] = [];
  const root = await navigator.storage.getDirectory();
  for await (const name of root.keys()) names.push(name);
  return names;
}

/** The browser's own estimate, which follows the free space of the disk. */
export async function roomLeft(): Promise<number | undefined> {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined || usage === undefined ? undefined : quota - usage;
}
