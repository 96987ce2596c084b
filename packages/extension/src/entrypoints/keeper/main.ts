/** Chromium's offscreen document: the keys, the records and the one writer, from unlock to lock. */
import { gatherCodeLists } from '@cyber-prevent/core';
import { areaByRelay, managedByRelay } from '../../keeper/browser-ports.js';
import { keepHere } from '../../keeper/keep-here.js';

keepHere({
  area: areaByRelay(),
  managed: managedByRelay(),
  sharesKeys: false,
  lists: gatherCodeLists(),
});
