import type { ItemChange, ItemValue } from '#libs/kernel';
import { changeLines } from './changes.js';
import { maxWidth } from './table.js';

const amount = (amountOre: number, as?: string): ItemValue => ({
  kind: 'amount',
  amountOre,
  ...(as !== undefined && { as }),
});
const words = (text: string): ItemValue => ({ kind: 'words', words: text });
const change = (label: string, from: ItemValue | null, to: ItemValue | null): ItemChange => ({
  path: label,
  label,
  from,
  to,
});
const tkr = (thousands: number) => amount(thousands * 100_000);

describe('what changed, in lines', () => {
  it('has amounts below one another, and names what belongs together once', () => {
    const changes = [
      change('budget 2025, personalkostnader', tkr(-161_198), tkr(-160_698)),
      change('budget 2025, finansnetto', null, tkr(0)),
      change('budget 2025, buffert', tkr(3_845), null),
      change('plan 2026, kommunbidrag', tkr(1), tkr(2)),
    ];
    expect(changeLines(changes, 'tkr', '  ')).toEqual([
      '  budget 2025',
      '    personalkostnader      -161 198 → -160 698',
      '    finansnetto                              0',
      '    buffert                   3 845 →        –',
      '  plan 2026, kommunbidrag         1 →        2',
    ]);
  });

  it('shows that amounts differ also where the unit hides it', () => {
    const changes = [
      change('a', amount(-16_069_800_000), amount(-16_069_812_345)),
      change('b', null, tkr(5)),
    ];
    expect(changeLines(changes, 'tkr', '')).toEqual([
      'a  -160 698,0 → -160 698,1',
      'b                      5,0',
    ]);
    expect(changeLines(changes, 'mnkr', '')).toEqual([
      'a  -160,6980 → -160,6981',
      'b                 0,0050',
    ]);
    expect(changeLines(changes.slice(0, 1), 'kr', '')).toEqual(['a  -160 698 000 → -160 698 123']);
  });

  it('says of which kind an amount is where its name does not', () => {
    expect(
      changeLines(
        [
          change('budget 2026, kommunbidrag', amount(100_000, 'plan'), amount(100_000)),
          change('plan 2026, lokalhyror', amount(100_000, 'plan'), amount(200_000, 'plan')),
          change('prognos 1, årets resultat', null, amount(0, 'avvikelse mot budget')),
        ],
        'tkr',
        '',
      ),
    ).toEqual([
      'budget 2026, kommunbidrag  1 (plan) →                        1',
      'plan 2026, lokalhyror             1 →                        2',
      'prognos 1, årets resultat             0 (avvikelse mot budget)',
    ]);
  });

  it('has words beside their name where they fit, and below it where they do not', () => {
    const long =
      'Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället för köpt vård';
    const changes = [
      change('åtgärden team, status', words('pågår'), words('avbruten')),
      change('åtgärden team, text', words('Mobilt team'), words(long)),
      change('åtgärden team, klar', null, words('2025-03-31')),
      change(`åtgärden team, ${long.slice(0, 90)}`, words('pågår'), words('avbruten')),
      change('åtgärden team, kommentar', null, words(long)),
    ];
    const lines = changeLines(changes, 'tkr', '  ');
    expect(lines).toEqual([
      '  åtgärden team',
      '    status  pågår → avbruten',
      '    text',
      '      Mobilt team',
      '      → Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället för',
      '      köpt vård',
      '    klar    2025-03-31',
      '    Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället f',
      '      pågår → avbruten',
      '    kommentar',
      '      Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället för',
      '      köpt vård',
    ]);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(maxWidth);
  });

  it('breaks a long name, and lets the amount stand beside its end', () => {
    const name =
      'kommunbidrag 2025, förändring från 2024, därav permanent satsning och omställning till ny lag';
    expect(changeLines([change(name, null, tkr(10_000))], 'tkr', '')).toEqual([
      'kommunbidrag 2025, förändring från 2024, därav permanent satsning och',
      'omställning till ny lag                                                   10 000',
    ]);
    const kinds = change(name, amount(1_000_000_000, 'avvikelse mot budget'), amount(1, 'plan'));
    const lines = changeLines([kinds], 'kr', ' '.repeat(14));
    expect(lines[0]).toBe('              kommunbidrag 2025, förändring från 2024,');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(maxWidth);
  });
});
