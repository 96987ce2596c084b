/**
 * Injected on the officer's press, into every frame, in the isolated world: types the approved values, step by step.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { version } from '../../package.json';
import { installFill } from '../page/fill/install-fill.js';

export default defineUnlistedScript(() => installFill(version));
