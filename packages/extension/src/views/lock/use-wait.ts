/** Counts down the seconds until another try is allowed. */
import { useEffect, useState } from 'preact/hooks';

/** @returns whole seconds left from when the vault said so, 0 when a try is allowed */
export function useWait(state: { readonly retryAfterMs?: number }): number {
  const { retryAfterMs } = state;
  const [seconds, setSeconds] = useState(() => secondsOf(retryAfterMs));
  useEffect(() => {
    const until = Date.now() + (retryAfterMs ?? 0);
    setSeconds(secondsOf(retryAfterMs));
    const timer = setInterval(() => {
      const left = secondsOf(until - Date.now());
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
    // The state itself, not its number: the same wait may be set twice running.
  }, [state]);
  return seconds;
}

function secondsOf(ms: number | undefined): number {
  return Math.max(0, Math.ceil((ms ?? 0) / 1000));
}
