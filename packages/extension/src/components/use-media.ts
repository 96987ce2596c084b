import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** True while the window meets the media query. */
export function useMedia(query: string): boolean {
  const isMet = useSignal(matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = (): void => {
      isMet.value = media.matches;
    };
    media.addEventListener('change', follow);
    // The window may have changed between the first drawing and now.
    follow();
    return () => media.removeEventListener('change', follow);
  }, [query, isMet]);
  return isMet.value;
}
