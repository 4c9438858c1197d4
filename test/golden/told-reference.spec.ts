import { readFile } from 'node:fs/promises';
import { tellers } from '#apps/api';
import type { BudgetView } from '#libs/budget';
import { EventStore, maxPageSize, type StoredEvent } from '#libs/event-store';
import type { ForecastMatrix, YearEndAccountsView } from '#libs/follow-up';
import { foldInto, itemsOf, tellEvents, type Item, type Teller } from '#libs/kernel';
import { toldText } from '#libs/kernel/testing';
import { reads } from '#libs/read-model';
import { demoRequests } from '../../apps/cli/src/demo/demo-requests.js';
import { readReference } from '../../apps/cli/src/demo/reference.js';
import { startApi, type TestApi } from '../support/api.js';
import { budgetsPath, seen } from '../support/budget-year.js';
import { followUpPath } from '../support/follow-up-year.js';

const golden = new URL('./told-reference.golden.txt', import.meta.url);
const contexts = /^alingsas:(budget|followUp)-/;
/** No white space, so that it can be typed after a command and stand in a link. */
const path = /^[a-z][A-Za-z-]*(\/[^\s/]+)*$/;
/** A clause, or what begins with a figure; no full stop, and nothing that was missing when it was written. */
const clause = /^(?!.*\b(undefined|null|NaN)\b)[\p{Lu}\d].*[^.\s]$/u;

const isTrimmed = /^\S(.*\S)?$/s;

let api: TestApi;
let events: readonly StoredEvent[];
/** By whose they are, the committee or the municipality, and then by path. */
let items: ReadonlyMap<string, readonly Item[]>;

/** Everything that the reference documents tell, as a user enters it. */
beforeAll(async () => {
  api = await startApi();
  for (const { path: to, body } of demoRequests(readReference())) await api.record(`/api/v1${to}`, body);
  const page = await api.app.get(EventStore).readLog('alingsas', { limit: maxPageSize });
  events = page.events;
  items = allItems();
}, 120_000);

afterAll(() => api.close());

function allItems(): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, readonly Item[]>();
  for (const teller of tellers as readonly Teller<unknown>[]) {
    const { projection } = teller;
    const taken = events.filter((event) => reads(projection, event));
    for (const doc of foldInto(projection, new Map<string, unknown>(), taken).values()) {
      const whose = projection.index(doc).committee ?? '';
      found.set(whose, [...(found.get(whose) ?? []), ...itemsOf(teller, [doc])]);
    }
  }
  return found;
}

/** The amounts at a place, by what stands below it. */
function amountsAt(place: string): Readonly<Record<string, number>> {
  const below = (items.get('SN') ?? []).filter((item) => item.path.startsWith(`${place}/`));
  return Object.fromEntries(
    below.flatMap(({ path: whole, value }) =>
      value.kind === 'amount' ? [[whole.slice(place.length + 1), value.amountOre]] : [],
    ),
  );
}

describe('the reference committee in words', () => {
  it('has its budgets and its follow-up told, to the last figure', async () => {
    const own = events.filter(({ record }) => contexts.test(record.stream));
    expect(toldText(tellers, own)).toBe(await readFile(golden, 'utf8'));
  });

  it('has a clause for each of these events', () => {
    const told = tellEvents(tellers, events).filter(({ event }) => contexts.test(event.record.stream));
    expect(told.length).toBeGreaterThan(30);
    for (const { event, sentence } of told) {
      expect([event.type, sentence]).toEqual([event.type, expect.stringMatching(clause)]);
    }
  });

  it('has no path twice, and a name and a value at every path', () => {
    expect([...items.keys()]).toContain('SN');
    for (const own of items.values()) {
      const paths = own.map((item) => item.path);
      expect(paths).toEqual([...new Set(paths)]);
      for (const { path: where, label, value } of own) {
        expect(where).toMatch(path);
        const [name, says] = [label, value.kind === 'words' ? value.words : String(value.amountOre)];
        expect({ where, name, says }).toEqual({
          where,
          name: expect.stringMatching(isTrimmed),
          says: expect.stringMatching(isTrimmed),
        });
        expect([where, says]).not.toEqual([where, 'NaN']);
      }
    }
  });

  it('is told by views whose documents are of one committee from the beginning to the end', () => {
    const views: string[] = [];
    for (const { projection } of tellers as readonly Teller<unknown>[]) {
      const taken = events.filter((event) => reads(projection, event));
      const docs = foldInto(projection, new Map<string, unknown>(), taken);
      const whose = (doc: unknown) => projection.index(doc).committee;
      for (const [key, doc] of docs) {
        expect([projection.name, key, whose(projection.initial(key))]).toEqual([
          projection.name,
          key,
          whose(doc),
        ]);
      }
      if (docs.size > 0) views.push(projection.name);
    }
    expect(views).toEqual(expect.arrayContaining(['committees', 'decisions', 'budgets', 'action-plans']));
  });
});

describe('the items of the reference committee', () => {
  it.each([2024, 2025, 2026, 2027])('say of the budget of %d what its view answers', async (year) => {
    const { lines, sums, reserve } = await seen<BudgetView>(api, `${budgetsPath}/${year}`);
    const { grossCostOre, netCostOre, annualResultOre } = sums.inForce;
    expect(amountsAt(`budgets/${year}`)).toMatchObject({
      ...Object.fromEntries(lines.map((line) => [line.accountGroup, line.inForceOre])),
      grossCost: grossCostOre,
      netCost: netCostOre,
      annualResult: annualResultOre,
      ...(reserve && { [`reserve/${reserve.heldIn}`]: reserve.remainingOre }),
    });
  });

  it.each([2022, 2023])('say of the accounts of %d what their view answers', async (year) => {
    const { rows } = await seen<YearEndAccountsView>(api, `${followUpPath}/${year}/accounts`);
    expect(amountsAt(`follow-up/${year}/accounts`)).toMatchObject(
      Object.fromEntries(rows.map(({ of, accountsOre }) => [of, accountsOre])),
    );
  });

  it('say of the nine forecasts what their view answers', async () => {
    const { rounds, rows } = await seen<ForecastMatrix>(api, `${followUpPath}/2023/forecasts`);
    expect(rounds).toHaveLength(9);
    for (const [n, { round }] of rounds.entries()) {
      const given = rows.filter(({ amountsOre }) => typeof amountsOre[n] === 'number');
      expect(amountsAt(`follow-up/2023/rounds/${round}`)).toEqual(
        Object.fromEntries(given.map(({ of, amountsOre }) => [of, amountsOre[n]])),
      );
    }
  });
});
