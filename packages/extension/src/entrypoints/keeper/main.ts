/** Chromium's offscreen document: the keys, the records and the only writer, from unlock to lock. */
import { gatherCodeLists } from '@cyber-prevent/core';
import { areaByRelay, countOnToolbar, managedByRelay } from '../../keeper/client/browser-ports.js';
import { keepHere } from '../../keeper/keep-here.js';

keepHere({
  area: areaByRelay(),
  managed: managedByRelay(),
  sharesKeys: false,
  onCount: countOnToolbar(),
  lists: gatherCodeLists(),
});
