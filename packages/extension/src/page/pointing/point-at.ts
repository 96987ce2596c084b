/** From the panel: makes a page remember the pointer's element, asks for it, and makes it forget. */
import type { PointedAt } from './watch-pointer.js';

type Scripting = Pick<typeof chrome.scripting, 'executeScript'>;

export interface PagePointing {
  /** @returns false when the press no longer reaches the page */
  watch(tabId: number): Promise<boolean>;
  /** The last element pointed at, in any frame; undefined when the page cannot be asked. */
  pointed(tabId: number): Promise<PagePointed | undefined>;
  /** Removes the listeners. */
  stop(): Promise<void>;
}

export interface PagePointed {
  /** Host of the page, not of a frame in it. */
  readonly host: string;
  /** Undefined if nothing was pointed at. */
  readonly at: PointedAt | undefined;
}

/** @param file - the injected script, from the extension's root */
export function createPointing(scripting: Scripting, file = '/watch.js'): PagePointing {
  const watched = new Set<number>();
  const watch = async (tabId: number): Promise<boolean> => {
    try {
      await scripting.executeScript({ target: { tabId, allFrames: true }, files: [file] });
      watched.add(tabId);
      return true;
    } catch {
      return false;
    }
  };
  return {
    watch,
    async pointed(tabId) {
      try {
        const target = { tabId, allFrames: true };
        let results = await scripting.executeScript({ target, func: askPage });
        // The page was replaced since: the new one knows only which element has the focus.
        if (results.some(({ result }) => result === null)) {
          await watch(tabId);
          results = await scripting.executeScript({ target, func: askPage });
        }
        const found = results.flatMap(({ result }) => result?.pointed ?? []);
        return {
          host: results.find(({ frameId }) => frameId === 0)?.result?.host ?? '',
          at: found.toSorted((one, other) => other.at - one.at)[0],
        };
      } catch {
        return undefined;
      }
    },
    async stop() {
      const tabs = [...watched];
      watched.clear();
      for (const tabId of tabs)
        await scripting
          .executeScript({ target: { tabId, allFrames: true }, func: stopInPage })
          .catch(() => undefined);
    },
  };
}

/** These two run in the isolated world; null without a watch of ours. */
function askPage(): { readonly host: string; readonly pointed: PointedAt | undefined } | null {
  const watch = globalThis.__cpWatch;
  return watch ? { host: location.host, pointed: watch.pointed() } : null;
}

function stopInPage(): void {
  globalThis.__cpWatch?.stop();
  globalThis.__cpWatch = undefined;
}
