import type { Effect, ProgressStatus } from '../../libs/action-plan/src/contract/index.js';

/** A command as it is drawn at random; `day` counts from 2024-09-10, a week before the plan. */
export type DrawnCommand =
  | { kind: 'add'; id: string; day: number; effect: Effect | null; due: string | null }
  | { kind: 'change'; id: string; day: number; effect?: Effect | null; due?: string | null }
  | {
      kind: 'progress';
      id: string;
      day: number;
      round: number;
      status: ProgressStatus;
      effect: Effect | null;
    }
  | { kind: 'complete'; id: string; day: number; effect: Effect | null }
  | { kind: 'cancel'; id: string; day: number };

export interface ModelMeasure {
  id: string;
  decided: number;
  changed: number;
  original: string;
  effect: string;
  due: string | null;
  status: 'ongoing' | 'completed' | 'cancelled';
  rounds: Map<number, string>;
  completedOn: number | null;
  completedEffect: string;
}

export const adoptionDay = 7;

/** What action plans promise, told once more in the plainest way: mutable, with text for every comparison. */
export class ActionPlanModel {
  readonly measures: ModelMeasure[] = [];

  /** The code of the refusal, or null where the command is carried out. */
  apply(command: DrawnCommand): string | null {
    if (command.kind === 'add') return this.add(command);
    const measure = this.measures.find(({ id }) => id === command.id);
    if (!measure) return 'measure-unknown';
    const isCorrection = command.kind === 'complete' && measure.status === 'completed';
    if (measure.status !== 'ongoing' && !isCorrection) return 'measure-ended';
    if (command.day < measure.decided) return 'effective-before-its-subject';
    if (command.kind !== 'progress' && command.day < measure.changed) return 'effective-before-later-change';
    return this.carryOut(command, measure);
  }

  private add({ id, day, effect, due }: DrawnCommand & { kind: 'add' }): string | null {
    if (day < adoptionDay) return 'effective-before-its-subject';
    if (this.measures.some((measure) => measure.id === id)) return 'measure-id-taken';
    this.measures.push({
      id,
      decided: day,
      changed: day,
      original: textOf(effect),
      effect: textOf(effect),
      due,
      status: 'ongoing',
      rounds: new Map(),
      completedOn: null,
      completedEffect: 'null',
    });
    return null;
  }

  private carryOut(command: Exclude<DrawnCommand, { kind: 'add' }>, measure: ModelMeasure): string | null {
    switch (command.kind) {
      case 'change': {
        const effect = command.effect === undefined ? measure.effect : textOf(command.effect);
        const due = command.due === undefined ? measure.due : command.due;
        if (effect === measure.effect && due === measure.due) return 'nothing-changed';
        Object.assign(measure, { effect, due, changed: command.day });
        return null;
      }
      case 'progress': {
        const report = `${command.status} ${textOf(command.effect)}`;
        if (measure.rounds.get(command.round) === report) return 'nothing-changed';
        measure.rounds.set(command.round, report);
        return null;
      }
      case 'complete': {
        const effect = textOf(command.effect);
        if (measure.completedOn === command.day && measure.completedEffect === effect) {
          return 'nothing-changed';
        }
        Object.assign(measure, { status: 'completed', completedOn: command.day, completedEffect: effect });
        return null;
      }
      default:
        measure.status = 'cancelled';
        return null;
    }
  }
}

export function textOf(effect: Effect | null): string {
  return effect === null
    ? 'null'
    : effect.amounts
        .map(({ year, amountOre }) => `${year ?? 9999}:${amountOre}`)
        .toSorted()
        .join(' ');
}
