import Table from 'cli-table3';

export function heading(text: string): void {
  process.stdout.write(`\n${text}\n`);
}

/** Prints rows of text under a head; numbers are given as text already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const grid = new Table({
    head: [...head],
    style: { head: [], border: [] },
    colAligns: head.map((_, n) => (n === 0 ? 'left' : 'right')),
  });
  grid.push(...rows.map((row) => [...row]));
  process.stdout.write(`${grid.toString()}\n`);
}

export const whole = (value: number) => Math.round(value).toLocaleString('sv-SE').replaceAll('\u00a0', ' ');
export const oneDecimal = (value: number) => value.toFixed(1).replace('.', ',');
export const times = (value: number) => `${oneDecimal(value)}×`;
export const percent = (value: number) => `${Math.round(value * 100)} %`;
