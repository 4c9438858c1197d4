import Table from 'cli-table3';

/** A table for a terminal: texts that are ready to be read, and how to lay them out. */
export interface TextTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Sentences below the table. */
  readonly notes: readonly string[];
}

export interface Column {
  readonly heading: string;
  /** Figures stand right, so that their digits line up. */
  readonly align: 'left' | 'right';
  /** Characters; longer text is broken between words. As wide as its longest text where it is left out. */
  readonly width?: number;
}

export interface Row {
  /** One a column. */
  readonly cells: readonly string[];
  /** A rule stands above sums. */
  readonly isSum?: boolean;
}

/** The widest line that fits a terminal and a printed page. */
export const maxWidth = 100;

const noLines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
} as const;
const ruleAbove = { mid: '─', 'mid-mid': '──' } as const;

/** The table as lines of text, ending in a line break. */
export function renderTable({ title, columns, rows, notes }: TextTable): string {
  const table = new Table({
    head: columns.map(({ heading }) => heading),
    colAligns: columns.map(({ align }) => align),
    colWidths: columns.map(({ width }) => width ?? null),
    wordWrap: true,
    chars: noLines,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(
    ...rows.map(({ cells, isSum = false }, n) =>
      cells.map((content) => ({ content, ...(n === 0 || isSum ? { chars: ruleAbove } : {}) })),
    ),
  );
  const lines = [
    ...wrap(title),
    '',
    ...table.toString().split('\n'),
    ...notes.flatMap((note) => ['', ...wrap(note)]),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Blanks but those within an amount, `-161 198 tkr`, or a paragraph, `§ 149`. */
const breakable = /(?<!§) (?<!\d (?=\d{3}(?!\d)|(?:t|mn)?kr\b|%))/;

/** Breaks a sentence between words so that no line is longer than the page; a longer word stands alone. */
export function wrap(text: string, indent = '', width = maxWidth): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replaceAll(/\s+/g, ' ').split(breakable)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, indent + line];
}
