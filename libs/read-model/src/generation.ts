import type { Projection } from '#libs/kernel';

/** One build of a read model: its own table and checkpoints. Numbers are never used twice. */
export interface Generation {
  readonly projection: Projection<unknown>;
  readonly number: number;
}

/** The schema of everything here. */
export const schema = 'read_model';

export function viewName(readModel: string): string {
  return readModel.replaceAll('-', '_');
}

/** What queries read: the generation that serves. */
export function viewOf(readModel: string): string {
  return `${schema}."${viewName(readModel)}"`;
}

export function tableName(readModel: string, generation: number): string {
  // Two underscores: no view has them, so that no table takes the name of another read model's view.
  return `${viewName(readModel)}__g${generation}`;
}

export function tableOf(readModel: string, generation: number): string {
  return `${schema}."${tableName(readModel, generation)}"`;
}
