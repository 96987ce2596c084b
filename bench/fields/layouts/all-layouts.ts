/** Every layout, by family. */
import { BLOCKS } from './blocks.ts';
import { FLAT } from './flat.ts';
import { FORMS } from './forms.ts';
import { GRIDS } from './grids.ts';
import { LISTS } from './lists.ts';
import { PAPERS } from './papers.ts';
import type { Layout } from './scene.ts';
import { SCREENS } from './screens.ts';
import { SHADOW } from './shadow.ts';
import { TABLES } from './tables.ts';
import { WIDGETS } from './widgets.ts';

export const LAYOUTS: readonly Layout[] = [
  ...TABLES,
  ...LISTS,
  ...BLOCKS,
  ...FLAT,
  ...FORMS,
  ...WIDGETS,
  ...SHADOW,
  ...GRIDS,
  ...SCREENS,
  ...PAPERS,
];
