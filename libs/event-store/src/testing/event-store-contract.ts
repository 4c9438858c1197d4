import { appendingContract } from './appending-contract.js';
import { copyingContract } from './copying-contract.js';
import { erasingContract } from './erasing-contract.js';
import { faultContract } from './fault-contract.js';
import { filterContract } from './filter-contract.js';
import { closingContract, followingContract } from './following-contract.js';
import { idempotencyContract } from './idempotency-contract.js';
import { readingContract } from './reading-contract.js';
import { sealingContract } from './sealing-contract.js';
import type { Capabilities, StoreUnderTest } from './store-under-test.js';

/**
 * What every adapter of the event store promises. Positions are opaque here and need not be dense. `makeStore` is called
 * twice: for all cases, each of which makes up municipalities of its own, and for the one that closes the store.
 */
export function describeEventStore<Opened extends StoreUnderTest>(
  name: string,
  makeStore: () => Promise<Opened>,
  capabilities: Capabilities<Opened> = {},
): void {
  describe(name, () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await makeStore();
    });
    afterAll(() => opened.close());
    const store = () => opened.store;

    describe('appending', () => appendingContract(store));
    describe('repeating an append', () => idempotencyContract(store));
    describe('sealing', () => sealingContract(store));
    describe('erasing', () => erasingContract(store));
    describe('copying', () => copyingContract(store));
    describe('reading', () => readingContract(store));
    describe('filtering', () => filterContract(store));
    describe('following', () => followingContract(store));
    describe('closing', () => closingContract(makeStore));
    if (Object.keys(capabilities).length > 0) {
      describe('in trouble', () => faultContract(() => opened, capabilities));
    }
  });
}
