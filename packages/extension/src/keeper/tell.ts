/** Tells each listener. One that fails is its own trouble: the others are told, and what was kept stays kept. */
export function tellAll<T>(listeners: Iterable<(value: T) => unknown>, value: T): void {
  for (const listener of [...listeners]) {
    try {
      const answer = listener(value);
      if (answer instanceof Promise) answer.catch(() => undefined);
    } catch {}
  }
}
