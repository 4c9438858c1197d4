import type { BudgetRejection } from '#libs/budget';
import type { ProblemTable } from '#libs/http';
import type { SharedRejection } from './shared.problems.js';
import { kindNames, kronor, listed } from './words.js';

/** Refusals that only budgets are refused with; the rest are told by the shared table. */
export type BudgetOwnRejection = Exclude<BudgetRejection, SharedRejection>;

type ReserveCode = Extract<BudgetOwnRejection['code'], `reserve-${string}`>;
type InvestmentCode = Extract<BudgetOwnRejection['code'], `investment-${string}`>;
type Table<Code extends string> = ProblemTable<Extract<BudgetOwnRejection, { code: Code }>>;

const operatingProblems: Table<Exclude<BudgetOwnRejection['code'], ReserveCode | InvestmentCode>> = {
  'budget-already-adopted': {
    status: 409,
    title: 'Årets budget är redan antagen',
    detail: ({ year, effectiveOn, citation }) =>
      `Budgeten ${year} gäller från ${effectiveOn}${citation === null ? '' : ` enligt ${citation}`}. Ändra den med en tilläggsbudget (POST …/budgets/${year}/amendments) eller en omfördelning (POST …/budgets/${year}/reallocations).`,
  },
  'budget-not-adopted': {
    status: 409,
    title: 'Årets budget är inte antagen',
    detail: ({ year }) =>
      `Nämnden har ingen antagen budget för ${year}. Registrera den först: POST …/budgets/${year}. En plan i ett tidigare års budget räcker inte.`,
  },
  'plan-years-not-consecutive': {
    status: 422,
    title: 'Planåren följer inte på budgetåret',
    detail: ({ year, planYears, maxPlanYears }) =>
      `Planåren ${listed(planYears)} ska följa direkt på ${year} utan luckor, och vara högst ${maxPlanYears}.`,
  },
  'adopted-result-contradicted': {
    status: 422,
    title: 'Resultatet anges på två sätt',
    detail: ({ year, adoptedResultOre, annualResultOre }) =>
      `${year}: det antagna resultatet är ${kronor(adoptedResultOre)}, men det tryckta ${kronor(annualResultOre)}. De är samma uppgift; ange den en gång.`,
  },
  'account-group-kind-not-allowed': {
    status: 422,
    title: 'Kontogruppen kan inte användas så',
    detail: ({ accountGroup, kind, allowedKinds }) =>
      `${accountGroup} är ${kindNames[kind]}, och här kan bara ${allowedKinds.map((allowed) => kindNames[allowed]).join(' och ')} användas.${kind === 'funding' ? ' Kommunbidraget ändras med en tilläggsbudget (POST …/amendments).' : ''}`,
  },
  'amount-out-of-range': {
    status: 422,
    title: 'Beloppet blir för stort',
    detail: ({ accountGroup, amountOre, maxAmountOre }) =>
      `${accountGroup} skulle bli ${kronor(amountOre)}, och högst ${kronor(maxAmountOre)} kan registreras, plus eller minus.`,
  },
  'change-of-nothing': {
    status: 422,
    title: 'Ändringen ändrar ingenting',
    detail: ({ accountGroup }) => `${accountGroup} ändras med 0 kr. Ta bort raden.`,
  },
  'reallocation-unbalanced': {
    status: 422,
    title: 'Omfördelningen går inte jämnt upp',
    detail: ({ sumOre }) =>
      `Ändringarna blir tillsammans ${kronor(sumOre)}, men en omfördelning flyttar pengar och ska summera till noll. Ska ramen ändras krävs en tilläggsbudget (POST …/amendments).`,
  },
  'reclassification-unbalanced': {
    status: 422,
    title: 'Omklassificeringen går inte jämnt upp',
    detail: ({ sumOre }) =>
      `Ändringarna blir tillsammans ${kronor(sumOre)}, men föregående års resultat ska stå kvar. Ta med kommunbidraget där ett ansvar har flyttats.`,
  },
  'decision-required': {
    status: 422,
    title: 'En omfördelning kräver en paragraf',
    detail: () =>
      'En omfördelning är alltid ett beslut. Ange paragrafen i citation; registrera beslutet först om det saknas (POST …/decisions).',
  },
  'amendment-contradicts-result': {
    status: 422,
    title: 'Ändringarna leder inte till resultatet',
    detail: ({ adoptedResultOre, computedOre }) =>
      `Årets resultat skulle bli ${kronor(computedOre)}, men ska vara ${kronor(adoptedResultOre)}. Låt ändringarna ta ut varandra, eller ange det nya resultatet i adoptedResultOre.`,
  },
  'grant-figure-missing': {
    status: 409,
    title: 'Kommunbidraget för jämförelseåret saknas',
    detail: ({ missingYears }) =>
      `För ${listed(missingYears)} finns varken budget eller plan att räkna skillnaden från. Registrera budgeten först: POST …/budgets/${missingYears[0]}.`,
  },
  'grant-change-not-explained': {
    status: 422,
    title: 'Delarna förklarar inte förändringen',
    detail: ({ fromOre, toOre, changeOre, explainedOre, toleranceOre }) =>
      `Kommunbidraget går från ${kronor(fromOre)} till ${kronor(toOre)}, en förändring om ${kronor(changeOre)}. Delarna är tillsammans ${kronor(explainedOre)}, och avrundning förklarar högst ${kronor(toleranceOre)}.`,
  },
};

