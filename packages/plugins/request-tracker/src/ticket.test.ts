import { testAdapter } from '@cyber-prevent/core/testing';
import { ticket } from './ticket.js';

testAdapter(ticket, import.meta.url, { fixtures: '../fixtures/ticket-*.html' });
