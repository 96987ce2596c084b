/** Chromium's offscreen document: the keys, the records and the one writer, from unlock to lock. */
import { gatherCodeLists } from '@cyber-prevent/core';
import { areaByRelay } from '../../keeper/browser-ports.js';
import { keepHere } from '../../keeper/keep-here.js';

keepHere({ area: areaByRelay(), sharesKeys: false, lists: gatherCodeLists() });
