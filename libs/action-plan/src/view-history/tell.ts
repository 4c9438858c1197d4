import { tellErased, withFullStop, withoutFullStop, type Basis } from '#libs/kernel';
import { countMeasures, progressInSwedish, tellEffect } from '../plan/swedish.js';
import type { HistoryEntry } from './history-entry.js';
import { tellChange, tellStated } from './tell-change.js';

/** A fact in Swedish: what was decided or reported, its reason, and the ground it rests on. */
export function tell(entry: HistoryEntry): string {
  if (entry.erased) return tellErased(entry.erased);
  const remark = entry.remark === null ? '' : ` ${remarkWord(entry)}: ${withFullStop(entry.remark)}`;
  return `${tellFact(entry)} (${tellBasis(entry)}).${remark}`;
}

/** The same for whoever tells the ground beside it, as a clause. */
export function tellClause(entry: HistoryEntry): string {
  const { remark } = entry;
  return tellFact(entry) + (remark === null ? '' : `. ${remarkWord(entry)}: ${withoutFullStop(remark)}`);
}

function tellFact(entry: HistoryEntry): string {
  const measure = `åtgärden ”${entry.measure?.text ?? ''}”`;
  const Measure = `Å${measure.slice(1)}`;
  const changes = entry.changes.map(tellChange).join('; ');
  switch (entry.type) {
    case 'ActionPlanAdopted':
      return tellAdoption(entry);
    case 'ActionPlanRevised':
      return changes === '' ? 'Handlingsplanen reviderades' : `Handlingsplanen reviderades: ${changes}`;
    case 'MeasureAdded': {
      const terms = entry.changes.filter(({ field }) => field !== 'text').map(tellStated);
      return terms.length === 0 ? `${Measure} lades till` : `${Measure} lades till: ${terms.join('; ')}`;
    }
    case 'MeasureChanged':
      return `${Measure} ändrades: ${changes}`;
    case 'MeasureProgressReported':
      return tellReport(entry, measure, changes);
    case 'MeasureCompleted':
      return `${Measure} slutfördes den ${entry.effectiveOn}; uppnådd effekt ${tellEffect(realisedIn(entry))}`;
    case 'MeasureCompletionCorrected':
      return `Uppgifterna om hur ${measure} slutfördes rättades: ${changes}`;
    case 'MeasureCancelled':
      return `${Measure} avbröts`;
    case 'FactCited':
      return entry.measure
        ? `Paragrafen för beslutet om ${measure} angavs i efterhand`
        : 'Paragrafen för ett tidigare beslut angavs i efterhand';
    default:
      return entry.type satisfies never;
  }
}

function tellAdoption({ changes, adopted }: HistoryEntry): string {
  const title = changes.find(({ field }) => field === 'title')?.to;
  const { measures = 0, withStatedEffect = 0 } = adopted ?? {};
  const effects = withStatedEffect === 0 ? 'ingen av dem' : `${withStatedEffect} av dem`;
  return `Nämnden antog handlingsplanen ”${String(title)}” med ${countMeasures(measures)}; förväntad effekt angavs för ${effects}`;
}

function tellReport({ report }: HistoryEntry, measure: string, changes: string): string {
  if (report === null) return '';
  const where = `uppföljning ${report.round} ${report.year}`;
  if (report.corrects) {
    return `Rapporten om ${measure} vid ${where} rättades${changes === '' ? '' : `: ${changes}`}`;
  }
  const realised = tellEffect(report.realisedEffect);
  return `Vid ${where} rapporterades ${measure} som ${progressInSwedish[report.status]}; uppnådd effekt hittills ${realised}`;
}

function realisedIn({ changes }: HistoryEntry) {
  const change = changes.find(({ field }) => field === 'realisedEffect');
  return (change?.to ?? null) as Parameters<typeof tellEffect>[0];
}

function remarkWord({ type }: HistoryEntry): string {
  return type === 'MeasureProgressReported' || type === 'MeasureCompleted' ? 'Kommentar' : 'Skäl';
}

function tellBasis({ basis, citedLater, actor }: HistoryEntry): string {
  if (citedLater !== null) return `${citedLater}, angiven i efterhand`;
  return groundOf(basis) ?? `rapporterat av ${rolesInSwedish[actor.role] ?? actor.role}`;
}

function groundOf(basis: Basis): string | null {
  if (basis.kind === 'decision') return basis.citation;
  return basis.kind === 'uncited' ? `paragraf saknas: ${basis.reason.replace(/[.!?]+$/, '')}` : null;
}

const rolesInSwedish: Readonly<Record<string, string>> = {
  committeeSecretary: 'nämndsekreterare',
  controller: 'controller',
  auditor: 'revisor',
};
