import { testFill } from '@cyber-prevent/core/testing';
import { compose } from './compose.js';

testFill(compose, import.meta.url, { forms: '../fixtures/fill/compose-*.html' });
