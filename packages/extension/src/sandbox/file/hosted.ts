/**
 * The plugins that read and write files: the shipped ones, and those of a force's own edition. Their code runs in the sandboxed worker alone: no page of ours imports this file.
 */
import type { Plugin } from '@cyber-prevent/core/plugin';
import { csv } from '@cyber-prevent/plugin-csv';
import { singleOnlineHome } from '@cyber-prevent/plugin-single-online-home';
import { EDITION_PLUGINS } from './edition-plugins.js';

export const HOSTED: readonly Plugin[] = [csv, singleOnlineHome, ...EDITION_PLUGINS];
