import { foldInto, type Item } from '#libs/kernel';
import { record } from '#libs/kernel/testing';
import { budgetStreamId } from '#libs/budget/contract';
import { budgetSamples } from '../../libs/budget/src/fiscal-year/fixtures.js';
import { budgets, type BudgetDocument } from '../../libs/budget/src/fiscal-year/projected-budget.js';
import { budgetView } from '../../libs/budget/src/view-budget/budget-view.js';
import { budgetItems } from '../../libs/budget/src/tell-budget/budget-items.js';

const events = record(budgetStreamId('alingsas', 'SN', 2025), budgetSamples);
const docs = [...foldInto(budgets, new Map<string, BudgetDocument>(), events).values()];
const amountsOf = (items: readonly Item[]) =>
  new Map(items.map(({ path, value }) => [path, value.kind === 'amount' ? value.amountOre : value.words]));

describe('the items of a budget', () => {
  it.each(docs)('of $year say what its view answers', (doc) => {
    const view = budgetView(doc)!;
    const at = `budgets/${doc.year}`;
    const { grossCostOre, netCostOre, annualResultOre } = view.sums.inForce;
    expect(
      amountsOf(budgetItems({ ...doc, grantChange: null, investments: null, reclassifications: [] })),
    ).toEqual(
      new Map([
        ...view.lines.map((line) => [`${at}/${line.accountGroup}`, line.inForceOre] as const),
        [`${at}/grossCost`, grossCostOre],
        [`${at}/netCost`, netCostOre],
        [`${at}/annualResult`, annualResultOre],
        ...(view.reserve
          ? [[`${at}/reserve/${view.reserve.heldIn}`, view.reserve.remainingOre] as const]
          : []),
      ]),
    );
  });

  it('say what was said around it', () => {
    const view = budgetView(docs[0]!)!;
    const items = amountsOf(budgetItems(docs[0]!));
    const { changeOre, parts, differenceOre } = view.grantChange!;
    expect(items.get('budgets/2025/grantChange')).toBe(changeOre);
    expect(items.get('budgets/2025/grantChange/index/1')).toBe(parts[0]?.amountOre);
    expect(items.get('budgets/2025/grantChange/rounding')).toBe(differenceOre);
    const [table] = view.investments!.categories;
    expect(items.get('budgets/2025/investments/reinvestment/2024')).toBe(table?.totalsOre[0]);
    expect(items.get('budgets/2025/investments/reinvestment')).toBe(table?.totalsOre[1]);
    expect(items.get('budgets/2025/investments/total')).toBe(view.investments?.totalsOre[1]);
    for (const { accountGroup, changeOre: addedOre } of view.reclassifications[0]!.changes) {
      expect(items.get(`budgets/2025/reclassifications/${accountGroup}`)).toBe(addedOre);
    }
  });

  it('are none where nothing is known of the year', () => {
    expect(budgetItems(budgets.initial('SN.2031'))).toEqual([]);
  });
});
