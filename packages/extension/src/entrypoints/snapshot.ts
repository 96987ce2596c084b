/** Injected on the officer's press, into every frame, in the isolated world: reads the page and gives it back as text. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { installSnapshot } from '../page/install.js';

export default defineUnlistedScript(() => installSnapshot());
