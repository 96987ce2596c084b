/**
 * The shipped plugins that read and write files. Their code runs in the sandboxed worker alone: no page of ours imports this file.
 */
import type { Plugin } from '@cyber-prevent/core/plugin';
import { csv } from '@cyber-prevent/plugin-csv';
import { singleOnlineHome } from '@cyber-prevent/plugin-single-online-home';

export const HOSTED: readonly Plugin[] = [csv, singleOnlineHome];
