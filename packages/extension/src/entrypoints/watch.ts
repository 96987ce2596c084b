/** Injected into every frame while an officer teaches a page: remembers where the pointer is. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installWatch } from '../page/pointing/watch-pointer.js';

export default defineUnlistedScript(() => installWatch());
