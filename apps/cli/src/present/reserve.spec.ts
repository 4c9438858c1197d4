import { reserveTable, type ShownReserve } from './reserve.js';

const tkr = (thousands: number) => thousands * 100_000;
const line = (accountGroup: string, name: string) => ({
  accountGroup,
  name,
  kind: 'cost' as const,
  adoptedOre: tkr(-50_000),
  reallocatedOre: 0,
  amendedOre: 0,
  inForceOre: tkr(-50_000),
});
const lines = [line('purchasedServices', 'Köp av tjänster'), line('otherCosts', 'Övriga kostnader')];
const restsOn = (citation: string | null) => ({ citation, uncitedReason: null, effectiveOn: '2024-11-06' });

const drawn2023: ShownReserve = {
  year: 2023,
  lines,
  reserve: {
    heldIn: 'purchasedServices',
    amountOre: tkr(3_361),
    drawnOre: tkr(3_300),
    remainingOre: tkr(61),
    share: { basisPoints: 150, grantOre: tkr(224_047) },
    life: [
      {
        type: 'ContingencyReserveDrawn',
        data: { amountOre: tkr(3_300), precision: 'tkr', purpose: 'Köpt vård utöver budget' },
        revision: 2,
        restsOn: restsOn(null),
      },
    ],
  },
};

const moved2025: ShownReserve = {
  year: 2025,
  lines,
  reserve: {
    heldIn: 'otherCosts',
    amountOre: tkr(3_845),
    drawnOre: 0,
    remainingOre: tkr(3_845),
    share: { basisPoints: 150, grantOre: tkr(256_303) },
    life: [
      {
        type: 'ContingencyReserveMoved',
        data: {
          from: 'purchasedServices',
          to: 'otherCosts',
          amountOre: tkr(3_845),
          reason: 'centrala anvisningar',
          alreadyInAdoptedLines: true,
          changes: [],
        },
        revision: 3,
        restsOn: restsOn('KF 2024-11-06, § 149'),
      },
    ],
  },
};

describe('the reserve in a table', () => {
  it('shows how large it is, where it is held and what is left; nothing where none is set', () => {
    const rows = reserveTable([drawn2023, { year: 2024, lines, reserve: null }]).rows;
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['2023', '3 361', '1,5 %', '3 300', '61', 'Köp av tjänster'],
      ['2024', '–', '–', '–', '–', '–'],
    ]);
  });

  it('tells its moves and what it was used for', () => {
    expect(reserveTable([drawn2023, moved2025]).notes).toEqual([
      '2023: 3 300 tkr användes: Köpt vård utöver budget (paragraf saknas).',
      '2025: bufferten om 3 845 tkr flyttades från Köp av tjänster till Övriga kostnader, centrala anvisningar; ' +
        'raderna antogs med bufferten på sin nya plats (KF 2024-11-06, § 149).',
    ]);
  });
});
