/** Calls each listener. A failure affects no other: the rest are called, and what was kept stays kept. */
export function tellAll<T>(listeners: Iterable<(value: T) => unknown>, value: T): void {
  for (const listener of [...listeners]) {
    try {
      const answer = listener(value);
      if (answer instanceof Promise) answer.catch(() => undefined);
    } catch {}
  }
}
