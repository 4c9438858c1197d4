import type { Basis } from '#libs/kernel';
import type { ActionPlanAdopted, ActionPlanEvent, Effect, Measure } from '../contract/index.js';

/** An effect typed in tkr: `tkr([2025, 1_200])`. */
export function tkr(...amounts: readonly (readonly [year: number | null, tkr: number])[]): Effect {
  return {
    precision: 'tkr',
    amounts: amounts.map(([year, thousands]) => ({ year, amountOre: thousands * 100_000 })),
  };
}

/** `SN 2024-09-17, § 42` as a basis; it holds from the day of the meeting unless told otherwise. */
export function decided(
  citation: string,
  effectiveOn: string = citation.slice(3, 13),
): Basis & { kind: 'decision' } {
  return { kind: 'decision', citation, effectiveOn };
}

export function reported(effectiveOn: string): Basis {
  return { kind: 'report', effectiveOn };
}

function measure(id: string, text: string): Measure {
  return { id, text, responsibleRole: null, expectedEffect: null, dueOn: null, accountGroup: null };
}

/** The five measures of the reference plan: none has a stated effect, a due date or a responsible role. */
export const referenceMeasures: readonly Measure[] = [
  measure('staffing', 'Minska arbetsstyrkan med tre årsarbetare'),
  measure(
    'mobile-team',
    'Mobilt team tillsammans med barn- och ungdomspsykiatrin, insatser på hemmaplan i stället för köpt vård',
  ),
  measure(
    'krim-group',
    'KRIM-grupp för att tillgodose behov på hemmaplan till lägre kostnad än köpta insatser',
  ),
  measure('delegation', 'Ändrad delegationsnivå för köpta insatser'),
  measure('placement-times', 'Nya arbetssätt på avdelning unga för kortare placeringstider'),
];

/** The plan that the budget document for 2025–2027 tells of. */
export const adopted: ActionPlanAdopted = {
  type: 'ActionPlanAdopted',
  data: {
    title: 'Handlingsplan för att hantera underskottet 2024 och säkerställa en ekonomi i balans till 2025',
    purpose: null,
    fiscalYears: [2024, 2025],
    measures: referenceMeasures,
  },
  basis: decided('SN 2024-09-17, § 42'),
};

/** How the reference plan might have gone on: one fact of every type, in an order in which they could be recorded. */
export const planHistory: readonly ActionPlanEvent[] = [
  adopted,
  {
    type: 'MeasureChanged',
    data: {
      measureId: 'mobile-team',
      changes: [
        { field: 'responsibleRole', from: null, to: 'avdelningschef unga' },
        { field: 'expectedEffect', from: null, to: tkr([2025, 1_200]) },
        { field: 'dueOn', from: null, to: '2025-03-31' },
      ],
      reason: 'Beräkningen färdigställdes efter antagandet.',
    },
    basis: decided('SN 2024-10-22, § 51'),
  },
  {
    type: 'MeasureAdded',
    data: {
      measure: {
        id: 'vacancies',
        text: 'Vakanta tjänster tillsätts först efter prövning',
        responsibleRole: 'förvaltningschef',
        expectedEffect: tkr([2024, 300], [2025, 600]),
        dueOn: '2024-12-31',
        accountGroup: 'staffCosts',
      },
    },
    basis: { kind: 'uncited', reason: 'Protokollet är inte justerat.', effectiveOn: '2024-11-19' },
  },
  {
    type: 'MeasureProgressReported',
    data: {
      measureId: 'mobile-team',
      year: 2025,
      round: 1,
      status: 'delayed',
      comment: 'Teamet startade en månad senare än planerat.',
      realisedEffect: tkr([2025, 100]),
    },
    basis: reported('2025-03-18'),
  },
  {
    type: 'ActionPlanRevised',
    data: {
      changes: [
        { field: 'purpose', from: null, to: 'Ekonomi i balans senast vid utgången av 2026' },
        { field: 'fiscalYears', from: [2024, 2025], to: [2024, 2025, 2026] },
      ],
      reason: 'Kommunbidraget för 2026 är lägre än väntat.',
    },
    basis: decided('SN 2025-05-20, § 33'),
  },
  {
    type: 'MeasureCancelled',
    data: { measureId: 'krim-group', reason: 'Behovet tillgodoses genom det mobila teamet.' },
    basis: decided('SN 2025-05-20, § 33'),
  },
  {
    type: 'MeasureCompleted',
    data: { measureId: 'delegation', completedOn: '2025-06-30', realisedEffect: null, comment: null },
    basis: reported('2025-06-30'),
  },
  {
    type: 'MeasureCompletionCorrected',
    data: {
      measureId: 'delegation',
      from: { completedOn: '2025-06-30', realisedEffect: null, comment: null },
      to: { completedOn: '2025-06-30', realisedEffect: tkr([2025, 450]), comment: 'Enligt bokslutet.' },
    },
    basis: reported('2026-02-10'),
  },
  { type: 'FactCited', data: { revision: 2 }, basis: decided('SN 2024-11-19, § 58') },
];
