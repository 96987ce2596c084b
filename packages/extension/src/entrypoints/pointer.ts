/** Injected when a row is pointed at whose page was not read as a whole: it marks the place, and reads nothing. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installPointer } from '../page/pointing/pointer.js';

export default defineUnlistedScript(() => installPointer());
