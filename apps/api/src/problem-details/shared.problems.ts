import type { ActionPlanRejection } from '#libs/action-plan';
import type { BudgetRejection, BudgetWarning } from '#libs/budget';
import type { ProblemTable, WarningTable } from '#libs/http';
import { kronor, listed, totalNames, unitNames } from './words.js';

/** Codes that several contexts answer with. They mean the same everywhere, so they are told in the same words. */
type SharedCode =
  | 'effective-before-its-subject'
  | 'fact-not-uncited'
  | 'account-group-unknown'
  | 'account-group-repeated'
  | 'amount-finer-than-precision'
  | 'control-total-contradicted'
  | 'investment-category-repeated'
  | 'investment-line-repeated'
  | 'investment-total-contradicted';

export type SharedRejection = Extract<ActionPlanRejection | BudgetRejection, { readonly code: SharedCode }>;
export type SharedWarning = BudgetWarning;

/** What the fact builds on, by the type of that fact. What is not named here is named by its own id. */
const subjects: Readonly<Record<string, string>> = {
  BudgetAdopted: 'budgeten',
  ContingencyReserveSet: 'bufferten',
  ContingencyReserveMoved: 'buffertens flytt',
  GrantChangeExplained: 'den förra förklaringen av kommunbidraget',
  InvestmentBudgetAdopted: 'den förra investeringsbudgeten',
  FollowUpCalendarSet: 'uppföljningskalendern',
  ForecastSubmitted: 'prognosen',
  ForecastRevised: 'den reviderade prognosen',
  OutcomeRecorded: 'utfallet',
  OutcomeCorrected: 'det rättade utfallet',
  AccountsClosed: 'bokslutet',
  AccountsCorrected: 'det rättade bokslutet',
  FiscalYear: 'räkenskapsårets slut',
};

export const sharedProblems: ProblemTable<SharedRejection> = {
  'effective-before-its-subject': {
    status: 422,
    title: 'Uppgiften kan inte gälla så tidigt',
    detail: ({ subject, effectiveOn, subjectEffectiveOn }) =>
      `Uppgiften skulle gälla från ${effectiveOn}, men det den bygger på (${subjects[subject] ?? subject}) gäller från ${subjectEffectiveOn}. Ange den dagen eller en senare i effectiveOn.`,
  },
  'fact-not-uncited': {
    status: 409,
    title: 'Uppgiften saknar inte paragraf',
    detail: ({ revision, uncitedRevisions }) =>
      uncitedRevisions.length === 0
        ? `Uppgiften på plats ${revision} saknar inte paragraf, och ingen annan gör det heller.`
        : `Uppgiften på plats ${revision} saknar inte paragraf. Det gör de på plats ${listed(uncitedRevisions)}.`,
  },
  'account-group-unknown': {
    status: 422,
    title: 'Kontogruppen finns inte',
    detail: ({ year, accountGroup, accountGroups }) =>
      `${year}: det finns ingen kontogrupp ${accountGroup} här. De som finns är ${listed(accountGroups)}.`,
  },
  'account-group-repeated': {
    status: 422,
    title: 'Kontogruppen står mer än en gång',
    detail: ({ year, accountGroup }) =>
      `${year}: ${accountGroup} står mer än en gång. Ange ett belopp per kontogrupp.`,
  },
  'amount-finer-than-precision': {
    status: 422,
    title: 'Beloppet är finare än sin enhet',
    detail: ({ subject, amountOre, precision }) =>
      `${subject}: ${kronor(amountOre)} är inte ett helt antal ${unitNames[precision]}. Ange beloppet i hela ${unitNames[precision]}, eller en finare enhet i precision.`,
  },
  'control-total-contradicted': {
    status: 422,
    title: 'En tryckt summa stämmer inte med raderna',
    detail: ({ year, contradictions }) =>
      `${year}: ${contradictions
        .map(
          ({ total, printedOre, computedOre, toleranceOre }) =>
            `${totalNames[total]} anges till ${kronor(printedOre)} men blir ${kronor(computedOre)}, och avrundning förklarar högst ${kronor(toleranceOre)}`,
        )
        .join('; ')}. Rätta raderna eller summan.`,
  },
  'investment-category-repeated': {
    status: 422,
    title: 'Investeringskategorin står mer än en gång',
    detail: ({ category }) => `${category} står mer än en gång. Samla raderna under en kategori.`,
  },
  'investment-line-repeated': {
    status: 422,
    title: 'Investeringsraden står mer än en gång',
    detail: ({ category, name }) => `”${name}” står mer än en gång under ${category}.`,
  },
  'investment-total-contradicted': {
    status: 422,
    title: 'En investeringssumma stämmer inte med raderna',
    detail: ({ contradictions }) =>
      `${contradictions
        .map(
          ({ category, year, printedOre, computedOre, toleranceOre }) =>
            `${category ?? 'Totala utgifter'} ${year} anges till ${kronor(printedOre)} men blir ${kronor(computedOre)}, och avrundning förklarar högst ${kronor(toleranceOre)}`,
        )
        .join('; ')}. Rätta raderna eller summan.`,
  },
};

export const sharedWarnings: WarningTable<SharedWarning> = {
  'unusual-sign': {
    detail: ({ year, subject, amountOre }) =>
      `${subject} ${year} är ${kronor(amountOre)}. Kostnader brukar vara negativa, och intäkter, kommunbidrag och investeringar positiva. Kontrollera tecknet.`,
  },
};
