/** Injected on the officer's press, into every frame, in the isolated world: reads the page and returns it as text. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { version } from '../../package.json';
import { installSnapshot } from '../page/install.js';
import { keptReader } from '../page/kept-reader.js';

export default defineUnlistedScript(() => keptReader(version, installSnapshot)());
