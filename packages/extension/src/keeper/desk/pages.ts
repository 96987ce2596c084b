/** The pages that are open, so that a lock waits for them to save their work, and no longer than it must. */

export interface Pages {
  join(client: string): void;
  leave(client: string): void;
  /** Notes that the page has saved its work. */
  answer(client: string): void;
  /** Resolves when every page has answered or the time is up; a page that did not answer counts as gone. */
  putAway(withinMs: number, ask: () => void): Promise<void>;
}

export function openPages(): Pages {
  const joined = new Set<string>();
  let awaited = new Set<string>();
  let finished: (() => void) | undefined;
  const answer = (client: string): void => {
    awaited.delete(client);
    if (awaited.size === 0) finished?.();
  };
  return {
    join: (client) => void joined.add(client),
    leave(client) {
      joined.delete(client);
      answer(client);
    },
    answer,
    async putAway(withinMs, ask) {
      awaited = new Set(joined);
      if (awaited.size > 0)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, withinMs);
          finished = () => {
            clearTimeout(timer);
            resolve();
          };
          ask();
        });
      for (const client of awaited) joined.delete(client);
      awaited = new Set();
      finished = undefined;
    },
  };
}
