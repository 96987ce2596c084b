import { testAdapter } from '@cyber-prevent/core/testing';
import { edit } from './edit.js';

testAdapter(edit, import.meta.url, { fixtures: '../fixtures/edit-*.html' });
