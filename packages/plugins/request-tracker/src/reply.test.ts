import { testFill } from '@cyber-prevent/core/testing';
import { reply } from './reply.js';

testFill(reply, import.meta.url, { forms: '../fixtures/fill/reply-*.html' });
