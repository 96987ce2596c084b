import { testAdapter } from '@cyber-prevent/core/testing';
import { message } from './message.js';

testAdapter(message, import.meta.url, { fixtures: '../fixtures/message-*.html' });
