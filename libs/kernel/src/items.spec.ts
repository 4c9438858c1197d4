import { amountItem, groupItems, sumItems, wordsItem } from './items.js';
import { checkStatement } from './operating-statement.js';

const budget = { path: 'budgets/2025', label: 'budget 2025' };
const named = (accountGroup: string) => ({ accountGroup, name: 'Övriga kostnader', amountOre: -5 });
const pathsOf = (items: readonly { readonly path: string }[]) => items.map(({ path }) => path);

describe('items', () => {
  it('stand below their place and are named after it', () => {
    expect(amountItem(budget, 'grantChange', 'kommunbidragets förändring', 7)).toEqual({
      path: 'budgets/2025/grantChange',
      label: 'budget 2025, kommunbidragets förändring',
      value: { kind: 'amount', amountOre: 7 },
    });
    expect(wordsItem(budget, 'note', 'paragraf', 'SN 2025-01-21, § 4')).toEqual({
      path: 'budgets/2025/note',
      label: 'budget 2025, paragraf',
      value: { kind: 'words', words: 'SN 2025-01-21, § 4' },
    });
  });

  it('tell of which kind their amounts are where the place does', () => {
    const [item] = groupItems({ ...budget, as: 'plan' }, [named('otherCosts')]);
    expect(item).toEqual({
      path: 'budgets/2025/otherCosts',
      label: 'budget 2025, övriga kostnader',
      value: { kind: 'amount', amountOre: -5, as: 'plan' },
    });
  });

  it('of account groups never stand where a sum or something else stands', () => {
    const groups = ['netCost', 'note', 'otherCosts'].map(named);
    expect(pathsOf(groupItems(budget, groups, ['note']))).toEqual([
      'budgets/2025/accountGroups/netCost',
      'budgets/2025/accountGroups/note',
      'budgets/2025/otherCosts',
    ]);
    const { sums } = checkStatement([], []);
    expect(pathsOf(sumItems(budget, sums))).toEqual([
      'budgets/2025/grossCost',
      'budgets/2025/netCost',
      'budgets/2025/annualResult',
    ]);
  });
});
