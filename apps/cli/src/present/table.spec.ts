import { renderTable, wrap } from './table.js';

describe('a table in a terminal', () => {
  it('lines its figures up on the right, with a rule below the heading and above sums', () => {
    const text = renderTable({
      title: 'Utfall 2023 (tkr)',
      columns: [
        { heading: 'Kontogrupp', align: 'left' },
        { heading: 'Budget', align: 'right' },
        { heading: 'Utfall', align: 'right' },
      ],
      rows: [
        { cells: ['Intäkter', '16 924', '21 733'] },
        { cells: ['Köp av tjänster', '-57 276', '-71 576'] },
        { cells: ['Summa', '-40 352', '-49 843'], isSum: true },
      ],
      notes: ['Avrundade belopp.'],
    });
    expect(text).toBe(
      [
        'Utfall 2023 (tkr)',
        '',
        'Kontogrupp        Budget   Utfall',
        '─────────────────────────────────',
        'Intäkter          16 924   21 733',
        'Köp av tjänster  -57 276  -71 576',
        '─────────────────────────────────',
        'Summa            -40 352  -49 843',
        '',
        'Avrundade belopp.',
        '',
      ].join('\n'),
    );
  });

  it('breaks long text between words where a column has a width', () => {
    const text = renderTable({
      title: 'Åtgärder',
      columns: [
        { heading: 'Åtgärd', align: 'left', width: 20 },
        { heading: 'Effekt', align: 'right' },
      ],
      rows: [{ cells: ['Minska arbetsstyrkan med tre årsarbetare', 'ingen uppgift'] }],
      notes: [],
    });
    expect(text.split('\n').slice(4)).toEqual([
      'Minska arbetsstyrkan  ingen uppgift',
      'med tre årsarbetare',
      '',
    ]);
  });
});

describe('a sentence on a page', () => {
  it('is broken between words, and a longer word stands alone', () => {
    expect(wrap('ett två tre fyra', '  ', 10)).toEqual(['  ett två', '  tre fyra']);
    expect(wrap('a förvaltningsövergripande b', '', 10)).toEqual(['a', 'förvaltningsövergripande', 'b']);
  });

  it('keeps amounts and paragraphs whole', () => {
    expect(wrap('blev -161 198 tkr, 1,5 %, 25 av 3845 st', '', 12)).toEqual([
      'blev',
      '-161 198 tkr,',
      '1,5 %, 25 av',
      '3845 st',
    ]);
    expect(wrap('enligt KF 2024-11-06, § 149.', '', 22)).toEqual(['enligt KF 2024-11-06,', '§ 149.']);
  });
});
