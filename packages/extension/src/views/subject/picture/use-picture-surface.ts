import { useApp } from '../../../app/app.js';
import type { Surface } from '../../../app/surface.js';
import { useMedia } from '../../../components/use-media.js';

/** The surface whose room the window has: a narrow workspace has that of a panel. */
export function usePictureSurface(): Surface {
  const { surface } = useApp();
  return useMedia('(max-width: 48em)') ? 'panel' : surface;
}
