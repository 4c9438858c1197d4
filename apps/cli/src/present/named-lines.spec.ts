import { namedLines } from './named-lines.js';

const outline = (...labels: readonly string[]) =>
  namedLines(labels).map(
    ({ depth, name, of }) => `${'  '.repeat(depth)}${name}${of === null ? ':' : ` ${of}`}`,
  );

describe('labels with parts in common', () => {
  it('stand below them, part by part', () => {
    expect(
      outline(
        'handlingsplanen 2024, rubrik',
        'handlingsplanen 2024, åtgärden ”Team”, lydelse',
        'handlingsplanen 2024, åtgärden ”Team”, status',
        'handlingsplanen 2024, åtgärden ”Delegation”, status',
      ),
    ).toEqual([
      'handlingsplanen 2024:',
      '  rubrik 0',
      '  åtgärden ”Team”:',
      '    lydelse 1',
      '    status 2',
      '  åtgärden ”Delegation”, status 3',
    ]);
  });

  it('stand below the one that is the common part itself, where it comes first', () => {
    expect(outline('bidrag, förändring', 'bidrag, förändring, index', 'bidrag, förändring, volym')).toEqual([
      'bidrag, förändring 0',
      '  index 1',
      '  volym 2',
    ]);
    expect(outline('bidrag, 2024', 'bidrag, förändring', 'bidrag, förändring, index')).toEqual([
      'bidrag:',
      '  2024 0',
      '  förändring 1',
      '    index 2',
    ]);
    expect(outline('a, b', 'a', 'a, c')).toEqual(['a, b 0', 'a 1', '  c 2']);
  });

  it('are left whole where nothing follows that begins so', () => {
    expect(outline('budget 2025, lokalhyror', 'plan 2026, lokalhyror', 'budget 2025, finansnetto')).toEqual([
      'budget 2025, lokalhyror 0',
      'plan 2026, lokalhyror 1',
      'budget 2025, finansnetto 2',
    ]);
    expect(outline('samma', 'samma')).toEqual(['samma 0', 'samma 1']);
    expect(outline()).toEqual([]);
  });

  it('are named by all that they have in common, and not parted within a citation', () => {
    expect(outline('SN 2024-09-17, § 42, ärende', 'SN 2024-09-17, § 42, utfall')).toEqual([
      'SN 2024-09-17, § 42:',
      '  ärende 0',
      '  utfall 1',
    ]);
    expect(outline('plan, team, status', 'plan, team, klar')).toEqual([
      'plan, team:',
      '  status 0',
      '  klar 1',
    ]);
  });

  it('are not parted within what somebody wrote', () => {
    expect(
      outline('åtgärden ”Team, på hemmaplan”, lydelse', 'åtgärden ”Team, på hemmaplan”, status'),
    ).toEqual(['åtgärden ”Team, på hemmaplan”:', '  lydelse 0', '  status 1']);
  });
});
