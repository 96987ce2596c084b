import { testFill } from '@cyber-prevent/core/testing';
import { ticket } from './ticket.js';

testFill(ticket, import.meta.url, { references: '../fixtures/fill/after-*.html' });