const reserveProblems: Table<ReserveCode> = {
  'reserve-not-set': {
    status: 409,
    title: 'Någon buffert är inte avsatt',
    detail: ({ year }) =>
      `Budgeten ${year} har ingen buffert. Avsätt den först: POST …/budgets/${year}/reserve.`,
  },
  'reserve-held-elsewhere': {
    status: 409,
    title: 'Bufferten finns i en annan kontogrupp',
    detail: ({ heldIn, accountGroup }) =>
      `Bufferten finns i ${heldIn}, inte i ${accountGroup}. Den flyttas genom POST …/reserve/moves.`,
  },
  'reserve-below-zero': {
    status: 422,
    title: 'Bufferten kan inte vara negativ',
    detail: ({ amountOre }) =>
      `Bufferten skulle bli ${kronor(amountOre)}. Kontrollera kommunbidraget och andelen.`,
  },
  'reserve-already-there': {
    status: 422,
    title: 'Bufferten finns redan där',
    detail: ({ heldIn }) =>
      `Bufferten finns redan i ${heldIn}. Ange en annan kontogrupp att flytta den till.`,
  },
  'reserve-empty': {
    status: 409,
    title: 'Det finns inget kvar av bufferten att flytta',
    detail: ({ amountOre, drawnOre }) =>
      `Av bufferten om ${kronor(amountOre)} är ${kronor(drawnOre)} använda.`,
  },
  'reserve-overdrawn': {
    status: 409,
    title: 'Bufferten räcker inte',
    detail: ({ on, amountOre, drawnOre, remainingOre }) =>
      `${on} skulle ${kronor(drawnOre)} vara använda av en buffert om ${kronor(amountOre)}. Kvar den dagen är ${kronor(remainingOre)}.`,
  },
  'reserve-not-covered': {
    status: 409,
    title: 'Bufferten ryms inte i kontogruppens budget',
    detail: ({ on, heldIn, reserveOre, budgetedCostOre }) =>
      `${on} skulle bufferten i ${heldIn} vara ${kronor(reserveOre)}, men kontogruppens budgeterade kostnad bara ${kronor(budgetedCostOre)}.`,
  },
};

const investmentProblems: Table<InvestmentCode> = {
  'investment-years-out-of-order': {
    status: 422,
    title: 'Investeringstabellens år hänger inte ihop',
    detail: ({ year, years, maxYears }) =>
      `Kolumnerna ${listed(years)} ska vara på varandra följande år, högst ${maxYears}, och börja med ${year - 1} eller ${year}.`,
  },
  'investment-columns-mismatch': {
    status: 422,
    title: 'En investeringsrad har fel antal belopp',
    detail: ({ subject, amounts, years }) =>
      `”${subject}” har ${amounts} belopp, men tabellen har ${years} år. Ange ett belopp per år.`,
  },
};

/** How refusals about budgets are told. */
export const budgetProblems: ProblemTable<BudgetOwnRejection> = {
  ...operatingProblems,
  ...reserveProblems,
  ...investmentProblems,
};
