import { describe, expect, it } from 'vitest';
import { isOfficeAddress } from './office-address.js';

describe('an address that a place of work gave', () => {
  it.each([
    ['l.hartwell@fernbrook.example', 'Lorna Hartwell'],
    ['lorna.hartwell@fernbrook.example', 'Mrs Lorna HARTWELL'],
    ['lhartwell2@fernbrook.example', 'Lorna Hartwell'],
    ['Hartwell_L@hq.fernbrook.example', 'Ms L Hartwell'],
    ['m.voss@harbour.example', 'DC Marlow Voss'],
    ['j.oconnell@harbour.example', 'Jo O’Connell'],
  ])('is %s of %s', (address, name) => {
    expect(isOfficeAddress(address, name)).toBe(true);
  });

  it.each([
    ['with a provider of private mail', 'l.hartwell@hotmail.example', 'Lorna Hartwell'],
    ['with a provider that nobody has listed', 'l.hartwell@brightmail.example', 'Lorna Hartwell'],
    ['of a family', 'lorna.hartwell@thehartwells.example', 'Lorna Hartwell'],
    ['of a given name alone', 'lorna@fernbrook.example', 'Lorna Hartwell'],
    ['of a surname alone', 'hartwell@fernbrook.example', 'Lorna Hartwell'],
    ['of a nickname', 'sunny_lorna@fernbrook.example', 'Lorna Hartwell'],
    ['of somebody else', 'office@fernbrook.example', 'Lorna Hartwell'],
    ['of one name alone', 'h.hartwell@fernbrook.example', 'Hartwell'],
    ['without a host', 'l.hartwell', 'Lorna Hartwell'],
    ['without a name before it', '@fernbrook.example', 'Lorna Hartwell'],
  ])('is none %s', (_, address, name) => {
    expect(isOfficeAddress(address, name)).toBe(false);
  });
});
