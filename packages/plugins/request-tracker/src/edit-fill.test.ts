import { testFill } from '@cyber-prevent/core/testing';
import { edit } from './edit.js';

testFill(edit, import.meta.url, { forms: '../fixtures/fill/edit-*.html' });
