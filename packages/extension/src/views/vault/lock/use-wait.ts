/**
 * Counts down the seconds until another try is allowed. Setting the clock meanwhile neither lengthens nor shortens the
 * wait.
 */
import { useEffect, useMemo, useState } from 'preact/hooks';

/**
 * @returns whole seconds left, counted from the vault's answer, or 0 if a try is allowed; correct from the first render
 * with that state
 */
export function useWait(state: { readonly retryAfterMs?: number }): number {
  const { retryAfterMs = 0 } = state;
  // Depends on the state itself, not its number: the same wait may be set twice running.
  const until = useMemo(() => performance.now() + retryAfterMs, [state]);
  const [, setTicks] = useState(0);
  useEffect(() => {
    if (performance.now() >= until) return;
    const timer = setInterval(() => {
      setTicks((ticks) => ticks + 1);
      if (performance.now() >= until) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - performance.now()) / 1000));
}
